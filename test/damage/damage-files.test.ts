import { expect, it } from 'vitest';
import { damageFiles } from './damage-files.ts';

it.each([1, 2026])(
  'damaged files are each refused with a code or read as they were, and change no good one (seed %i)',
  async (seed) => {
    const { failures, codes, rejected } = await damageFiles(63, seed);
    expect(failures).toEqual([]);
    expect(rejected).toBeGreaterThan(20);
    expect(codes.size).toBeGreaterThan(5);
  },
);
