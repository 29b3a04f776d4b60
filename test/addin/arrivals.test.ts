/** What was dropped is held by one workshop: another that has taken its place says that it is gone, and not that it was empty. */
import { expect, it } from 'vitest';
import { Arrivals } from '../../addin/page/arrive/arrivals.ts';

const GONE = '拖入的已经不在了，请再拖入一次。';

it('is gone where nothing was handed over, and once it was taken', async () => {
  const arrivals = new Arrivals();
  expect(() => arrivals.take([])).toThrow(GONE);
  expect(() => arrivals.sort()).toThrow(GONE);
  const given = { files: [], unread: [], folders: [] };
  await arrivals.bring(given, true, new AbortController().signal);
  expect(arrivals.sort().count).toBe(0);
  expect(arrivals.take([])).toEqual({ files: [], unread: [] });
  expect(() => arrivals.take([])).toThrow(GONE);
});
