import { crc32, deflateRaw } from '#deflate';

/** One file of a zip, packed. It does not know its place in the zip, so one packed part serves any number of zips. */
export interface PackedPart {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  /** Bytes before packing. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** Packs one file. Text is written as UTF-8. `level` is zlib's, 1 (fast) to 9 (small). */
export function packPart(name: string, content: string | Uint8Array, level = 6): PackedPart {
  const plain = typeof content === 'string' ? encoder.encode(content) : content;
  const deflated = deflateRaw(plain, level);
  const smaller = deflated.length < plain.length;
  return {
    name,
    method: smaller ? 'deflated' : 'stored',
    crc: crc32(plain),
    size: plain.length,
    bytes: smaller ? deflated : plain,
  };
}

/** One file that stands in the zip as it is. Text is written as UTF-8. */
export function storePart(name: string, content: string | Uint8Array): PackedPart {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return { name, method: 'stored', crc: crc32(bytes), size: bytes.length, bytes };
}

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;
/** Zip 2.0: the first version that knows deflate. */
const VERSION = 20;
/** Bit 11: names are UTF-8. */
const UTF8_NAMES = 0x0800;
/** 1 January 1980 00:00, the earliest time a zip can hold: the same input gives the same bytes. */
const FIXED_DATE = 0x0021;
const MAX_PARTS = 0xffff;
const MAX_BYTES = 0xffffffff;

/**
 * Joins packed parts to a zip, in their order.
 * @throws {RangeError} with more than 65,535 parts or 4 GiB: such a zip needs zip64, which some spreadsheet programs cannot read
 */
export function joinZip(parts: readonly PackedPart[]): Uint8Array {
  if (parts.length > MAX_PARTS) throw new RangeError(`${parts.length} parts in one zip, at most ${MAX_PARTS}`);
  const names = parts.map((part) => encoder.encode(part.name));
  let total = END_RECORD;
  parts.forEach((part, index) => {
    total += LOCAL_HEADER + CENTRAL_HEADER + 2 * (names[index]?.length ?? 0) + part.bytes.length;
  });
  if (total > MAX_BYTES) throw new RangeError(`${total} bytes in one zip, at most ${MAX_BYTES}`);

  const zip = new Uint8Array(total);
  const view = new DataView(zip.buffer);
  const offsets: number[] = [];
  let at = 0;
  parts.forEach((part, index) => {
    const name = names[index] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, part, name.length);
    zip.set(name, at + LOCAL_HEADER);
    zip.set(part.bytes, at + LOCAL_HEADER + name.length);
    at += LOCAL_HEADER + name.length + part.bytes.length;
  });
  const directory = at;
  parts.forEach((part, index) => {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    writeCommon(view, at + 6, part, name.length);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    zip.set(name, at + CENTRAL_HEADER);
    at += CENTRAL_HEADER + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return zip;
}

/** The 26 bytes that the local header and the directory share; what is not set here stays 0. */
function writeCommon(view: DataView, at: number, part: PackedPart, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, part.method === 'deflated' ? 8 : 0, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.bytes.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, nameLength, true);
}
