/** What a file is by its first bytes, and for the older container by the names of its streams. */

import { asCharacters } from '../zip/zip-names.ts';

/** What is no zip; each is a code of `IntakeError`. `text` may be a table of comma-separated values. */
type OtherFormat =
  | 'archive'
  | 'document'
  | 'empty'
  | 'encrypted'
  | 'foreign-encryption'
  | 'mail'
  | 'not-a-workbook'
  | 'old-xls'
  | 'pdf'
  | 'picture'
  | 'text'
  | 'web-page'
  | 'xml-table';

interface FileFormat {
  readonly kind: 'zip' | OtherFormat;
  /** Which of its kind, for people: `RAR`, `JPEG`; perhaps empty. */
  readonly detail: string;
}

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Entries of an OLE2 directory are this long and begin with their name in UTF-16. */
const OLE2_ENTRY = 128;
/** As much as tells a text from other bytes. */
const SAMPLE = 4096;

/** First bytes, as characters of one byte each, at their place. */
const SIGNATURES: readonly (readonly [at: number, bytes: string, kind: FileFormat['kind'], detail: string])[] = [
  [0, 'PK\u0003\u0004', 'zip', ''],
  [0, 'PK\u0005\u0006', 'empty', '压缩包里没有文件'],
  [0, 'Rar!\u001a\u0007', 'archive', 'RAR'],
  [0, '7z\u00bc\u00af\u0027\u001c', 'archive', '7z'],
  [0, '\u001f\u008b', 'archive', 'gzip'],
  [0, '\u00ff\u00d8\u00ff', 'picture', 'JPEG'],
  [0, '\u0089PNG\r\n', 'picture', 'PNG'],
  [0, 'GIF8', 'picture', 'GIF'],
  [0, 'II*\0', 'picture', 'TIFF'],
  [0, 'MM\0*', 'picture', 'TIFF'],
  [8, 'WEBP', 'picture', 'WebP'],
  [0, '{\\rtf', 'document', 'RTF'],
];
/** Nearly every file is a zip, which its first bytes tell: the rest is turned into text for the others alone. */
const LONGEST_SIGNATURE = Math.max(...SIGNATURES.map(([at, characters]) => at + characters.length));
/** Pictures of telephones: an ISO container whose brand stands at the ninth byte. */
const HEIC = /^ftyp(?:hei[csmx]|hev[cmsx]|mif1|msf1|avif)/;
/** A picture's first two bytes are also those of a text; six zeros further on they are not. */
const BITMAP = /^BM.{4}\0{4}/s;

const MAIL_HEADER = /^(?:received|return-path|from|to|subject|date|mime-version|message-id|delivered-to|x-[\w-]+): /im;
const MAIL_LEAST = 3;

/** @param fileName what it is called tells bytes that nobody knows in a workbook's name from any other such bytes */
export function sniffFormat(bytes: Uint8Array, fileName: string): FileFormat {
  if (bytes.every((byte) => byte === 0)) return { kind: 'empty', detail: bytes.length === 0 ? '0 字节' : '全是 0' };
  const start = asCharacters(bytes.subarray(0, LONGEST_SIGNATURE));
  const known = SIGNATURES.find(([at, characters]) => start.startsWith(characters, at));
  if (known) return { kind: known[2], detail: known[3] };
  const head = asCharacters(bytes.subarray(0, SAMPLE));
  if (OLE2.every((byte, index) => bytes[index] === byte)) return sniffOle2(bytes);
  // Some printers write a few lines before it.
  if (head.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf', detail: '' };
  if (HEIC.test(head.slice(4, 16))) return { kind: 'picture', detail: 'HEIC' };
  if (BITMAP.test(head)) return { kind: 'picture', detail: 'BMP' };
  if (isText(bytes, head)) return { kind: sniffText(head), detail: '' };
  const isNamedWorkbook = /\.(?:xls[xmb]?|xlt[xm]?|et|ods|csv)$/i.test(fileName);
  return { kind: isNamedWorkbook ? 'foreign-encryption' : 'not-a-workbook', detail: '' };
}

/** What a zip holds by the names in it; null for a workbook, and for what only its parts can tell. */
export function sniffZip(
  names: readonly string[],
): { kind: 'archive' | 'document' | 'ods' | 'xlsb'; detail: string } | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return { kind: 'xlsb', detail: '' };
  if (has(/^OFD\.xml$/i)) return { kind: 'document', detail: 'OFD' };
  if (has(/^mimetype$/)) return { kind: 'ods', detail: '' };
  if (!has(/^\[Content_Types\]\.xml$/i)) return has(/^xl\//i) ? null : { kind: 'archive', detail: 'ZIP' };
  if (has(/^word\//i)) return { kind: 'document', detail: 'Word' };
  return has(/^ppt\//i) ? { kind: 'document', detail: 'PowerPoint' } : null;
}

function sniffOle2(bytes: Uint8Array): FileFormat {
  if (hasStream(bytes, 'EncryptedPackage')) return { kind: 'encrypted', detail: '' };
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return { kind: 'old-xls', detail: '' };
  if (hasStream(bytes, 'WordDocument')) return { kind: 'document', detail: 'Word' };
  if (hasStream(bytes, 'PowerPoint Document')) return { kind: 'document', detail: 'PowerPoint' };
  if (hasStream(bytes, '__properties_version1.0')) return { kind: 'mail', detail: 'Outlook' };
  return { kind: 'not-a-workbook', detail: '' };
}

function sniffText(head: string): FileFormat['kind'] {
  const start = head
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/\0/g, '')
    .trimStart();
  if (/^<\?xml/i.test(start) && /schemas-microsoft-com:office:spreadsheet|<Workbook/i.test(start)) return 'xml-table';
  if (/^(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|table|style|div)\b/is.test(start)) return 'web-page';
  if (/^<\?xml/i.test(start)) return /<html\b/i.test(start) ? 'web-page' : 'not-a-workbook';
  if (/^mime-version:/i.test(start) && /multipart\/related/i.test(start)) return 'web-page';
  const lines = start.split(/\r?\n/).slice(0, 40);
  return lines.filter((line) => MAIL_HEADER.test(line)).length >= MAIL_LEAST ? 'mail' : 'text';
}

/** No control characters but those of lines, pages and tabs; in UTF-16 every other byte may be 0. */
function isText(bytes: Uint8Array, head: string): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return isWide || !/[\0-\x08\x0e-\x1f\x7f]/.test(head);
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(`${name}\0`).flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 0; at + wanted.length <= bytes.length; at += OLE2_ENTRY) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
