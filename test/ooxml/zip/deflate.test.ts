import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as node from '../../../scripts/deflate-node.ts';
import * as web from '../../../ooxml/zip/deflate-web.ts';

const last = Uint8Array.of(3, 0);
const TEXT = new TextEncoder().encode('评优台 '.repeat(5_000));

describe.each([
  ['node', node],
  ['web', web],
])('deflate in %s', (_, { inflateRaw, deflateRaw, deflatePiece, crc32 }) => {
  it('packs what the other can unpack', () => {
    for (const other of [node, web]) {
      expect(Buffer.from(other.inflateRaw(deflateRaw(TEXT), TEXT.length)).equals(TEXT)).toBe(true);
    }
    expect(deflateRaw(TEXT).length).toBeLessThan(TEXT.length / 10);
    expect(deflateRaw(TEXT, 0).length).toBeGreaterThanOrEqual(TEXT.length);
  });

  it('packs pieces that make one stream in whatever order, and whatever stands between', () => {
    const pieces = [TEXT.subarray(0, 1000), TEXT.subarray(1000, 1007), TEXT.subarray(1007)];
    const [first, second, third] = pieces.map((piece) => deflatePiece(piece, 2));
    for (const other of [node, web]) {
      for (const order of [
        [0, 1, 2],
        [2, 0, 2, 1],
      ]) {
        const packed = Buffer.concat([...order.map((index) => [first, second, third][index] ?? last), last]);
        const plain = Buffer.concat(order.map((index) => pieces[index] ?? last));
        expect(Buffer.from(other.inflateRaw(packed, plain.length)).equals(plain)).toBe(true);
      }
      expect(other.inflateRaw(Buffer.concat([deflatePiece(new Uint8Array()), last]), 0)).toHaveLength(0);
    }
    expect(third?.length).toBeLessThan(TEXT.length / 10);
  });

  it('packs pieces of any length and content that end on a whole byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (pieces, level) => {
          const packed = pieces.map((piece) => deflatePiece(piece, level));
          // Read by zlib, whoever packed.
          expect(inflateRawSync(Buffer.concat([...packed, last]))).toEqual(Buffer.concat(pieces));
        },
      ),
    );
  });

  it.each([65_535, 65_536, 70_000, 262_144, 300_000])('packs a piece of %i bytes', (length) => {
    for (const step of [1, 7, 31]) {
      const piece = Uint8Array.from({ length }, (_, index) => (index * index * step) >> 5);
      expect(inflateRawSync(Buffer.concat([deflatePiece(piece, 6), last])).equals(piece)).toBe(true);
    }
  });

  it('unpacks nothing, and no more than it is allowed', () => {
    expect(inflateRaw(deflateRawSync(''), 0)).toHaveLength(0);
    const packed = deflateRawSync(TEXT);
    expect(inflateRaw(packed, TEXT.length)).toHaveLength(TEXT.length);
    expect(inflateRaw(packed, TEXT.length + 1)).toHaveLength(TEXT.length);
    expect(() => inflateRaw(packed, TEXT.length - 1)).toThrow(RangeError);
    expect(() => inflateRaw(deflateRawSync('a'), 0)).toThrow(RangeError);
  });

  it.each([10, 100])('stops in a bomb of %i MB', (size) => {
    const bomb = deflateRawSync(Buffer.alloc(size * 1024 * 1024));
    expect(() => inflateRaw(bomb, 1000)).toThrow(RangeError);
  });

  it('unpacks what zlib packed, short and long, of one block and of many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.uint8Array({ maxLength: 2000 }), fc.integer({ min: 1, max: 40 })), { maxLength: 6 }),
        fc.integer({ min: 0, max: 9 }),
        (stretches, level) => {
          const plain = Buffer.concat(stretches.flatMap(([bytes, times]) => new Array<Uint8Array>(times).fill(bytes)));
          const packed = deflateRawSync(plain, { level });
          expect(Buffer.from(inflateRaw(packed, plain.length)).equals(plain)).toBe(true);
          expect(Buffer.from(inflateRaw(packed, plain.length + 7)).equals(plain)).toBe(true);
          if (plain.length > 0) expect(() => inflateRaw(packed, plain.length - 1)).toThrow(RangeError);
        },
      ),
    );
  });

  it('refuses damaged data and data that ends early', () => {
    const packed = deflateRawSync(TEXT);
    expect(() => inflateRaw(packed.subarray(0, packed.length - 1), TEXT.length)).toThrow(Error);
    expect(() => inflateRaw(new Uint8Array([0xff, 0xff, 0xff]), 10)).toThrow(Error);
    expect(() => inflateRaw(new Uint8Array(0), 10)).toThrow(Error);
  });

  it('computes the checksum of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
    expect(crc32(TEXT)).toBe(node.crc32(TEXT));
    expect(crc32(TEXT.subarray(7), crc32(TEXT.subarray(0, 7)))).toBe(node.crc32(TEXT));
  });
});
