import { joinZip, type PackedPart } from './zip-writer.ts';
import type { ZipReader } from './zip-reader.ts';

/** The same files, none of them packed: for a reader that would unpack whatever a zip claims. @throws {IntakeError} as `ZipReader.read` */
export function unpackStored(zip: ZipReader): Uint8Array {
  const files = zip.names().filter((name) => !name.endsWith('/'));
  return joinZip(
    files.map((name): PackedPart => {
      const bytes = zip.read(name);
      return { name, method: 'stored', crc: zip.packed(name).entry.crc, size: bytes.length, bytes };
    }),
  );
}
