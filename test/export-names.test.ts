/** One name, one thing: two files that export the same name would have their readers guess which of the two is meant. */
import { expect, test } from 'vitest';
import { listRooms, readModules } from './support/source-modules.ts';

/** Where one thing has a side in each of several files: a kind of condition in each room, a packer for each engine, a command for each job. */
const SIDES = ['conditions/', '/deflate-', 'scripts/commands.ts'];

test('no exported name stands for two things', () => {
  const rooms = listRooms().filter((room) => room !== 'test' && room !== 'bench');
  const holders = new Map<string, string[]>();
  for (const { file, declared } of readModules(rooms)) {
    if (SIDES.some((side) => file.includes(side))) continue;
    for (const name of declared) holders.set(name, [...(holders.get(name) ?? []), file]);
  }
  expect(holders.size).toBeGreaterThan(500);
  expect(Object.fromEntries([...holders].filter(([, files]) => files.length > 1))).toEqual({});
});
