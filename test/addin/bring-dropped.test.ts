import { describe, expect, it } from 'vitest';
import { bringDropped } from '../../addin/page/returns/bring-dropped.ts';
import type { Dropped } from '../../addin/page/returns/list-dropped.ts';

const COUNT = 200;

describe('handing over what was dropped', () => {
  const files = Array.from({ length: COUNT }, (_, at) => ({ path: `${at}.xlsx`, file: new File([], `${at}.xlsx`) }));
  const dropped: Dropped = { files, unread: [], folders: [], folder: null };

  /** Cancels while so many files are with the workshop. @returns the files that were handed over, and what it ended with */
  const bring = async (cancelAt: number) => {
    const stop = new AbortController();
    const paths: string[] = [];
    const workshop = {
      bring(some: Omit<Dropped, 'folder'>) {
        paths.push(...some.files.map(({ path }) => path));
        if (paths.length >= cancelAt) stop.abort(new Error('an invented reason'));
        return Promise.resolve();
      },
    };
    const ended = await bringDropped(workshop, dropped, stop.signal).catch((error: unknown) => error);
    return { paths, ended };
  };

  it('is done in order, and each once', async () => {
    const { paths, ended } = await bring(COUNT + 1);
    expect(paths).toEqual(files.map(({ path }) => path));
    expect(ended).toBeUndefined();
  });

  it('ends where it is cancelled between two messages, of which the workshop learns nothing', async () => {
    const { paths, ended } = await bring(1);
    expect(paths.length).toBeLessThan(COUNT / 2);
    expect(ended).toEqual(new Error('an invented reason'));
  });

  it('ends as cancelled in its last message too, so that nothing comes of it', async () => {
    expect((await bring(COUNT)).ended).toEqual(new Error('an invented reason'));
  });
});
