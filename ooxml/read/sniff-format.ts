const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
/** Entries of an OLE2 directory are this long and begin with their name in UTF-16. */
const OLE2_ENTRY = 128;

/** What a file is by its first bytes, and for the older container by the names of its streams. */
export function sniffFormat(bytes: Uint8Array): 'zip' | 'encrypted' | 'old-xls' | 'not-a-workbook' {
  if (startsWith(bytes, 0, ZIP)) return 'zip';
  if (!startsWith(bytes, 0, OLE2)) return 'not-a-workbook';
  if (hasStream(bytes, 'EncryptedPackage')) return 'encrypted';
  return hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book') ? 'old-xls' : 'not-a-workbook';
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(`${name}\0`).flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 0; at + wanted.length <= bytes.length; at += OLE2_ENTRY) {
    if (startsWith(bytes, at, wanted)) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}
