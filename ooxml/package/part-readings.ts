import { XmlScanner } from '../xml/xml-scan.ts';
import type { PackedEntry, ZipReader } from '../zip/zip-reader.ts';

/** Readings that are kept of each kind of part. */
const MOST_HELD = 16;
/** Larger parts are not kept: those of a sheet to fill in have some 20 KB, and nobody's files may fill a reader's memory. */
const MOST_PACKED = 32 * 1024;
const MOST_UNPACKED = 256 * 1024;

interface Held<T> extends PackedEntry {
  readonly partName: string;
  readonly reading: T;
}

/**
 * Reads one kind of part, and keeps what it gave. Of thousands of workbooks that one program saved, most parts are the same byte for byte, and are
 * then neither unpacked nor read again. A reading is shared between workbooks and must not be changed.
 */
export class PartReadings<T> {
  private held: Held<T>[] = [];

  constructor(private readonly read: (scanner: XmlScanner, partName: string) => T) {}

  /** @throws {IntakeError} */
  of(zip: ZipReader, partName: string): T {
    const found = zip.packed(partName);
    const known = this.held.find((each) => each.partName === partName && isSame(each, found));
    if (known) return known.reading;
    const reading = this.read(new XmlScanner(zip.read(partName), partName, zip.fileName), partName);
    const { entry, packed } = found;
    if (entry.packedBytes <= MOST_PACKED && entry.unpackedBytes <= MOST_UNPACKED) {
      // A copy, for the bytes are a view of the whole file.
      this.held = [{ partName, entry, packed: packed.slice(), reading }, ...this.held.slice(0, MOST_HELD - 1)];
    }
    return reading;
  }
}

/** The same bytes, packed alike, with the same checksum and size claimed: unpacked and checked they give the same. */
function isSame(a: PackedEntry, b: PackedEntry): boolean {
  const [one, other] = [a.entry, b.entry];
  if (one.crc !== other.crc || one.stored !== other.stored || one.unpackedBytes !== other.unpackedBytes) return false;
  if (a.packed.length !== b.packed.length) return false;
  for (let at = 0; at < a.packed.length; at += 1) if (a.packed[at] !== b.packed[at]) return false;
  return true;
}
