/** Commands that are stopped in the middle, and readers that stop before a command does. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'pingyou-stopped-'));
const roster = join(folder, '总名册.xlsx');
const out = join(folder, 'out');

beforeAll(async () => {
  await writeSample(roster, 'shanghai-security-2024');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const listFiles = () => readdirSync(out, { recursive: true, encoding: 'utf8' });

/** Runs `all` and stops it as soon as it says that it has written something. */
function stopAll(signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn('node', ['dist/pingyou.js', 'all', roster, '--out', out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = false;
  child.stderr.on('data', () => {
    if (!said) child.kill(signal);
    said = true;
  });
  return new Promise((resolve) => {
    child.on('close', resolve);
  });
}

it('a command that is stopped or killed leaves whole files alone, and the next run replaces them', async () => {
  expect(await stopAll('SIGINT')).toBe(130);
  expect(listFiles().filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await stopAll('SIGKILL');
  const workbooks = listFiles().filter((name) => name.endsWith('.xlsx'));
  expect(workbooks.length).toBeGreaterThan(0);
  for (const name of workbooks) {
    const { sheets } = openWorkbook(readFileSync(join(out, name)), name);
    expect(sheets.length).toBeGreaterThan(0);
  }
  const rerun = runCli('all', roster, '--out', out);
  expect(rerun.status).toBe(0);
});

it('a reader that stops early is told of, in one sentence behind what the job says', () => {
  const run = spawnSync('sh', ['-c', `node dist/pingyou.js check "${roster}" --json | head -1`], { encoding: 'utf8' });
  expect(run.stdout).toBe('{\n');
  const said = run.stderr.trim().split('\n');
  expect(said.at(-2)).toContain('通过审查 589 个');
  expect(said.at(-1)).toContain('结果没有全部写到标准输出');
  expect(said.filter((line) => line.includes('标准输出'))).toHaveLength(1);
});
