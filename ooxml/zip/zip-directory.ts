import { IntakeError, type IntakeCode } from '../errors.ts';
import type { IntakeLimits } from '../read/intake-limits.ts';
import { PART_NAMES, type ZipNaming } from './zip-names.ts';

/** What a zip may hold, whatever it is. */
export type ZipLimits = Pick<IntakeLimits, 'entries' | 'entryBytes' | 'unpackedBytes' | 'ratio'>;

/** Why one entry is not to be read, whatever the others are: a code of `IntakeError` and its detail. */
export interface EntryRefusal {
  readonly code: 'bad-name' | 'bad-ratio' | 'duplicate-name' | 'encrypted' | 'too-large' | 'unsupported-zip';
  readonly detail: string;
}

/** One entry of a zip file, as its directory and its local header both say. */
export interface ZipEntry {
  readonly name: string;
  /** Null of one that may be read. */
  readonly refusal: EntryRefusal | null;
  readonly stored: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the packed bytes begin in the file. */
  readonly dataAt: number;
}

interface ZipListing {
  readonly entries: readonly ZipEntry[];
  /** Bytes behind the end record. */
  readonly behind: number;
}

/** What the central directory says of an entry. */
interface Listing {
  readonly name: string;
  readonly refusal: EntryRefusal | null;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerAt: number;
}

const END = { signature: 0x06054b50, length: 22 } as const;
const LISTING = { signature: 0x02014b50, length: 46 } as const;
const LOCAL = { signature: 0x04034b50, length: 30 } as const;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
/** A field with this value has its real value elsewhere (zip64). */
const ELSEWHERE = 0xffffffff;
const FLAG = {
  encrypted: 0x0001,
  descriptor: 0x0008,
  strongEncryption: 0x0040,
  utf8: 0x0800,
  maskedHeaders: 0x2000,
} as const;
const METHOD = { stored: 0, deflated: 8 } as const;
/** Bytes behind the end among which the end record is looked for: as long as a comment may be. */
const MOST_BEHIND = 0xffff;
/** Below this size a high ratio harms nobody. */
const RATIO_FROM_BYTES = 1024 * 1024;

/**
 * Reads the directory of a zip file and compares it with every local header.
 *
 * The entries must fill the file from its first byte to the directory, and the directory to the end record: Excel, WPS,
 * LibreOffice and the common libraries all write so. Then no byte of a header can change unnoticed, and no second reading of
 * the same file exists. Behind the last end record some programs leave a comment, or bytes of nothing.
 * @throws {IntakeError}
 */
export function findEntries(
  bytes: Uint8Array,
  fileName: string,
  limits: ZipLimits,
  naming: ZipNaming = PART_NAMES,
): ZipListing {
  return new DirectoryReader(bytes, fileName, limits, naming).read();
}

class DirectoryReader {
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly fileName: string,
    private readonly limits: ZipLimits,
    private readonly naming: ZipNaming,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): ZipListing {
    const endAt = this.findEnd();
    const behind = this.bytes.length - endAt - END.length;
    const count = this.view.getUint16(endAt + 10, true);
    const directoryBytes = this.view.getUint32(endAt + 12, true);
    const directoryAt = this.view.getUint32(endAt + 16, true);
    if (directoryAt === ELSEWHERE || count === 0xffff) this.fail('unsupported-zip', 'zip64');
    const wholeAndPlain =
      this.view.getUint16(endAt + 4, true) === 0 &&
      this.view.getUint16(endAt + 6, true) === 0 &&
      this.view.getUint16(endAt + 8, true) === count &&
      this.view.getUint16(endAt + 20, true) <= behind;
    if (!wholeAndPlain || directoryAt + directoryBytes !== endAt) this.fail('damaged', '压缩包结尾记录有误');
    if (count > this.limits.entries) this.fail('too-many-entries', `${count} 个，上限 ${this.limits.entries} 个`);

    const listings = this.readListings(directoryAt, endAt, count);
    this.checkTotal(listings);
    return { entries: this.compareWithHeaders(listings, directoryAt), behind };
  }

  private findEnd(): number {
    const last = this.bytes.length - END.length;
    for (let at = last; at >= Math.max(0, last - MOST_BEHIND); at -= 1) {
      if (this.view.getUint32(at, true) === END.signature) return at;
    }
    return this.fail('incomplete', '缺少结尾');
  }

  private readListings(from: number, to: number, count: number): Listing[] {
    const listings: Listing[] = [];
    let at = from;
    while (listings.length < count) {
      if (at + LISTING.length > to || this.view.getUint32(at, true) !== LISTING.signature) {
        this.fail('damaged', '压缩包目录有误');
      }
      const nameAt = at + LISTING.length;
      const nameBytes = this.view.getUint16(at + 28, true);
      const next = nameAt + nameBytes + this.view.getUint16(at + 30, true) + this.view.getUint16(at + 32, true);
      if (next > to) this.fail('damaged', '压缩包目录有误');
      listings.push(this.readListing(at, this.bytes.subarray(nameAt, nameAt + nameBytes)));
      at = next;
    }
    if (at !== to) this.fail('damaged', '压缩包目录有误');
    return listings;
  }

  private readListing(at: number, rawName: Uint8Array): Listing {
    const flags = this.view.getUint16(at + 8, true);
    const method = this.view.getUint16(at + 10, true);
    const packedBytes = this.view.getUint32(at + 20, true);
    const unpackedBytes = this.view.getUint32(at + 24, true);
    const headerAt = this.view.getUint32(at + 42, true);
    const name = this.naming.read(rawName, (flags & FLAG.utf8) !== 0);
    if (packedBytes === ELSEWHERE || unpackedBytes === ELSEWHERE || headerAt === ELSEWHERE) {
      this.fail('unsupported-zip', 'zip64');
    }
    if (this.view.getUint16(at + 34, true) !== 0) this.fail('unsupported-zip', '分卷');
    const crc = this.view.getUint32(at + 16, true);
    const plain = { name, rawName, flags, method, crc, packedBytes, unpackedBytes, headerAt };
    const refusal = this.refuse(plain);
    if (refusal && !this.naming.standApart) this.fail(refusal.code, refusal.detail);
    // Behind a password the packed bytes are a few more.
    if (refusal === null && method === METHOD.stored && packedBytes !== unpackedBytes) {
      this.fail('damaged', `部件 ${name} 的大小有误`);
    }
    return { ...plain, refusal };
  }

  private refuse({ name, flags, method, packedBytes, unpackedBytes }: Omit<Listing, 'refusal'>): EntryRefusal | null {
    const { naming, limits } = this;
    if (!naming.isHarmless(name)) return { code: 'bad-name', detail: JSON.stringify(name.slice(0, 60)) };
    if (flags & (FLAG.encrypted | FLAG.strongEncryption | FLAG.maskedHeaders)) return { code: 'encrypted', detail: '' };
    if (method !== METHOD.stored && method !== METHOD.deflated) {
      return { code: 'unsupported-zip', detail: `压缩方法 ${method}` };
    }
    const part = naming.standApart ? '' : `部件 ${name} `;
    if (unpackedBytes > limits.entryBytes) {
      return { code: 'too-large', detail: `${part}解压后 ${inMegabytes(unpackedBytes)}` };
    }
    const isBomb = unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > packedBytes * limits.ratio;
    return isBomb ? { code: 'bad-ratio', detail: part.trim() } : null;
  }

  /** What is not to be read takes no room. */
  private checkTotal(listings: readonly Listing[]): void {
    const read = listings.filter(({ refusal }) => refusal === null);
    const total = read.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
    if (total > this.limits.unpackedBytes) this.fail('too-large', `解压后 ${inMegabytes(total)}`);
  }

  private compareWithHeaders(listings: readonly Listing[], directoryAt: number): ZipEntry[] {
    const inFileOrder = [...listings].sort((a, b) => a.headerAt - b.headerAt);
    let at = 0;
    return inFileOrder.map((listing, index) => {
      if (listing.headerAt !== at) this.fail('damaged', `部件 ${listing.name} 的位置有误`);
      at = inFileOrder[index + 1]?.headerAt ?? directoryAt;
      return this.compareWithHeader(listing, at);
    });
  }

  /** `end` is where the next entry or the directory begins. */
  private compareWithHeader(listing: Listing, end: number): ZipEntry {
    const { name, refusal, rawName, flags, method, crc, packedBytes, unpackedBytes, headerAt: at } = listing;
    const nameAt = at + LOCAL.length;
    if (nameAt > end || this.view.getUint32(at, true) !== LOCAL.signature)
      this.fail('damaged', `部件 ${name} 的头有误`);
    const nameBytes = this.view.getUint16(at + 26, true);
    const dataAt = nameAt + nameBytes + this.view.getUint16(at + 28, true);
    const dataEnd = dataAt + packedBytes;
    const described = (flags & FLAG.descriptor) !== 0;
    const agree =
      dataEnd <= end &&
      this.view.getUint16(at + 6, true) === flags &&
      this.view.getUint16(at + 8, true) === method &&
      nameBytes === rawName.length &&
      rawName.every((byte, index) => byte === this.bytes[nameAt + index]) &&
      this.agrees(at + 14, crc, described) &&
      this.agrees(at + 18, packedBytes, described) &&
      this.agrees(at + 22, unpackedBytes, described) &&
      this.isDescribed(listing, dataEnd, end, described);
    if (!agree) this.fail('damaged', `部件 ${name} 的头与目录不符`);
    return { name, refusal, stored: method === METHOD.stored, crc, packedBytes, unpackedBytes, dataAt };
  }

  /** A field that is told after the data may stand as 0, or as all ones where the writer reserved room for zip64. */
  private agrees(at: number, wanted: number, described: boolean): boolean {
    const found = this.view.getUint32(at, true);
    return found === wanted || (described && (found === 0 || found === ELSEWHERE));
  }

  /** Between the data and the next entry there is nothing, or the descriptor with or without its signature. */
  private isDescribed(listing: Listing, from: number, end: number, described: boolean): boolean {
    if (!described) return from === end;
    const signed = end - from === 16 || end - from === 24;
    if (!signed && end - from !== 12 && end - from !== 20) return false;
    if (signed && this.view.getUint32(from, true) !== DESCRIPTOR_SIGNATURE) return false;
    const at = signed ? from + 4 : from;
    const long = end - at === 20;
    return (
      this.view.getUint32(at, true) === listing.crc &&
      this.readSize(at + 4, long) === listing.packedBytes &&
      this.readSize(at + (long ? 12 : 8), long) === listing.unpackedBytes
    );
  }

  private readSize(at: number, long: boolean): number {
    return long ? Number(this.view.getBigUint64(at, true)) : this.view.getUint32(at, true);
  }

  private fail(code: IntakeCode, detail: string): never {
    throw new IntakeError(code, this.fileName, detail);
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}
