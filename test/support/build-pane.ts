/** Panes, and the page as one file, built as `npm run build` builds them, for tests and benchmarks: once for all who ask. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const CACHE = path.resolve('node_modules/.cache/built-panes');
/** Everything that they are made of. */
const SOURCES = [
  'addin',
  'rules',
  'schemes',
  'ooxml',
  'workbook',
  'jobs',
  'scripts',
  'templates',
  'manifest.xml',
  'webpack.config.js',
  'package-lock.json',
];
const PATIENCE_MS = 180_000;
const KEPT_MS = 3_600_000;
const PANE = 'addin/taskpane.tsx';
const BUILD_PAGE_FILE = 'scripts/build-page-file.js';

/**
 * The folder of the pane built with a local Office.js.
 * @param entry another page to build in the same way, from the root of the checkout
 */
export function builtPane(entry = PANE): Promise<string> {
  return builtOnce(hashSources(entry), (fresh) => {
    const webpack = createRequire(path.resolve('package.json')).resolve('webpack-cli/bin/cli.js');
    const settings = ['--env', `out=${fresh}`, ...(entry === PANE ? [] : ['--env', `entry=./${entry}`])];
    execFileSync(process.execPath, [webpack, 'build', '--mode', 'production', ...settings], {
      env: { ...process.env, OFFICE_JS_URL: 'local' },
      stdio: 'pipe',
    });
  });
}

/** The path of the page as one file. */
export async function builtPageFile(): Promise<string> {
  const folder = await builtOnce(hashSources(BUILD_PAGE_FILE), (fresh) => {
    execFileSync(process.execPath, [BUILD_PAGE_FILE, fresh]);
  });
  return path.join(folder, '评优台.html');
}

/** A folder that is built anew only when a source has changed: whoever comes first builds it, the others wait. */
async function builtOnce(hash: string, build: (fresh: string) => void): Promise<string> {
  const folder = path.join(CACHE, hash);
  const lock = `${folder}.lock`;
  mkdirSync(CACHE, { recursive: true });
  for (const end = Date.now() + PATIENCE_MS; !existsSync(folder);) {
    if (takeLock(lock)) {
      try {
        if (!existsSync(folder)) putInPlace(folder, build);
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

function putInPlace(folder: string, build: (fresh: string) => void): void {
  const fresh = `${folder}.${process.pid}`;
  build(fresh);
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
