/** `npm run mutants [word]`: breaks a copy of the rules in one line after the other, and asks the tests of the same folder whether they notice. */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyMutant } from './apply-mutant.ts';
import { MUTANTS, type Mutant } from './mutant-list.ts';

const ROOT = process.cwd();
const COPIED = [
  'rules',
  'ooxml',
  'schemes',
  'jobs',
  'scripts',
  'workbook',
  'templates',
  'test',
  'package.json',
  'tsconfig.json',
];
/** Whoever needs longer than this runs in a circle, which is noticed too. */
const PATIENCE_MS = 240_000;

type Outcome = 'killed' | 'survived' | `does not apply: ${string}`;

const copy = await mkdtemp(join(tmpdir(), 'pingyou-mutants-'));
process.once('exit', () => {
  rmSync(copy, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.exitCode = await main(process.argv[2] ?? '');

async function main(word: string): Promise<number> {
  await makeCopy();
  if (!(await passes('test/rules', 'inherit'))) {
    console.error('The tests of rules/ fail without any mutant: nothing can be said.');
    return 2;
  }
  const mutants = MUTANTS.filter(({ file, before }) => `${file} ${before}`.includes(word));
  let failures = 0;
  for (const [position, mutant] of mutants.entries()) {
    const outcome = await tryMutant(mutant);
    if (outcome !== 'killed') failures += 1;
    console.log(
      `${position + 1}/${mutants.length} ${outcome}  rules/${mutant.file}: ${mutant.before} → ${mutant.after}`,
    );
  }
  console.log(`${mutants.length - failures} of ${mutants.length} killed.`);
  return failures > 0 ? 1 : 0;
}

async function makeCopy(): Promise<void> {
  for (const name of COPIED) await cp(join(ROOT, name), join(copy, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // Without the set-up of the project, which bundles the command line: no test of rules/ runs it.
  const settings = { test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 } };
  await writeFile(join(copy, 'vitest.config.ts'), `export default ${JSON.stringify(settings)};\n`);
}

/** The mirrored test first, which mostly suffices; then all of the folder. */
async function tryMutant(mutant: Mutant): Promise<Outcome> {
  const file = join(copy, 'rules', mutant.file);
  const text = await readFile(file, 'utf8');
  const applied = applyMutant(text, mutant);
  if ('why' in applied) return `does not apply: ${applied.why}`;
  await writeFile(file, applied.broken);
  const own = join('test/rules', mutant.file.replace(/\.ts$/, '.test.ts'));
  const isKilled = (existsSync(join(copy, own)) && !(await passes(own))) || !(await passes(dirname(own)));
  await writeFile(file, text);
  return isKilled ? 'killed' : 'survived';
}

/** Whether all tests pass whose path begins so. */
function passes(tests: string, stdio: 'ignore' | 'inherit' = 'ignore'): Promise<boolean> {
  const runner = join(ROOT, 'node_modules/vitest/vitest.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [runner, 'run', tests, '--bail=1', '--passWithNoTests', '--reporter=dot'], {
      cwd: copy,
      stdio,
      timeout: PATIENCE_MS,
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}
