/** What `npm pack` gives is the program and its schemes, and runs with Node alone. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { listSchemeIds } from '../support/templates.ts';

const folder = mkdtempSync(join(tmpdir(), 'package-'));
const ids = await listSchemeIds();
let tarball = '';

const packed = z.array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }));
let files: string[] = [];

beforeAll(() => {
  // The set-up of the tests has built what the script `prepack` would build.
  const [pack] = packed.parse(JSON.parse(npm('.', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)));
  files = pack?.files.map(({ path }) => path) ?? [];
  tarball = join(folder, pack?.filename ?? '');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function emptyFolder(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  // npm takes the nearest folder above that has one for the project.
  writeFileSync(join(path, 'package.json'), '{ "private": true }');
  return path;
}

test('it holds the bundle, the schemes as texts and compiled, and nothing else', () => {
  const OWN = [
    'package.json',
    'README.md',
    'LICENSE',
    'dist/licences.txt',
    'dist/pingyou.js',
    'dist/collect-worker.js',
  ];
  const PARTS =
    /^dist\/part-\w+\.js$|^dist\/schemes\/[\w-]+\.json$|^templates\/[\w-]+\/(forms\/)?[\w-]+\.(yaml|md|xlsx)$/;
  expect(files.filter((path) => !OWN.includes(path) && !PARTS.test(path))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(OWN));
  for (const id of ids) {
    expect(files).toContain(`dist/schemes/${id}.json`);
    expect(files).toContain(`templates/${id}/scheme.yaml`);
  }
});

test('every package in the bundle stands in it with its licence', () => {
  const licences = readFileSync('dist/licences.txt', 'utf8');
  for (const name of ['commander', 'exceljs', 'yaml', 'zod']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC)\\)$`, 'm'));
  }
});

test('it installs without a network, brings no other package and runs no script, and makes the whole demo', () => {
  const path = emptyFolder('installed');
  npm(path, 'install', '--offline', '--no-audit', '--no-fund', '--cache', join(folder, 'cache'), tarball);
  expect(readdirSync(join(path, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['pingyou']);
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(path, 'node_modules/pingyou/package.json'), 'utf8')));
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(name);
  const [id = ''] = ids;
  const made = execFileSync('npx', ['--offline', 'pingyou', 'demo', '--scheme', id, '--out', 'x', '--json'], {
    cwd: path,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { files: outputs } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(made));
  expect(outputs.length).toBeGreaterThan(3);
  expect(readdirSync(join(path, 'x')).length).toBeGreaterThan(3);
});

test('unpacked into a folder it needs Node alone', () => {
  const path = emptyFolder('unpacked');
  execFileSync('tar', ['-xzf', tarball, '-C', path]);
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['package/dist/pingyou.js', ...args], {
      cwd: path,
      encoding: 'utf8',
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  expect(run('check-schemes', '--json')).toContain('"faults": []');
  expect(run('schemes', '--json')).toContain(ids.at(-1));
});
