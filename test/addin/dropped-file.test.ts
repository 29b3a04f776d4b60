/** The SHA-256 of a dropped file, piece by piece, against Node's of the whole. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashDropped } from '../../addin/page/returns/read-dropped-file.ts';

const PIECE = 4 * 1024 * 1024;

test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 65])('of %i bytes', async (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251);
  expect(await hashDropped(new File([bytes], '片子.mp4'))).toBe(createHash('sha256').update(bytes).digest('hex'));
});
