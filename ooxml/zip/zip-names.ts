/** The names in a zip: parts of a workbook, or files of people. */

/** How an entry's name is read, and whether it may be believed. */
export interface ZipNaming {
  readonly read: (rawName: Uint8Array, isUtf8: boolean) => string;
  readonly isHarmless: (name: string) => boolean;
  /** By what two entries are the same. */
  readonly keyOf: (name: string) => string;
  /** Whether an entry that is not to be read leaves the others what they are: a workbook needs all its parts, an archive's files do not. */
  readonly standApart: boolean;
}

/** Of a workbook: ASCII, any other byte stays a distinct, unknown character. */
export const PART_NAMES: ZipNaming = {
  read: asCharacters,
  isHarmless: (name) => hasPlainSteps(name) && !name.includes('\\') && !name.includes(':'),
  keyOf: (name) => name.toLowerCase(),
  standApart: false,
};

/** Of an archive: UTF-8 where it says so or where it is, else the code page of Chinese systems; some programs write their own slashes. */
export const FILE_NAMES: ZipNaming = {
  read: (rawName, isUtf8) => decodeName(rawName, isUtf8).replace(/\\/g, '/'),
  isHarmless: (name) => hasPlainSteps(name) && !/^[a-z]:/i.test(name),
  keyOf: (name) => name,
  standApart: true,
};

/** Neither absolute nor climbing, no control characters, and no empty part between slashes. */
function hasPlainSteps(name: string): boolean {
  // A folder's own entry ends with one slash.
  const parts = name.replace(/\/$/, '').split('/');
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\0-\x1f\x7f]/.test(name) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

/** A few bytes as characters of one byte each; a loop joins them several times faster than a spread. */
export function asCharacters(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function decodeName(rawName: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawName);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(rawName);
  }
}

const END_SIGNATURE = 0x06054b50;
const LISTING_SIGNATURE = 0x02014b50;
/** A workbook has its first parts among the first; an archive need not be gone through. */
const MOST_PEEKED = 64;

/** The first names in a zip's directory, nothing checked: enough to tell a workbook from an archive before it is opened as either. */
export function peekNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = findDirectory(view); names.length < MOST_PEEKED;) {
    if (at < 0 || at + 46 > bytes.length || view.getUint32(at, true) !== LISTING_SIGNATURE) break;
    const length = view.getUint16(at + 28, true);
    names.push(asCharacters(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function findDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return view.getUint32(at + 16, true);
  }
  return -1;
}
