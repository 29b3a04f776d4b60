import { spawn } from 'node:child_process';
import type * as Files from 'node:fs/promises';
import { link } from 'node:fs/promises';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { makeKeyFile as makeKey, readKey } from '../../jobs/certificate-key.ts';
import { readInputFile } from '../../scripts/input-file.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';

// Test files share what a worker has loaded: what is imported here is loaded anew, with this disk, and no other file is given it.
vi.hoisted(() => {
  vi.resetModules();
});
vi.mock('node:fs/promises', async (importActual) => {
  const actual = await importActual<typeof Files>();
  return { ...actual, link: vi.fn(actual.link) };
});

const root = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => {
  rmSync(root, { recursive: true });
  vi.doUnmock('node:fs/promises');
  vi.resetModules();
});

const makeKeyFile = (path: string) => makeKey({ folder: new NodeFolder(dirname(path)), name: basename(path) });
const readKeyFile = async (path: string) => readKey(await readInputFile(path));

let folder = '';
let file = '';
beforeEach(() => {
  vi.mocked(link).mockReset();
  folder = mkdtempSync(join(root, 'key-'));
  file = join(folder, '密钥.txt');
});

/** A disk that gives no file a second name. */
function refuseLinks(code: string): void {
  vi.mocked(link).mockRejectedValue(Object.assign(new Error(code), { code }));
}

async function letLinksBe(): Promise<void> {
  const actual = await vi.importActual<typeof Files>('node:fs/promises');
  vi.mocked(link).mockImplementation(actual.link);
}

describe.each([
  ['a usual disk', letLinksBe],
  [
    'a disk without links',
    () => {
      refuseLinks('EPERM');
    },
  ],
  [
    'a disk of Windows without links',
    () => {
      refuseLinks('EISDIR');
    },
  ],
])('on %s a key', (_, prepare) => {
  beforeEach(prepare);

  it('is one line that reads back, and nothing else stays in the folder', async () => {
    await makeKeyFile(join(folder, 'deep', 'er', 'key'));
    expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['key']);
    expect(readFileSync(join(folder, 'deep', 'er', 'key'), 'latin1')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await readKeyFile(join(folder, 'deep', 'er', 'key'))).toHaveLength(32);
  });

  it.skipIf(process.platform === 'win32')('is for its owner alone', async () => {
    await makeKeyFile(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is never written over another file', async () => {
    writeFileSync(file, 'anything');
    await expect(makeKeyFile(file)).rejects.toThrow(UnusableInput);
    await expect(makeKeyFile(folder)).rejects.toThrow('从不覆盖');
    expect(readFileSync(file, 'utf8')).toBe('anything');
    expect(readdirSync(folder)).toEqual(['密钥.txt']);
  });

  it('is made once when many ask at the same time', async () => {
    const ends = await Promise.allSettled(Array.from({ length: 30 }, () => makeKeyFile(file)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readKeyFile(file)).toHaveLength(32);
    expect(readdirSync(folder)).toEqual(['密钥.txt']);
  });
});

it('a disk that fails leaves nothing, neither under the name nor beside it', async () => {
  refuseLinks('EIO');
  await expect(makeKeyFile(file)).rejects.toThrow('磁盘读写出错');
  expect(readdirSync(folder)).toEqual([]);
});

it('of two commands at once one writes, and what it said stands', async () => {
  for (let round = 0; round < 3; round += 1) {
    const path = join(folder, `key ${round}`);
    const run = () =>
      new Promise<number | null>((resolve) => {
        spawn('node', ['dist/pingyou.js', 'key', '--out', path], { stdio: 'ignore' }).on('close', resolve);
      });
    expect((await Promise.all([run(), run()])).sort()).toEqual([0, 2]);
    expect(readFileSync(path, 'latin1')).toMatch(/^[0-9a-f]{64}\n$/);
  }
  expect(readdirSync(folder).some((name) => name.startsWith('.pingyou'))).toBe(false);
  expect(existsSync(join(folder, '.pingyou.sha256'))).toBe(false);
});
