/**
 * Makes everything that is handed out, in `out/release/`: the page as one file, the folder for a web server (pane and page), the command line's
 * package, and the SHA-256 of each file in `SHA256SUMS`, as `sha256sum -c` reads it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RELEASE = join('out', 'release');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

rmSync(RELEASE, { recursive: true, force: true });
mkdirSync(RELEASE, { recursive: true });
run('run', 'build:pane');
run('run', 'build:page');
// Packing builds the command line.
run('pack', '--pack-destination', RELEASE);
copyFileSync(join('dist', '评优台.html'), join(RELEASE, '评优台.html'));
cpSync(join('dist', 'addin'), join(RELEASE, 'web'), { recursive: true });

const files = readdirSync(RELEASE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const lines = files.map((file) => `${sha256(file)}  ${file.slice(RELEASE.length + 1).replaceAll('\\', '/')}\n`);
writeFileSync(join(RELEASE, 'SHA256SUMS'), lines.join(''));
console.log(`${RELEASE}: ${files.length} files, SHA256SUMS`);

function run(...args) {
  execFileSync(npm, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
