import { constants, crc32 as zlibCrc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One output buffer serves most parts; a larger one would be paid for by every small part. */
const LARGEST_CHUNK = 16 * 1024 * 1024;

/**
 * Unpacks raw deflate data.
 *
 * Stops as soon as the output would pass `maxBytes`.
 * @throws {RangeError} when there is more than `maxBytes`
 * @throws {Error} when the data is damaged or ends early
 */
export function inflateRaw(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const unpacked = inflateRawSync(bytes, {
    maxOutputLength: maxBytes + 1,
    // One byte more than needed, else zlib takes a second buffer to learn that nothing follows.
    chunkSize: Math.min(Math.max(maxBytes + 1, constants.Z_MIN_CHUNK), LARGEST_CHUNK),
  });
  if (unpacked.length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
  return unpacked;
}

/** Packs as raw deflate data. `level` 0 (store) to 9 (smallest), zlib's 6 unless told. */
export function deflateRaw(bytes: Uint8Array, level = 6): Uint8Array {
  return deflateRawSync(bytes, { level, ...sizeMemory(bytes.length) });
}

/** Packs a piece that may stand before and behind others in one stream: it ends on a whole byte and leads back to nothing outside itself. */
export function deflatePiece(bytes: Uint8Array, level = 6): Uint8Array {
  return deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });
}

/** What zlib sets up for long data takes longer than packing little; the result is the same. */
const LITTLE = 4 * 1024;

function sizeMemory(length: number): { windowBits?: number; memLevel?: number } {
  return length <= LITTLE ? { windowBits: 13, memLevel: 5 } : {};
}

/** CRC-32 as zip files use it, an unsigned 32-bit number; `before` is that of what precedes the bytes. */
export function crc32(bytes: Uint8Array, before = 0): number {
  return zlibCrc32(bytes, before);
}
