import { foldName } from '../ooxml/stamp/stamp-name.ts';

/** Longest name before the extension, in UTF-16 units: leaves room for the folder within Windows' 259. */
const MAX_UNITS = 120;
/** Longest name before the extension, in UTF-8 bytes: Linux file systems stop at 255 with the extension. */
const MAX_BYTES = 240;

const UNNAMED = '未命名';
const FORBIDDEN = /[<>:"/\\|?*]/g;
/** Control, format (such as the right-to-left override), private and unpaired characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** Devices of Windows, reserved with any extension too: `NUL`, `con.txt`, `COM¹`. */
const RESERVED = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)/i;

/**
 * A name, without extension, that Windows, macOS and Linux all take, as near to the text as can be.
 *
 * At most 120 UTF-16 units and 240 bytes. An empty text gives `未命名`.
 */
export function makeSafeFileName(text: string): string {
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').replace(INVISIBLE, '').replace(FORBIDDEN, '_');
  const name = shorten(clean, MAX_UNITS, MAX_BYTES) || UNNAMED;
  return RESERVED.test(name) ? shorten(`_${name}`, MAX_UNITS, MAX_BYTES) : name;
}

/**
 * Gives safe names that differ from each other in one folder, also where upper and lower case, or composed and decomposed
 * accents, are the same. Later twins are numbered: `某公司 (2)`.
 */
export function createFileNamer(): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    const name = makeSafeFileName(text);
    let unique = name;
    for (let number = 2; taken.has(foldName(unique)); number += 1) {
      const suffix = ` (${number})`;
      unique = shorten(name, MAX_UNITS - suffix.length, MAX_BYTES - suffix.length) + suffix;
    }
    taken.add(foldName(unique));
    return unique;
  };
}

/** Cuts between whole characters and drops what Windows drops at the end: dots and spaces. */
function shorten(text: string, maxUnits: number, maxBytes: number): string {
  let kept = '';
  let bytes = 0;
  for (const char of text.trimStart()) {
    bytes += utf8Length(char);
    if (kept.length + char.length > maxUnits || bytes > maxBytes) break;
    kept += char;
  }
  return kept.replace(/[. ]+$/, '');
}

function utf8Length(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
