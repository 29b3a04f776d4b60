/** A tag and where it stands in the text. */
export interface XmlTag {
  readonly kind: 'open' | 'close' | 'empty';
  /** As written, with its prefix. */
  readonly rawName: string;
  /** The local name. */
  readonly name: string;
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
  /** What stands between the name and the end of the tag, as written. */
  readonly attributes: string;
}

const NAME_END = /[\s/>]/;

/**
 * The tags of a part that is known to be well formed (`XmlScanner` has read it), with their offsets, so that a few places can be rewritten
 * and every other character stays. Comments, CDATA, the declaration and processing instructions are passed over.
 */
export function* walkTags(xml: string): Generator<XmlTag> {
  for (let start = xml.indexOf('<'); start !== -1; start = xml.indexOf('<', start)) {
    const passed = passOver(xml, start);
    if (passed !== undefined) {
      start = passed;
      continue;
    }
    const end = tagEnd(xml, start + 1);
    const closing = xml[start + 1] === '/';
    const empty = xml[end - 2] === '/';
    const inner = xml.slice(start + (closing ? 2 : 1), end - (empty ? 2 : 1));
    const cut = inner.search(NAME_END);
    const rawName = cut === -1 ? inner : inner.slice(0, cut);
    const name = rawName.slice(rawName.indexOf(':') + 1);
    const attributes = cut === -1 ? '' : inner.slice(cut);
    yield { kind: closing ? 'close' : empty ? 'empty' : 'open', rawName, name, start, end, attributes };
    start = end;
  }
}

/** Behind a comment, CDATA or processing instruction that begins here; undefined for a tag. */
function passOver(xml: string, start: number): number | undefined {
  if (xml.startsWith('<!--', start)) return xml.indexOf('-->', start + 4) + 3;
  if (xml.startsWith('<![CDATA[', start)) return xml.indexOf(']]>', start + 9) + 3;
  if (xml.startsWith('<?', start)) return xml.indexOf('?>', start + 2) + 2;
  return undefined;
}

/** Behind the `>` of a tag; one inside an attribute value does not count. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const char = xml[at];
    if (char === '>') return at + 1;
    if (char === '"' || char === "'") at = xml.indexOf(char, at + 1);
  }
  return xml.length;
}

/** What stands in place of `start` to `end`; an insertion when both are equal. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts replacements that do not overlap into a text. At one place an insertion comes before what stands there, and the first one first. */
export function replacePlaces(xml: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...replacements].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += xml.slice(at, start) + text;
    at = end;
  }
  return result + xml.slice(at);
}
