/** The build checks the program's schemes, and what it leaves needs no YAML. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkAndBuild } from '../../scripts/build-schemes.ts';
import { listSchemeIds, TEMPLATES_FOLDER } from '../support/templates.ts';

const [ID = ''] = await listSchemeIds();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('a fault of a scheme is what the build gives instead, with file and line', async () => {
  await cp(join(TEMPLATES_FOLDER, ID), join(folder, ID), { recursive: true });
  const file = join(folder, ID, 'scheme.yaml');
  const text = await readFile(file, 'utf8');
  const line = text.split('\n').findIndex((each) => each.startsWith('issuer:')) + 1;
  expect(line).toBeGreaterThan(0);
  await writeFile(file, text.replace(/^issuer: .*$/m, 'issuer: []'));
  expect(await checkAndBuild(folder)).toContain(`${ID}/scheme.yaml 第 ${line} 行 issuer：`);
});

test('a command loads neither YAML nor the shapes of schemes, unless it is given schemes of its own', async () => {
  await cp('dist', join(folder, 'dist'), { recursive: true, filter: (path) => !path.includes('addin') });
  await cp('package.json', join(folder, 'package.json'));
  await cp('templates', join(folder, 'templates'), { recursive: true });
  const parts = (await readdir(join(folder, 'dist'))).filter((name) => name.endsWith('.js'));
  const ofYaml: string[] = [];
  for (const name of parts) {
    const text = await readFile(join(folder, 'dist', name), 'utf8');
    if (/YAMLParseError|ZodError/.test(text)) ofYaml.push(name);
  }
  expect(ofYaml.length).toBeGreaterThan(0);
  for (const name of ofYaml) await rm(join(folder, 'dist', name));
  const run = (...args: string[]) => spawnSync('node', ['dist/pingyou.js', ...args], { cwd: folder, encoding: 'utf8' });
  expect(run('schemes')).toMatchObject({ status: 0 });
  expect(run('demo', '--scheme', ID, '--out', 'out')).toMatchObject({ status: 0 });
  expect(run('schemes', '--templates', 'templates')).not.toMatchObject({ status: 0 });
});
