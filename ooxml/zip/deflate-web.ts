import { inflateSync } from 'fflate';
import { Deflate, deflateRaw as packRaw, Inflate, Z_SYNC_FLUSH } from 'pako';
import { joinBytes } from './join-bytes.ts';

export { crc32 } from './crc32.ts';

/** Deflate grows data at most 1032 times: of so little packed data one may go on past the room that is allowed, for it comes to 17 MB at most. */
const LITTLE = 16 * 1024;
/** One output buffer serves most parts; a larger one would be paid for by every small part. */
const LARGEST_CHUNK = 16 * 1024 * 1024;

/**
 * Unpacks raw deflate data.
 *
 * Stops soon after the output passes `maxBytes`.
 * @throws {RangeError} when there is more than `maxBytes`
 * @throws {Error} when the data is damaged or ends early
 */
export function inflateRaw(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length === 0) throw new Error('no data');
  return bytes.length <= LITTLE ? inflateLittle(bytes, maxBytes) : inflateChunks(bytes, maxBytes);
}

/** At once, into the room that is allowed: what is beyond it is counted and written nowhere. The library's own room is 128 KB for each part. */
function inflateLittle(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const unpacked = inflateSync(bytes, { out: new Uint8Array(maxBytes + 1) });
  if (unpacked.length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
  return unpacked;
}

/** The other library unpacks little more slowly, and stops where it is told to. */
function inflateChunks(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate({ raw: true, chunkSize: Math.min(maxBytes + 1, LARGEST_CHUNK) });
  inflate.onData = (chunk) => {
    length += chunk.length;
    if (length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  };
  inflate.push(bytes, true);
  if (inflate.err) throw new Error(inflate.msg);
  const [only, ...more] = chunks;
  return only && more.length === 0 ? only : joinBytes(chunks);
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
