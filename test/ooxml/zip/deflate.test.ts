import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as node from '../../../ooxml/zip/deflate-node.ts';
import * as web from '../../../ooxml/zip/deflate-web.ts';

const TEXT = new TextEncoder().encode('评优台 '.repeat(5_000));

describe.each([
  ['node', node],
  ['web', web],
])('deflate in %s', (_, { inflateRaw, deflateRaw, deflateRawPieces, crc32 }) => {
  it('packs what the other can unpack', () => {
    for (const other of [node, web]) {
      expect(Buffer.from(other.inflateRaw(deflateRaw(TEXT), TEXT.length)).equals(TEXT)).toBe(true);
    }
    expect(deflateRaw(TEXT).length).toBeLessThan(TEXT.length / 10);
    expect(deflateRaw(TEXT, 0).length).toBeGreaterThanOrEqual(TEXT.length);
  });

  it('packs pieces as one stream, though each lies where the last one lay', () => {
    const buffer = new Uint8Array(1000);
    function* pieces() {
      for (let at = 0; at < TEXT.length; at += buffer.length) {
        const piece = TEXT.subarray(at, at + buffer.length);
        buffer.set(piece);
        yield buffer.subarray(0, piece.length);
      }
    }
    const packed = Buffer.concat(deflateRawPieces(pieces(), 2));
    for (const other of [node, web]) {
      expect(Buffer.from(other.inflateRaw(packed, TEXT.length)).equals(TEXT)).toBe(true);
    }
    expect(packed.length).toBeLessThan(TEXT.length / 2);
    expect(inflateRaw(Buffer.concat(deflateRawPieces([])), 0)).toHaveLength(0);
  });

  it('unpacks nothing, and no more than it is allowed', () => {
    expect(inflateRaw(deflateRawSync(''), 0)).toHaveLength(0);
    const packed = deflateRawSync(TEXT);
    expect(inflateRaw(packed, TEXT.length)).toHaveLength(TEXT.length);
    expect(inflateRaw(packed, TEXT.length + 1)).toHaveLength(TEXT.length);
    expect(() => inflateRaw(packed, TEXT.length - 1)).toThrow(RangeError);
    expect(() => inflateRaw(deflateRawSync('a'), 0)).toThrow(RangeError);
  });

  it('stops in a bomb', () => {
    const bomb = deflateRawSync(Buffer.alloc(100 * 1024 * 1024));
    expect(() => inflateRaw(bomb, 1000)).toThrow(RangeError);
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
