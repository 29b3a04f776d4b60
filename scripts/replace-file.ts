import { rmSync } from 'node:fs';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const UNFINISHED = /^\.pingyou\.\d+\.\d+\.tmp$/;
/** Milliseconds: no single file takes as long to write, so that what is older was left by a run that was killed. */
const LEFT_BEHIND = 10 * 60_000;

const unfinished = new Set<string>();
let count = 0;

/** Writes a file beside its place and renames it: at any moment the old file stands there, or the new one, whole. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  count += 1;
  const beside = join(dirname(path), `.pingyou.${process.pid}.${count}.tmp`);
  unfinished.add(beside);
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    unfinished.delete(beside);
  }
}

/** Removes what this run has begun to write, when it is told to stop. */
export function dropUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/** Removes from a folder what runs that were killed have left unfinished. */
export async function sweepFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!UNFINISHED.test(name)) continue;
    const path = join(folder, name);
    const begun = await readTime(path);
    if (begun !== null && Date.now() - begun > LEFT_BEHIND) await rm(path, { force: true });
  }
}

/** In milliseconds; null when another command has just finished the file. */
async function readTime(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
