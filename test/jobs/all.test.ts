import { expect, it } from 'vitest';
import { makeAll } from '../../jobs/all.ts';
import { sample } from '../../jobs/sample/sample.ts';
import { openSchemes } from '../../scripts/scheme-folder.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';

const context = {
  schemes: openSchemes(),
  tell: () => undefined,
  progress: () => undefined,
  signal: new AbortController().signal,
};

it('writes nothing where a file of another origin stands in the way of any output', async () => {
  const folder = new MemoryFolder();
  const scheme = 'shanghai-security-2024';
  const roster = { folder, name: 'roster.xlsx', force: false };
  await sample({ scheme, seed: 1, flawed: false, empty: false, out: roster }, context);
  const make = (place: MemoryFolder) => {
    const out = { folder: place, force: false };
    return makeAll({ roster: folder.asInput('roster.xlsx'), copies: 1, key: null, pdf: null, out }, context);
  };
  const { files } = await make(new MemoryFolder());
  expect(files.length).toBeGreaterThan(20);
  for (const name of [files[0]?.name ?? '', files.at(-1)?.name ?? '']) {
    const foreign = new Map([[name, new Uint8Array([1])]]);
    await expect(make(new MemoryFolder(foreign))).rejects.toThrow('已经存在');
    expect([...foreign.keys()]).toEqual([name]);
  }
}, 60_000);
