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
import { OutputFolder, writeOutputFile } from '../../jobs/output-folder.ts';

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
