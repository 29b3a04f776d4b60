import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles, type PoolOptions } from '../../../jobs/collect/reader-pool.ts';
import { hashFile } from '../../../scripts/collect/read-file.ts';
import { threadStarter } from '../../../scripts/collect/start-thread.ts';
import { isReaderData } from '../../../jobs/collect/read-returns.ts';
import { findShanghai } from '../../support/full-scheme.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const MEMORY_LIMIT = 32;

let options: PoolOptions;
let startOf: (script: string | URL) => PoolOptions['start'];
beforeAll(async () => {
  const data = { layout: layOutScoreSheet(await findShanghai()), blank: '', form: null };
  startOf = (script) => threadStarter(script, data, MEMORY_LIMIT);
  const start = startOf(new URL('../../support/stub-reader.js', import.meta.url));
  options = { start, hash: hashFile, readers: 2, timeLimit: 5000 };
});

const request = (path: string) => ({ path, location: join(folder, path) });
const codeOf = ({ outcome }: Awaited<ReturnType<typeof readFiles>>['files'][number]) =>
  outcome.kind === 'rejected' ? (outcome.faults[0]?.code ?? 'fine') : 'read';

describe('the readers', () => {
  it('answer for every file, in the files’ order, and count them', async () => {
    const files = Array.from({ length: 100 }, (_, index) => request(`file ${index}`));
    const counts: number[] = [];
    const { files: results } = await readFiles(files, options, (done) => counts.push(done));
    expect(results.map(({ path, sha256 }) => [path, sha256])).toEqual(files.map(({ path }) => [path, path]));
    expect(counts).toEqual(files.map((_, index) => index + 1));
  });

  it.each([
    ['hang', 'reader-hung'],
    ['throw', 'reader-crashed'],
    ['exit', 'reader-crashed'],
    ['fill', 'reader-out-of-memory'],
  ])('lose only the file on which one of them %ss', async (name, code) => {
    writeFileSync(join(folder, name), 'abc');
    const paths = [...Array.from({ length: 20 }, (_, index) => `before ${index}`), name, 'after', name, 'last'];
    const { files: results } = await readFiles(paths.map(request), options);
    expect(results.map(({ path }) => path)).toEqual(paths);
    expect(results.map(codeOf)).toEqual(paths.map((path) => (path === name ? code : 'fine')));
    // The hash is taken all the same: of `abc`, as published with the standard.
    expect(results[20]?.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('blame no neighbour of a file on which one of them throws, however close the two', async () => {
    const paths = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? `fine ${index}` : `throw ${index}`));
    for (const path of paths) writeFileSync(join(folder, path), path);
    const { files: results } = await readFiles(paths.map(request), options);
    expect(results.map(codeOf)).toEqual(paths.map((path) => (path.startsWith('throw') ? 'reader-crashed' : 'fine')));
  });

  it('may answer for some of what they were asked before the rest', async () => {
    const paths = Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? `at once ${index}` : `fine ${index}`));
    const { files: results } = await readFiles(paths.map(request), options);
    expect(results.map(({ sha256 }) => sha256)).toEqual(paths);
  });

  it('blame no file for the time that its neighbours took', async () => {
    const paths = Array.from({ length: 10 }, (_, index) => `slow ${index}`);
    const { files: results } = await readFiles(paths.map(request), { ...options, readers: 1, timeLimit: 1500 });
    expect(results.map(codeOf)).toEqual(paths.map(() => 'fine'));
  });

  it('have time for an archive as long as they tell of its files', async () => {
    const paths = ['archive', 'fine'];
    const { files: results } = await readFiles(paths.map(request), { ...options, readers: 1, timeLimit: 1500 });
    expect(results.map(codeOf)).toEqual(['fine', 'fine']);
  });

  it('are given what they read by, and start with nothing else', async () => {
    const worker = new URL('../../../dist/collect-worker.js', import.meta.url);
    const files = [request('no such file')];
    expect((await readFiles(files, { ...options, start: startOf(worker) })).files.map(codeOf)).toEqual([
      'unreadable-file',
    ]);
    for (const wrong of [null, 'layout', {}, { layout: {}, blank: '' }, { layout: { cells: [] } }]) {
      expect(isReaderData(wrong)).toBe(false);
    }
  });

  it('blame no file when they cannot even start', async () => {
    const broken = { ...options, start: startOf(join(folder, 'no-such-script.mjs')) };
    const refusing: PoolOptions = {
      ...options,
      start: () => {
        throw new DOMException("Failed to construct 'Worker'", 'SecurityError');
      },
    };
    for (const each of [broken, refusing]) {
      await expect(readFiles([request('file')], each)).rejects.toThrow(/^读取评分表的程序启动不了.*再试一次。$/);
    }
  });

  it('all end when one of them does not start, and then nothing more is counted', async () => {
    let count = 0;
    let ended = 0;
    const done: number[] = [];
    const start: PoolOptions['start'] = (events) => {
      count += 1;
      const link = options.start(events);
      if (count === 2) {
        queueMicrotask(() => {
          events.onFailure({ kind: 'crashed', cause: new Error('no room') });
        });
      }
      const end = async () => {
        await link.end();
        ended += 1;
      };
      return { ...link, end };
    };
    const files = Array.from({ length: 40 }, (_, index) => request(`slow ${index}`));
    const failing = readFiles(files, { ...options, start }, (at) => done.push(at));
    await expect(failing).rejects.toThrow(/^[^A-Za-z]+再试一次。$/);
    expect([count, ended]).toEqual([2, 2]);
    const counted = done.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(done).toHaveLength(counted);
  });

  it('end at once when the reading is cancelled, and read nothing of what they were sent ahead', async () => {
    const cancel = new AbortController();
    const done: number[] = [];
    let asked = 0;
    let askedAtAbort = 0;
    let ended = 0;
    const start: PoolOptions['start'] = (events) => {
      const link = options.start(events);
      const ask = (files: Parameters<typeof link.ask>[0]) => {
        asked += files.length;
        link.ask(files);
      };
      const end = async () => {
        await link.end();
        ended += 1;
      };
      return { ask, end };
    };
    const files = Array.from({ length: 200 }, (_, index) => request(index % 40 === 5 ? 'hang' : `at once ${index}`));
    const reading = readFiles(files, { ...options, start, timeLimit: 60_000, signal: cancel.signal }, (at) => {
      done.push(at);
      if (at !== 3) return;
      askedAtAbort = asked;
      cancel.abort();
    });
    await expect(reading).rejects.toThrow(cancel.signal.reason as Error);
    expect(ended).toBe(2);
    expect(asked).toBe(askedAtAbort);
    expect(done).toEqual([1, 2, 3]);
    await expect(readFiles(files, { ...options, signal: cancel.signal })).rejects.toThrow();
  });

  it('are reported to the unit by the file’s name alone, without the collector’s folders or English', async () => {
    const path = 'throw 收件/浦东/200001 某公司.xlsx';
    mkdirSync(join(folder, 'throw 收件', '浦东'), { recursive: true });
    writeFileSync(join(folder, path), 'abc');
    const { files: results } = await readFiles([request(path)], options);
    const [fault] = results.flatMap(({ outcome }) => (outcome.kind === 'rejected' ? outcome.faults : []));
    expect(fault?.message).toBe(
      '文件“200001 某公司.xlsx”读取时程序出错，已中止，请用 Excel 或 WPS 打开后另存为 .xlsx，重新报送。',
    );
  });

  it('have nothing to do without files', async () => {
    expect(await readFiles([], options)).toEqual({ files: [], nominations: [], ignored: [] });
  });
});
