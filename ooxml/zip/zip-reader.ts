import { crc32, inflateRaw } from '#deflate';
import { IntakeError, type IntakeCode } from '../errors.ts';
import { findEntries, type EntryRefusal, type ZipEntry, type ZipLimits } from './zip-directory.ts';
import { PART_NAMES, type ZipNaming } from './zip-names.ts';

/** One entry as it stands in the file. */
export interface PackedEntry {
  readonly entry: ZipEntry;
  /** A view of the file's bytes. */
  readonly packed: Uint8Array;
}

/** An opened zip file whose directory and local headers agree in every field that matters. */
export class ZipReader {
  private readonly entries = new Map<string, ZipEntry>();
  /** Bytes behind the end, which belong to nothing. */
  readonly behind: number;

  /**
   * Checks the whole structure before anything is unpacked: every entry is listed once, lies where the directory says, has a
   * harmless name and claims a size within the limits; there is no room between entries where anything could hide.
   * Where entries stand apart, those that are not to be read are marked, and the others are as they would be without them.
   * @throws {IntakeError}
   */
  constructor(
    private readonly bytes: Uint8Array,
    readonly fileName: string,
    limits: ZipLimits,
    private readonly naming: ZipNaming = PART_NAMES,
  ) {
    const { entries, behind } = findEntries(bytes, fileName, limits, naming);
    this.behind = behind;
    for (const entry of entries) {
      const key = naming.keyOf(entry.name);
      const isTwice = this.entries.has(key);
      if (isTwice && !naming.standApart) this.fail('duplicate-name', entry.name);
      // Nobody can say which of the two is meant.
      const refusal: EntryRefusal = { code: 'duplicate-name', detail: '' };
      this.entries.set(key, isTwice ? { ...entry, refusal } : entry);
    }
  }

  /** Entry names as written in the file, folders included. */
  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  /** Why an entry is not to be read; null where it may be. @throws {IntakeError} `damaged` when there is no such entry */
  refusalOf(name: string): EntryRefusal | null {
    return this.entryOf(name).refusal;
  }

  /** What all entries that may be read come to unpacked, as they claim: none gives more. */
  get unpackedBytes(): number {
    const read = [...this.entries.values()].filter(({ refusal }) => refusal === null);
    return read.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  }

  /** Part names of a workbook are equal whatever their case. */
  has(name: string): boolean {
    return this.entries.has(this.naming.keyOf(name));
  }

  /**
   * One entry, not unpacked and not checked.
   * @throws {IntakeError} `damaged` when there is no such entry
   */
  packed(name: string): PackedEntry {
    const entry = this.entryOf(name);
    return { entry, packed: this.bytes.subarray(entry.dataAt, entry.dataAt + entry.packedBytes) };
  }

  /**
   * Unpacks one entry, stopping when it gives more than it claims, and checks its CRC.
   * @throws {IntakeError} `damaged` when there is no such entry, and the code of its refusal where it is not to be read
   */
  read(name: string): Uint8Array {
    const { entry, packed } = this.packed(name);
    if (entry.refusal) this.fail(entry.refusal.code, entry.refusal.detail);
    const unpacked = entry.stored ? packed : this.inflate(entry, packed);
    if (unpacked.length !== entry.unpackedBytes) this.failAt(name, 'damaged', '大小与目录不符');
    if (crc32(unpacked) !== entry.crc) this.failAt(name, 'bad-checksum', '');
    return unpacked;
  }

  private entryOf(name: string): ZipEntry {
    return this.entries.get(this.naming.keyOf(name)) ?? this.fail('damaged', `缺少部件 ${name}`);
  }

  private inflate(entry: ZipEntry, packed: Uint8Array): Uint8Array {
    try {
      return inflateRaw(packed, entry.unpackedBytes);
    } catch (error) {
      if (error instanceof RangeError) return this.failAt(entry.name, 'bad-ratio', '比目录所写的大');
      return this.failAt(entry.name, 'damaged', '无法解压');
    }
  }

  /** What stands apart is a file of its own to people. */
  private failAt(name: string, code: IntakeCode, what: string): never {
    if (this.naming.standApart) throw new IntakeError(code, `${this.fileName}/${name}`, what);
    return this.fail(code, `部件 ${name} ${what}`.trim());
  }

  private fail(code: IntakeCode, detail: string): never {
    throw new IntakeError(code, this.fileName, detail);
  }
}
