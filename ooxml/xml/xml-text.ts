/** What a part that is written begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
// XML allows no control characters but tab, line feed and return, and not the two last code points of the first plane.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const EACH_FORBIDDEN = new RegExp(FORBIDDEN, 'g');
const FORBIDDEN_IN_TAG = new RegExp(`<[^>]*${FORBIDDEN.source}`);
const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * The text of an XML part: UTF-8, or UTF-16 with its byte order mark. Undefined when it is neither, claims another encoding or
 * holds a character in a tag that XML forbids. In the text between tags, where programs that check nothing write them, such characters are
 * given as spreadsheets spell them: `_x000B_`.
 */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const utf16 = utf16Of(bytes);
  let text: string;
  try {
    text = utf16 === undefined ? UTF8.decode(bytes) : new TextDecoder(utf16, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // The decoder's one error is a wrong byte, which is what undefined says.
  }
  if (FORBIDDEN.test(text)) {
    if (FORBIDDEN_IN_TAG.test(text)) return undefined;
    text = text.replace(EACH_FORBIDDEN, spell);
  }
  const claimed = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  const wanted = utf16 === undefined ? /^utf-?8$/i : /^utf-?16(le|be)?$/i;
  return claimed === undefined || wanted.test(claimed) ? text : undefined;
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** `#x10FFFF` and `#1114111`: what may stand between `&` and `;`. */
const LONGEST_ENTITY = 8;

/** Replaces the five named entities and numeric ones; undefined when there is any other, or a bare `&`. */
export function decodeEntities(text: string): string | undefined {
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const length = end - at - 1;
    const character = length > 0 && length <= LONGEST_ENTITY ? characterOf(text.slice(at + 1, end)) : undefined;
    if (character === undefined) return undefined;
    decoded += text.slice(from, at) + character;
    from = end + 1;
  }
  return decoded + text.slice(from);
}

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return NAMED.get(entity);
  if (/^#x[0-9a-fA-F]{1,6}$/.test(entity)) return fromCode(parseInt(entity.slice(2), 16));
  return /^#[0-9]{1,7}$/.test(entity) ? fromCode(Number(entity.slice(1))) : undefined;
}

function fromCode(code: number): string | undefined {
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? spell(character) : character;
}

/** `_x000B_` */
function spell(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** @throws {Error} on an entity that XML does not know */
export function decodeXmlText(text: string): string {
  const decoded = decodeEntities(text);
  if (decoded === undefined) throw new Error('unknown entity in a part');
  return decoded;
}

/** For text between tags and for attribute values. */
export function escapeXml(text: string): string {
  if (!/[&<>"\t\n\r]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
