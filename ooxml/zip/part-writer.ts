import { crc32, deflatePiece } from '#deflate';
import { joinBytes } from './join-bytes.ts';
import { crcShift, joinCrc } from './join-crc.ts';
import type { PackedPart } from './zip-writer.ts';

/** Bytes that are packed at a time; fewer pack worse. */
const PIECE = 256 * 1024;
/** The most bytes of UTF-8 that one unit of a string takes. */
const BYTES_A_UNIT = 3;
/** An empty last block, behind blocks that end on a whole byte. */
export const LAST_BLOCK = new Uint8Array([3, 0]);

const encoder = new TextEncoder();

/** Packs a file that comes text by text, so that it is never held as a whole. What stands at its head may be given last. */
export class PartWriter {
  private readonly packed: Uint8Array[] = [];
  private buffer: Uint8Array | undefined;
  private used = 0;
  private size = 0;
  private crc = 0;

  /** @param level of zlib, 1 (fast) to 9 (small) */
  constructor(private readonly level = 6) {}

  write(text: string): void {
    const most = BYTES_A_UNIT * text.length;
    if (this.used + most > PIECE) this.flush();
    if (most > PIECE) {
      this.pack(encoder.encode(text));
      return;
    }
    this.buffer ??= new Uint8Array(PIECE);
    this.used += encoder.encodeInto(text, this.buffer.subarray(this.used)).written;
  }

  /** @param head stands before everything that was written */
  finish(name: string, head = ''): PackedPart {
    this.flush();
    this.buffer = undefined;
    const first = encoder.encode(head);
    return {
      name,
      method: 'deflated',
      crc: joinCrc(crc32(first), this.crc, crcShift(this.size)),
      size: first.length + this.size,
      bytes: joinBytes([...(head === '' ? [] : [deflatePiece(first, this.level)]), ...this.packed, LAST_BLOCK]),
    };
  }

  private flush(): void {
    if (this.buffer && this.used > 0) this.pack(this.buffer.subarray(0, this.used));
    this.used = 0;
  }

  private pack(piece: Uint8Array): void {
    this.size += piece.length;
    this.crc = crc32(piece, this.crc);
    this.packed.push(deflatePiece(piece, this.level));
  }
}
