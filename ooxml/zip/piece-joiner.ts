/**
 * Joins one file of a zip from stretches that were packed before and texts between them. The stretches are neither encoded nor packed nor gone
 * through for the checksum again; the texts stand as they are, in blocks that deflate has for what is not packed.
 */
import { crc32, deflatePiece } from '#deflate';
import { crcShift, joinCrc } from './join-crc.ts';
import { LAST_BLOCK } from './part-writer.ts';
import type { PackedPart } from './zip-writer.ts';

/** A stretch of a file, packed once for all the files that have it. */
export interface PackedPiece {
  readonly bytes: Uint8Array;
  /** Bytes before packing. */
  readonly size: number;
  readonly crc: number;
  readonly shift: number;
}

/** Type, length and the length again, inverted. */
const BLOCK_HEADER = 5;
const LONGEST_BLOCK = 0xffff;
/** The most bytes of UTF-8 that one unit of a string takes. */
const BYTES_A_UNIT = 3;
const FIRST_ROOM = 64 * 1024;

const encoder = new TextEncoder();

export function packPiece(text: string, level = 9): PackedPiece {
  const plain = encoder.encode(text);
  return {
    bytes: deflatePiece(plain, level),
    size: plain.length,
    crc: crc32(plain),
    shift: crcShift(plain.length),
  };
}

/** Makes one file after the other, in one buffer. */
export class PieceJoiner {
  private buffer = new Uint8Array(FIRST_ROOM);
  private used = 0;
  private size = 0;
  private crc = 0;

  addPiece({ bytes, size, crc, shift }: PackedPiece): void {
    this.makeRoom(bytes.length);
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
    this.size += size;
    this.crc = joinCrc(this.crc, crc, shift);
  }

  addText(text: string): void {
    if (text === '') return;
    const most = BYTES_A_UNIT * text.length;
    if (most > LONGEST_BLOCK) {
      this.addPiece(packPiece(text, 3));
      return;
    }
    this.makeRoom(BLOCK_HEADER + most);
    const start = this.used + BLOCK_HEADER;
    const { written } = encoder.encodeInto(text, this.buffer.subarray(start));
    this.buffer.set([0, written & 0xff, written >> 8, ~written & 0xff, (~written >> 8) & 0xff], this.used);
    this.used = start + written;
    this.size += written;
    this.crc = crc32(this.buffer.subarray(start, this.used), this.crc);
  }

  /** The file, and an empty one to go on with. */
  finish(name: string): PackedPart {
    this.makeRoom(LAST_BLOCK.length);
    this.buffer.set(LAST_BLOCK, this.used);
    const bytes = this.buffer.slice(0, this.used + LAST_BLOCK.length);
    const part = { name, method: 'deflated' as const, crc: this.crc, size: this.size, bytes };
    this.clear();
    return part;
  }

  /** Begins anew, whatever was added. */
  clear(): void {
    this.used = 0;
    this.size = 0;
    this.crc = 0;
  }

  private makeRoom(needed: number): void {
    if (this.used + needed <= this.buffer.length) return;
    const larger = new Uint8Array(2 * (this.used + needed));
    larger.set(this.buffer.subarray(0, this.used));
    this.buffer = larger;
  }
}
