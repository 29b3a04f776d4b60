import { crc32, inflateRaw } from '#deflate';
import { IntakeError, type IntakeCode } from '../errors.ts';
import { findEntries, type ZipEntry, type ZipLimits } from './zip-directory.ts';
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
   * @throws {IntakeError}
   */
  constructor(
    private readonly bytes: Uint8Array,
    readonly fileName: string,
    limits: ZipLimits,
    naming: ZipNaming = PART_NAMES,
  ) {
    const { entries, behind } = findEntries(bytes, fileName, limits, naming);
    this.behind = behind;
    for (const entry of entries) {
      const key = entry.name.toLowerCase();
      if (this.entries.has(key)) this.fail('duplicate-name', entry.name);
      this.entries.set(key, entry);
    }
  }

  /** Entry names as written in the file, folders included. */
  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  /** What all entries come to unpacked, as they claim: none gives more. */
  get unpackedBytes(): number {
    return [...this.entries.values()].reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  }

  /** Part names of a workbook are equal whatever their case. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * One entry, not unpacked and not checked.
   * @throws {IntakeError} `damaged` when there is no such entry
   */
  packed(name: string): PackedEntry {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) return this.fail('damaged', `缺少部件 ${name}`);
    return { entry, packed: this.bytes.subarray(entry.dataAt, entry.dataAt + entry.packedBytes) };
  }

  /**
   * Unpacks one entry, stopping when it gives more than it claims, and checks its CRC.
   * @throws {IntakeError} `damaged` when there is no such entry
   */
  read(name: string): Uint8Array {
    const { entry, packed } = this.packed(name);
    const unpacked = entry.stored ? packed : this.inflate(entry, packed);
    if (unpacked.length !== entry.unpackedBytes) this.fail('damaged', `部件 ${entry.name} 的大小与目录不符`);
    if (crc32(unpacked) !== entry.crc) this.fail('bad-checksum', `部件 ${entry.name}`);
    return unpacked;
  }

  private inflate(entry: ZipEntry, packed: Uint8Array): Uint8Array {
    try {
      return inflateRaw(packed, entry.unpackedBytes);
    } catch (error) {
      if (error instanceof RangeError) return this.fail('bad-ratio', `部件 ${entry.name} 比目录所写的大`);
      return this.fail('damaged', `部件 ${entry.name} 无法解压`);
    }
  }

  private fail(code: IntakeCode, detail: string): never {
    throw new IntakeError(code, this.fileName, detail);
  }
}
