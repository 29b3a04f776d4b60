import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { readInputFile } from '../../scripts/input-file.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';
import type { NamedBytes } from '../../jobs/folder.ts';
import { OutputFolder, writeOutputFile } from '../../jobs/output-folder.ts';
import { RECORD } from '../../jobs/output-record.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';

const CONTEXT = { signal: new AbortController().signal };

let folder = '';
const at = (name: string) => join(folder, name);
const bytes = (text: string) => Buffer.from(text);

/** What another run of a command does: it opens the folder anew. */
async function write(name: string, text: string, force = false): Promise<void> {
  const place = { folder: new NodeFolder(dirname(at(name))), name: basename(at(name)), force };
  await writeOutputFile(place, bytes(text), CONTEXT, []);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pingyou-output-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a file that stands there', () => {
  it('is replaced when a command made it, also an earlier version of it', async () => {
    await write('a.xlsx', 'one');
    await write('a.xlsx', 'two');
    writeFileSync(at('a.xlsx'), 'one');
    await write('a.xlsx', 'three');
    expect(readFileSync(at('a.xlsx'), 'utf8')).toBe('three');
  });

  it('stays when it is what was read, whatever folder tells so, also by force', async () => {
    const place = { folder: new MemoryFolder(), name: '名册.xlsx', force: true };
    await place.folder.write([{ name: '名册.xlsx', bytes: bytes('roster') }]);
    const again = writeOutputFile(place, bytes('list'), CONTEXT, [{ bytes: bytes('roster') }]);
    await expect(again).rejects.toThrow('就是正在读取的文件');
    expect(String(await place.folder.read('名册.xlsx'))).toBe('roster');
    await writeOutputFile(place, bytes('list'), CONTEXT, [{ bytes: bytes('another roster') }]);
    expect(String(await place.folder.read('名册.xlsx'))).toBe('list');
  });

  it('stays when nobody knows it, or when somebody changed it', async () => {
    writeFileSync(at('a.xlsx'), 'foreign');
    await expect(write('a.xlsx', 'one')).rejects.toThrow('已经存在');
    await write('b.xlsx', 'one');
    appendFileSync(at('b.xlsx'), ' and more');
    await expect(write('b.xlsx', 'two')).rejects.toThrow(UnusableInput);
    expect(readFileSync(at('a.xlsx'), 'utf8')).toBe('foreign');
    expect(readFileSync(at('b.xlsx'), 'utf8')).toBe('one and more');
    await write('a.xlsx', 'one', true);
    expect(readFileSync(at('a.xlsx'), 'utf8')).toBe('one');
  });

  it('is never the input of the run, also when somebody has saved it anew since', async () => {
    writeFileSync(at('roster.xlsx'), 'roster');
    await readInputFile(at('roster.xlsx'));
    writeFileSync(at('new'), 'saved');
    renameSync(at('new'), at('roster.xlsx'));
    await expect(write('roster.xlsx', 'one', true)).rejects.toThrow('就是正在读取的文件');
    expect(readFileSync(at('roster.xlsx'), 'utf8')).toBe('saved');
  });

  it('is never the input of the run, under no name and not with force', async () => {
    writeFileSync(at('roster.xlsx'), 'roster');
    symlinkSync(at('roster.xlsx'), at('soft.xlsx'));
    linkSync(at('roster.xlsx'), at('hard.xlsx'));
    await readInputFile(at('roster.xlsx'));
    for (const name of ['roster.xlsx', 'soft.xlsx', 'hard.xlsx', './x/../roster.xlsx']) {
      await expect(write(name, 'table', true)).rejects.toThrow('正在读取的文件');
    }
    expect(readFileSync(at('roster.xlsx'), 'utf8')).toBe('roster');
  });
});

describe('what cannot be written', () => {
  it.each([
    ['a folder where a file is wanted', 'inside', '是文件夹'],
    ['a file where a folder is wanted', 'file.xlsx/a.xlsx', '是文件，不是文件夹'],
    ['a name too long', `${'长'.repeat(100)}.xlsx`, '太长'],
  ])('is told in one sentence: %s', async (_, name, words) => {
    mkdirSync(at('inside'));
    writeFileSync(at('file.xlsx'), '');
    const refusal = write(name, 'one', true);
    await expect(refusal).rejects.toThrow(UnusableInput);
    await expect(refusal).rejects.toThrow(words);
  });
});

describe('many files', () => {
  /** A folder in memory that says what was asked of it, and whose disk is full at one of its writes. */
  class WatchedFolder extends MemoryFolder {
    readonly calls: string[] = [];
    fullAt = Infinity;

    override async write(files: readonly NamedBytes[]): Promise<void> {
      if (files.every(({ name }) => name !== RECORD)) this.calls.push(`write ${files.length}`);
      if (this.calls.length > this.fullAt) throw new UnusableInput('磁盘已满');
      await super.write(files);
    }

    override async append(name: string, text: string): Promise<void> {
      this.calls.push(`record ${text.split('\n').length - 1}`);
      await super.append(name, text);
    }
  }

  const makeFiles = (count: number, size = 1) =>
    Array.from({ length: count }, (_, index) => ({ name: `${index}.xlsx`, bytes: new Uint8Array(size).fill(index) }));
  const open = (to: MemoryFolder) => OutputFolder.open({ folder: to, force: false }, CONTEXT, []);
  const sum = (counts: readonly number[]) => counts.flatMap((count) => [`record ${count}`, `write ${count}`]);

  it.each([
    [0, 1, []],
    [1, 1, [1]],
    [127, 1, [127]],
    [128, 1, [128]],
    [129, 1, [128, 1]],
    [300, 1, [128, 128, 44]],
    [3, 4 * 1024 * 1024 - 1, [3]],
    [3, 4 * 1024 * 1024, [2, 1]],
    [2, 9 * 1024 * 1024, [1, 1]],
  ])('%i of %i bytes are written some together, the record of each group first', async (count, size, groups) => {
    const watched = new WatchedFolder();
    const out = await open(watched);
    let written = 0;
    await out.writeMany(makeFiles(count, size), (more) => {
      written += more;
    });
    expect(watched.calls).toEqual(sum(groups));
    expect(written).toBe(count);
    expect(await out.close()).toEqual(
      makeFiles(count, size).map(({ name }) => ({ name, size, change: 'new', isForced: false })),
    );
    expect([...watched.files.keys()].filter((name) => name !== RECORD)).toHaveLength(count);
  });

  it('are made as they are written, and none after one that fails', async () => {
    const watched = new WatchedFolder();
    watched.fullAt = 3;
    let made = 0;
    function* make() {
      for (const file of makeFiles(1000)) {
        made += 1;
        yield file;
      }
    }
    const out = await open(watched);
    await expect(out.writeMany(make(), () => undefined)).rejects.toThrow('磁盘已满');
    expect(made).toBe(256);
    expect(out.written).toHaveLength(128);
    // The next run knows all that may stand, and goes on.
    const other = makeFiles(1000).map(({ name, bytes: [byte = 0] }) => ({ name, bytes: bytes(`other ${byte}`) }));
    const next = new WatchedFolder(watched.files);
    await (await open(next)).writeMany(other, () => undefined);
    expect(next.files.get('127.xlsx')).toEqual(bytes('other 127'));
  });

  it('stop before a group in which one would come over a foreign file', async () => {
    const watched = new WatchedFolder(new Map([['200.xlsx', bytes('foreign')]]));
    const out = await open(watched);
    await expect(out.writeMany(makeFiles(300), () => undefined)).rejects.toThrow('200.xlsx”已经存在');
    expect(watched.calls).toEqual(sum([128]));
    expect(watched.files.get('200.xlsx')).toEqual(bytes('foreign'));
    expect(out.written).toHaveLength(128);
  });

  it('stop between two groups when the work is ended', async () => {
    const end = new AbortController();
    const watched = new WatchedFolder();
    const out = await OutputFolder.open({ folder: watched, force: false }, { signal: end.signal }, []);
    await expect(
      out.writeMany(makeFiles(300), () => {
        end.abort(new Error('enough'));
      }),
    ).rejects.toThrow('enough');
    expect(watched.calls).toEqual(sum([128]));
  });
});

describe('several commands in one folder', () => {
  it('know each other’s files, whichever opened it first', async () => {
    const open = () => OutputFolder.open({ folder: new NodeFolder(folder), force: false }, CONTEXT, []);
    const [one, two] = [await open(), await open()];
    await Promise.all([one.write('a.xlsx', bytes('a')), two.write('b.xlsx', bytes('b'))]);
    await write('a.xlsx', 'new a');
    await write('b.xlsx', 'new b');
    expect(readFileSync(at('b.xlsx'), 'utf8')).toBe('new b');
  });
});

describe('a run that was killed', () => {
  it('leaves a record cut short, which spoils no other line', async () => {
    await write('a.xlsx', 'one');
    const [record = ''] = readdirSync(folder).filter((name) => name.startsWith('.pingyou'));
    appendFileSync(at(record), '\n0123456789abcdef');
    await write('b.xlsx', 'one');
    await write('a.xlsx', 'two');
    await write('b.xlsx', 'two');
    expect(readFileSync(at('b.xlsx'), 'utf8')).toBe('two');
  });

  it('leaves unfinished files, which the next run removes once they are old', async () => {
    const old = new Date(Date.now() - 11 * 60_000);
    for (const name of ['.pingyou.1.1.tmp', '.pingyou.2.1.tmp', 'mine.tmp']) writeFileSync(at(name), 'half');
    utimesSync(at('.pingyou.1.1.tmp'), old, old);
    utimesSync(at('mine.tmp'), old, old);
    await write('a.xlsx', 'one');
    expect(readdirSync(folder).sort()).toEqual(['.pingyou.2.1.tmp', '.pingyou.sha256', 'a.xlsx', 'mine.tmp']);
  });
});
