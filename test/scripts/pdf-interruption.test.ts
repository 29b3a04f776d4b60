/** Forms on their way to PDF, which hold ID numbers, and the program that converts them: neither outlives the command. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findProcesses, isRunning, waitUntil } from '../support/processes.ts';
import { writeSample } from '../support/sample-file.ts';
import { missing } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'stopped-pdf-'));
const roster = join(folder, '总名册.xlsx');
const bin = join(folder, 'bin');
const pidFile = join(folder, 'pids');
let temporary = '';

beforeAll(async () => {
  await writeSample(roster, 'shanghai-security-2024');
  mkdirSync(bin);
});

beforeEach(() => {
  temporary = mkdtempSync(join(folder, 'tmp-'));
  rmSync(pidFile, { force: true });
});

/** What a failing test has left running. */
afterEach(() => {
  const pids = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split(' ').map(Number) : [];
  for (const pid of pids.filter(isRunning)) process.kill(pid, 'SIGKILL');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a program in LibreOffice's place. */
function makeSoffice(script: string): void {
  writeFileSync(join(bin, 'soffice'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'soffice'), 0o755);
}

/** Never ends, and starts a program of its own, as LibreOffice does. */
const ENDLESS = `sleep 600 &\necho "$$ $!" > '${pidFile}.new' && mv '${pidFile}.new' '${pidFile}'\nwait`;

function start(path = [bin, process.env['PATH'] ?? ''].join(delimiter)): ChildProcess {
  const args = ['dist/pingyou.js', 'forms', roster, '--out', join(folder, 'out'), '--only', '轨交', '--pdf', '--force'];
  return spawn('node', args, { env: { ...process.env, PATH: path, TMPDIR: temporary }, stdio: 'ignore' });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('close', resolve);
  });
}

async function startEndless(): Promise<{ child: ChildProcess; ended: Promise<number | null>; pids: number[] }> {
  makeSoffice(ENDLESS);
  const child = start();
  const ended = exitOf(child);
  await waitUntil(() => existsSync(pidFile));
  const pids = readFileSync(pidFile, 'utf8').split(' ').map(Number);
  expect(pids.map(isRunning)).toEqual([true, true]);
  expect(readdirSync(temporary)).toHaveLength(1);
  return { child, ended, pids };
}

describe.skipIf(process.platform === 'win32')('a command that is stopped while it converts', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s takes the forms and the program with it', async (signal) => {
    const { child, ended, pids } = await startEndless();
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
    await waitUntil(() => !pids.some(isRunning));
  });

  it('and killed leaves a folder, which the next command removes, and no other folder', async () => {
    const { child, ended, pids } = await startEndless();
    child.kill('SIGKILL');
    await ended;
    process.kill(-(pids[0] ?? 0), 'SIGKILL');
    const [left = ''] = readdirSync(temporary);
    expect(left).toMatch(new RegExp(`^pingyou-pdf-${child.pid ?? 0}-`));
    expect(readdirSync(join(temporary, left))).toContain('0.xlsx');

    const gone = spawnSync('true').pid;
    const precious = mkdtempSync(join(folder, 'precious-'));
    writeFileSync(join(precious, 'file'), '');
    symlinkSync(precious, join(temporary, `pingyou-pdf-${gone}-link00`));
    const kept = [`pingyou-pdf-${process.pid}-living`, `pingyou-${gone}-others`, `pingyou-pdf-${gone}`];
    for (const name of kept) mkdirSync(join(temporary, name));
    writeFileSync(join(temporary, `pingyou-pdf-${gone}-nofold`), '');
    kept.push(`pingyou-pdf-${gone}-link00`, `pingyou-pdf-${gone}-nofold`);
    if (process.getuid?.() === 0) {
      const name = `pingyou-pdf-${gone}-notours`;
      mkdirSync(join(temporary, name));
      chownSync(join(temporary, name), 12345, 12345);
      kept.push(name);
    }
    mkdirSync(join(temporary, `pingyou-pdf-${gone}-another`, 'profile'), { recursive: true });

    makeSoffice('exit 0');
    // The workbooks stand as they would be written: nothing is, and only the PDFs are missing.
    expect(await exitOf(start())).toBe(2);
    expect(readdirSync(temporary).sort()).toEqual(kept.sort());
    expect(readdirSync(precious)).toEqual(['file']);
  });

  it('a program that ends and leaves another running takes that one with it', async () => {
    makeSoffice(`sleep 600 &\necho "$$ $!" > '${pidFile}'`);
    // The workbooks stand as they would be written: nothing is, and only the PDFs are missing.
    expect(await exitOf(start())).toBe(2);
    const pids = readFileSync(pidFile, 'utf8').split(' ').map(Number);
    await waitUntil(() => !pids.some(isRunning));
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux' || missing('soffice'))('takes the real LibreOffice with it', async () => {
    const child = start(process.env['PATH']);
    const ended = exitOf(child);
    await waitUntil(() => findProcesses(temporary).length > 1);
    child.kill('SIGTERM');
    expect(await ended).toBe(130);
    await waitUntil(() => findProcesses(temporary).length === 0);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
