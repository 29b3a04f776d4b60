/** What a command does whose result cannot be taken, and what an `--out` names that has no ending. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

let folder = '';
let roster = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pingyou-stdout-'));
  roster = join(folder, '总名册.xlsx');
  // With violations, so that a plain end would be 1.
  runCli('sample', '--scheme', 'xinjiang-fire-2021', '--flawed', '--out', roster);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const COMMANDS: readonly (readonly string[])[] = [
  ['check', '总名册.xlsx', '--json'],
  ['schemes', '--json'],
  ['--help'],
];
const inFolder = (args: readonly string[]) => args.map((arg) => (arg === '总名册.xlsx' ? roster : arg));

describe('a standard output that takes nothing', () => {
  it.skipIf(!existsSync('/dev/full')).each(COMMANDS)('on a full disk ends with 2 and a sentence: %s', (...args) => {
    const { status, stderr } = spawnSync('node', ['dist/pingyou.js', ...inFolder(args)], {
      encoding: 'utf8',
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    expect({ status, sentences: stderr.match(/结果没有全部写到标准输出：磁盘已满/g) }).toEqual({
      status: 2,
      sentences: ['结果没有全部写到标准输出：磁盘已满'],
    });
    expect(stderr).not.toMatch(/\bat .*:\d+/);
  });

  it.each(COMMANDS)('because its reader has ended ends with 2 and a sentence: %s', async (...args) => {
    const child = spawn('node', ['dist/pingyou.js', ...inFolder(args)], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(2);
    expect(stderr).toContain('接收结果的程序已经结束');
    expect(stderr).not.toMatch(/\bat .*:\d+/);
  });

  it.skipIf(!existsSync('/dev/full'))('on standard error changes nothing', () => {
    const { status } = spawnSync('node', ['dist/pingyou.js', 'schemes'], {
      stdio: ['ignore', 'ignore', openSync('/dev/full', 'w')],
    });
    expect(status).toBe(0);
  });
});

describe('a name without an ending', () => {
  it('becomes that of a workbook, also behind a dot, and the sentence says it', () => {
    const { stderr } = runCli('rosters', roster, '--out', join(folder, '结果', '名册v1.2'));
    expect(stderr).toContain('名册v1.2.xlsx');
    expect(readdirSync(join(folder, '结果'))).toContain('名册v1.2.xlsx');
    expect(runCli('sample', '--scheme', 'xinjiang-fire-2021', '--out', join(folder, '样例')).status).toBe(0);
    expect(readdirSync(folder)).toContain('样例.xlsx');
  });

  it.each(['名册.xls', '名册.PDF', '名册.csv', '名册.et'])('of another format is refused: %s', (name) => {
    const { status, stderr } = runCli('rosters', roster, '--out', join(folder, name));
    expect(status).toBe(2);
    expect(stderr).toContain('请把扩展名改为 .xlsx');
    expect(readdirSync(folder)).not.toContain(name);
  });

  it('that is a folder’s is refused', () => {
    mkdirSync(join(folder, '出'));
    for (const name of ['出', '出/', '没有/']) {
      const { status, stderr } = runCli('rosters', roster, '--out', join(folder, name));
      expect(status).toBe(2);
      expect(stderr).toContain('请在 --out 后写明文件名');
    }
  });
});
