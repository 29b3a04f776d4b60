import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crcShift, joinCrc } from '../../../ooxml/zip/join-crc.ts';

const BYTES = Uint8Array.from({ length: 70_000 }, (_, index) => (index * index * 31 + (index >> 3)) & 0xff);

describe('the checksum of two pieces together', () => {
  it.each([0, 1, 2, 7, 8, 255, 256, 257, 4_095, 65_535, 65_536, 69_999, 70_000])(
    'is that of the whole, cut at %i',
    (cut) => {
      const [before, after] = [BYTES.subarray(0, cut), BYTES.subarray(cut)];
      expect(joinCrc(crc32(before), crc32(after), crcShift(after.length))).toBe(crc32(BYTES));
    },
  );

  it('holds behind gigabytes', () => {
    const block = new Uint8Array(2 ** 24);
    const gigabyte = Array.from({ length: 64 }).reduce<number>((crc) => crc32(block, crc), crc32(BYTES));
    const zeros = Array.from({ length: 64 }).reduce<number>((crc) => crc32(block, crc), 0);
    expect(joinCrc(crc32(BYTES), zeros, crcShift(2 ** 30))).toBe(gigabyte);
  });
});
