import { IntakeError } from '../errors.ts';
import type { OoxmlPackage } from '../package/ooxml-package.ts';
import type { PackedEntry } from '../zip/zip-reader.ts';
import { joinZip, packPart, type PackedPart } from '../zip/zip-writer.ts';

/**
 * The workbook with some parts written anew and others added; every other part is copied packed as it is.
 * @param rewritten by the name of the part in lower case
 * @param added by the name of the part
 */
export function rewritePackage(
  { zip, fileName }: OoxmlPackage,
  rewritten: ReadonlyMap<string, string>,
  added: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const parts = zip.names().map((name): PackedPart => {
    const xml = rewritten.get(name.toLowerCase());
    return xml === undefined ? copyPart(zip.packed(name), fileName) : packPart(name, declareUtf8(xml));
  });
  return joinZip([...parts, ...Array.from(added, ([name, xml]) => packPart(name, xml))]);
}

/** A part that came in UTF-16 goes out in UTF-8. */
function declareUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

const asWritten = new TextDecoder('utf-8', { fatal: true });

function copyPart({ entry, packed }: PackedEntry, fileName: string): PackedPart {
  const { name, stored, crc, unpackedBytes: size } = entry;
  return {
    name: decodeName(name, fileName),
    method: stored ? 'stored' : 'deflated',
    crc,
    size,
    bytes: packed,
  };
}

/** Entry names come one character a byte; they are written back as UTF-8, so they must have been that. */
function decodeName(name: string, fileName: string): string {
  try {
    return asWritten.decode(Uint8Array.from(name, (char) => char.charCodeAt(0)));
  } catch {
    throw new IntakeError('unsupported-zip', fileName, '部件名不是 UTF-8 编码');
  }
}
