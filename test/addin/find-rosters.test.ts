/** Among files that came in together, rosters are known by what is in them: whatever they are called, and whatever else came. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRosters } from '../../addin/page/arrive/find-rosters.ts';
import { fillingOf } from '../support/filled-sheets.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { openFiller, UNITS } from '../support/returned-folder.ts';
import { runCli } from '../support/run-cli.ts';

const SCHEMES = ['inner-mongolia-2024', 'shanghai-security-2024', 'xinjiang-fire-2021'];

describe('rosters among what came in', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rosters-'));
  const rosters = new Map<string, Uint8Array>();
  const others = new Map<string, Uint8Array>();
  const read = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));

  beforeAll(async () => {
    for (const id of SCHEMES) {
      runCli('sample', '--scheme', id, '--empty', '--out', path.join(folder, `${id}.xlsx`));
      rosters.set(id, read(`${id}.xlsx`));
    }
    const scheme = await findShanghai();
    const [unit] = UNITS;
    if (!unit) throw new Error('the test has no units');
    others.set('评分表.xlsx', (await openFiller(scheme))(unit, fillingOf(scheme, 95, 0)));
    const xinjiang = path.join(folder, 'xinjiang-fire-2021.xlsx');
    runCli('check', xinjiang, '--out', path.join(folder, '审查.xlsx'));
    others.set('资格审查报告.xlsx', read('审查.xlsx'));
    const [first = new Uint8Array()] = rosters.values();
    others.set('断了的总名册.xlsx', first.slice(0, first.length >> 1));
    others.set('~$总名册.xlsx', first);
    others.set('总名册.docx', first);
    others.set('总名册.xls', new TextEncoder().encode('<html>'));
    others.set('空.xlsx', new Uint8Array());
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const asDropped = (files: Iterable<readonly [string, Uint8Array]>) =>
    [...files].map(([name, bytes]) => ({ path: `收到/${name}`, file: new File([new Uint8Array(bytes)], name) }));
  const find = (files: Iterable<readonly [string, Uint8Array]>) =>
    findRosters(asDropped(files), { progress: () => undefined, signal: new AbortController().signal });

  it.each(SCHEMES)('finds that of %s, wherever it stands', async (id) => {
    const bytes = rosters.get(id) ?? new Uint8Array();
    const around = [...others];
    for (const place of [0, 3, around.length]) {
      const files = [...around];
      files.splice(place, 0, ['某区 2024.XLSX', bytes]);
      expect(await find(files)).toEqual({ rosters: [place], unread: [] });
    }
  });

  it('finds all of several', async () => {
    const files = [...[...rosters].map(([id, bytes]) => [`${id}.xlsx`, bytes] as const), ...others, ...others];
    expect(await find(files)).toEqual({ rosters: [0, 1, 2], unread: [] });
  });

  it('takes nothing else for one', async () => {
    expect(await find(others)).toEqual({ rosters: [], unread: [] });
    expect(await find([])).toEqual({ rosters: [], unread: [] });
  });

  it('stops where it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const files = asDropped([...rosters].map(([id, bytes]) => [`${id}.xlsx`, bytes] as const));
    const search = findRosters(files, { progress: () => undefined, signal: stop.signal });
    await expect(search).rejects.toThrow();
  });
});
