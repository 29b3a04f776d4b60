import { expect, it } from 'vitest';
import { notice } from '../../jobs/notice.ts';
import { sample } from '../../jobs/sample/sample.ts';
import { openSchemes } from '../../scripts/scheme-folder.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';

const context = {
  schemes: openSchemes(),
  tell: () => undefined,
  progress: () => undefined,
  signal: new AbortController().signal,
};

it('takes whole days from 1 to 99, whoever asks, and none in place of another number', async () => {
  const folder = new MemoryFolder();
  const scheme = 'shanghai-security-2024';
  await sample({ scheme, seed: 1, flawed: false, empty: true, out: { folder, name: 'r.xlsx', force: false } }, context);
  const ask = (days: number) => notice({ roster: folder.asInput('r.xlsx'), out: null, days }, context);
  for (const days of [-1, 0, 7.5, 100, NaN, Infinity]) await expect(ask(days)).rejects.toThrow('1 到 99 的整数');
  expect((await ask(99)).summary()).toMatchObject({ days: 99 });
});
