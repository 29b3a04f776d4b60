import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made by hand, every field free to lie. */
export interface HandEntry {
  readonly name: string | Uint8Array;
  readonly data: string | Uint8Array;
  readonly method?: number;
  /** Packed bytes to write instead of the real ones. */
  readonly packed?: Uint8Array;
  readonly flags?: number;
  readonly crc?: number;
  /** What both the directory and the local header claim. */
  readonly unpackedBytes?: number;
  /** What only the local header claims. */
  readonly local?: {
    readonly name?: string | Uint8Array;
    readonly flags?: number;
    readonly method?: number;
    readonly crc?: number;
    readonly packedBytes?: number;
    readonly unpackedBytes?: number;
  };
  readonly localExtra?: Uint8Array;
  /** Written behind the data: a descriptor, or bytes that nobody lists. */
  readonly behind?: Uint8Array;
  /** Left out of the directory. */
  readonly unlisted?: boolean;
  /** Where the directory says that the local header is. */
  readonly headerAt?: number;
}

export interface HandZipOptions {
  readonly before?: Uint8Array;
  readonly beforeEnd?: Uint8Array;
  readonly comment?: string;
  readonly count?: number;
  readonly directoryAt?: number;
}

/** Writes a zip file exactly as told. */
export function makeZip(entries: readonly HandEntry[], options: HandZipOptions = {}): Uint8Array {
  const chunks: Buffer[] = [Buffer.from(options.before ?? [])];
  const listings: Buffer[] = [];
  let at = chunks[0]?.length ?? 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const method = entry.method ?? 8;
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(data) : data));
    const shared = {
      name: entry.name,
      flags: entry.flags ?? 0,
      method,
      crc: entry.crc ?? crc32(data),
      packedBytes: packed.length,
      unpackedBytes: entry.unpackedBytes ?? data.length,
    };
    const local = localHeader({ ...shared, ...entry.local }, Buffer.from(entry.localExtra ?? []));
    const pieces = [local, packed, Buffer.from(entry.behind ?? [])];
    if (entry.unlisted !== true) listings.push(listing(shared, entry.headerAt ?? at));
    chunks.push(...pieces);
    at += pieces.reduce((sum, piece) => sum + piece.length, 0);
  }
  const directory = Buffer.concat(listings);
  const end = Buffer.alloc(22);
  const count = options.count ?? listings.length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(options.directoryAt ?? at, 16);
  const comment = Buffer.from(options.comment ?? '');
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...chunks, directory, Buffer.from(options.beforeEnd ?? []), end, comment]));
}

interface Header {
  readonly name: string | Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

function localHeader(header: Header, extra: Buffer): Buffer {
  const name = Buffer.from(header.name);
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(header.flags, 6);
  bytes.writeUInt16LE(header.method, 8);
  bytes.writeUInt32LE(header.crc, 14);
  bytes.writeUInt32LE(header.packedBytes, 18);
  bytes.writeUInt32LE(header.unpackedBytes, 22);
  bytes.writeUInt16LE(name.length, 26);
  bytes.writeUInt16LE(extra.length, 28);
  return Buffer.concat([bytes, name, extra]);
}

function listing(header: Header, headerAt: number): Buffer {
  const name = Buffer.from(header.name);
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 6);
  bytes.writeUInt16LE(header.flags, 8);
  bytes.writeUInt16LE(header.method, 10);
  bytes.writeUInt32LE(header.crc, 16);
  bytes.writeUInt32LE(header.packedBytes, 20);
  bytes.writeUInt32LE(header.unpackedBytes, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt32LE(headerAt, 42);
  return Buffer.concat([bytes, name]);
}

/** The descriptor that some writers put behind the data of an entry with flag 8. */
export function descriptor(data: string, { signed = true, long = false } = {}): Uint8Array {
  const packedBytes = deflateRawSync(Buffer.from(data)).length;
  const bytes = Buffer.alloc(long ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc32(Buffer.from(data)), 4);
  if (long) {
    bytes.writeBigUInt64LE(BigInt(packedBytes), 8);
    bytes.writeBigUInt64LE(BigInt(Buffer.byteLength(data)), 16);
  } else {
    bytes.writeUInt32LE(packedBytes, 8);
    bytes.writeUInt32LE(Buffer.byteLength(data), 12);
  }
  return new Uint8Array(signed ? bytes : bytes.subarray(4));
}
