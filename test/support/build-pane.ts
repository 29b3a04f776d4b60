/** Panes built as `npm run build` builds them, for tests and benchmarks. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const CACHE = path.resolve('node_modules/.cache/built-panes');
/** Everything that the built pane is made of. */
const SOURCES = [
  'addin',
  'rules',
  'schemes',
  'ooxml',
  'workbook',
  'jobs',
  'templates',
  'manifest.xml',
  'webpack.config.js',
  'package-lock.json',
];
const PATIENCE_MS = 180_000;
const KEPT_MS = 3_600_000;
const PANE = 'addin/taskpane.tsx';

/**
 * The folder of the pane built with a local Office.js: one build for all who ask, and a new one only when a source has changed.
 * @param entry another page to build in the same way, from the root of the checkout
 */
export async function builtPane(entry = PANE): Promise<string> {
  const folder = path.join(CACHE, hashSources(entry));
  const lock = `${folder}.lock`;
  mkdirSync(CACHE, { recursive: true });
  for (const end = Date.now() + PATIENCE_MS; !existsSync(folder);) {
    if (takeLock(lock)) {
      try {
        if (!existsSync(folder)) build(folder, entry);
      } finally {
        rmSync(lock, { recursive: true });
      }
    } else {
      if (Date.now() > end) throw new Error(`another test file has not finished building; remove ${lock}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  return folder;
}

function build(folder: string, entry: string): void {
  const fresh = `${folder}.${process.pid}`;
  const webpack = createRequire(path.resolve('package.json')).resolve('webpack-cli/bin/cli.js');
  const settings = ['--env', `out=${fresh}`, ...(entry === PANE ? [] : ['--env', `entry=./${entry}`])];
  execFileSync(process.execPath, [webpack, 'build', '--mode', 'production', ...settings], {
    env: { ...process.env, OFFICE_JS_URL: 'local' },
    stdio: 'pipe',
  });
  renameSync(fresh, folder);
  // A run that began before the sources changed may still use the last one.
  for (const name of readdirSync(CACHE)) {
    const other = path.join(CACHE, name);
    if (Date.now() - statSync(other).mtimeMs > KEPT_MS) rmSync(other, { recursive: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function hashSources(entry: string): string {
  const hash = createHash('sha256').update(entry);
  for (const source of [...SOURCES, entry]) {
    for (const file of listFiles(source)) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function listFiles(source: string): string[] {
  if (path.extname(source) !== '') return [source];
  const entries = readdirSync(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
