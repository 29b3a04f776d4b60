import { Inflate, inflateSync } from 'fflate';
import { Deflate, deflateRaw as packRaw, Z_SYNC_FLUSH } from 'pako';
import { joinBytes } from './join-bytes.ts';

export { crc32 } from './crc32.ts';

/** Packed bytes taken at a time. Deflate grows data at most 1032 times, so at most 17 MB come before the next count. */
const SLICE = 16 * 1024;

/**
 * Unpacks raw deflate data.
 *
 * Stops soon after the output passes `maxBytes`.
 * @throws {RangeError} when there is more than `maxBytes`
 * @throws {Error} when the data is damaged or ends early
 */
export function inflateRaw(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length === 0) throw new Error('no data');
  return bytes.length <= SLICE ? inflateLittle(bytes, maxBytes) : inflateSlices(bytes, maxBytes);
}

/** At once, into the room that is allowed: what is beyond it is counted and written nowhere. The library's own room is 128 KB for each part. */
function inflateLittle(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const unpacked = inflateSync(bytes, { out: new Uint8Array(maxBytes + 1) });
  if (unpacked.length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
  return unpacked;
}

function inflateSlices(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    length += piece.length;
    if (length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
    pieces.push(piece);
  });
  for (let at = 0; at < bytes.length; at += SLICE) {
    inflate.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  }
  return joinBytes(pieces);
}

/** Packs as raw deflate data. `level` 0 (store) to 9 (smallest), 6 unless told. */
export function deflateRaw(bytes: Uint8Array, level = 6): Uint8Array {
  return packRaw(bytes, { level });
}

/** Packs a piece that may stand before and behind others in one stream: it ends on a whole byte and leads back to nothing outside itself. */
export function deflatePiece(bytes: Uint8Array, level = 6): Uint8Array {
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ raw: true, level });
  deflate.onData = (piece) => packed.push(piece);
  deflate.push(bytes, Z_SYNC_FLUSH);
  return joinBytes(packed);
}
