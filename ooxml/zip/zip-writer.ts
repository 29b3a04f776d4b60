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
  const plan = planZip(parts);
  const zip = new Uint8Array(plan.total);
  for (const { part, name, at } of plan.places) {
    writeLocalHeader(zip, at, part, name);
    zip.set(part.bytes, at + LOCAL_HEADER + name.length);
  }
  writeDirectory(zip.subarray(plan.directory), plan);
  return zip;
}

/**
 * The same zip in pieces, with the parts' own bytes among them: one of many large parts is never held twice.
 * @throws {RangeError} as `joinZip`
 */
export function layZip(parts: readonly PackedPart[]): Uint8Array[] {
  const plan = planZip(parts);
  const pieces = plan.places.flatMap(({ part, name }) => {
    const header = new Uint8Array(LOCAL_HEADER + name.length);
    writeLocalHeader(header, 0, part, name);
    return [header, part.bytes];
  });
  const directory = new Uint8Array(plan.total - plan.directory);
  writeDirectory(directory, plan);
  return [...pieces, directory];
}

interface PlacedPart {
  readonly part: PackedPart;
  readonly name: Uint8Array;
  /** Where its local header begins. */
  readonly at: number;
}

interface ZipPlan {
  readonly places: readonly PlacedPart[];
  /** Where the directory begins. */
  readonly directory: number;
  readonly total: number;
}

function planZip(parts: readonly PackedPart[]): ZipPlan {
  if (parts.length > MAX_PARTS) throw new RangeError(`${parts.length} parts in one zip, at most ${MAX_PARTS}`);
  const places: PlacedPart[] = [];
  let directory = 0;
  let total = END_RECORD;
  for (const part of parts) {
    const name = encoder.encode(part.name);
    places.push({ part, name, at: directory });
    directory += LOCAL_HEADER + name.length + part.bytes.length;
    total += CENTRAL_HEADER + name.length;
  }
  total += directory;
  if (total > MAX_BYTES) throw new RangeError(`${total} bytes in one zip, at most ${MAX_BYTES}`);
  return { places, directory, total };
}

function writeLocalHeader(zip: Uint8Array, at: number, part: PackedPart, name: Uint8Array): void {
  const view = viewOf(zip);
  view.setUint32(at, 0x04034b50, true);
  writeCommon(view, at + 4, part, name.length);
  zip.set(name, at + LOCAL_HEADER);
}

/** @param end what the directory and the record behind it fill */
function writeDirectory(end: Uint8Array, { places, directory }: ZipPlan): void {
  const view = viewOf(end);
  let at = 0;
  for (const { part, name, at: from } of places) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    writeCommon(view, at + 6, part, name.length);
    view.setUint32(at + 42, from, true);
    end.set(name, at + CENTRAL_HEADER);
    at += CENTRAL_HEADER + name.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, places.length, true);
  view.setUint16(at + 10, places.length, true);
  view.setUint32(at + 12, at, true);
  view.setUint32(at + 16, directory, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
