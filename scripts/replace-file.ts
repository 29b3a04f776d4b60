import { rmSync } from 'node:fs';
import { link, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NODE_DISK, renameOver, type Disk } from './disk.ts';
import { undoWhenStopped } from './interruption.ts';

const UNFINISHED = /^\.pingyou\.\d+\.\d+\.tmp$/;
/** Milliseconds: no single file takes as long to write, so that what is older was left by a run that was killed. */
const LEFT_BEHIND = 10 * 60_000;

const OWNER_ONLY = 0o600;

let count = 0;

/** Writes a file beside its place, down to the disk, and renames it: at any moment the old file stands there, or the new one, whole. */
export async function replaceFile(path: string, bytes: Uint8Array, disk: Disk = NODE_DISK): Promise<void> {
  await writeBeside(path, async (beside) => {
    await disk.writeFlushed(beside, bytes);
    await renameOver(beside, path, disk);
  });
}

/**
 * Writes a file that only its owner reads, whole and down to the disk, and never over another: of two that come at once one writes.
 * @returns false where a file stands already
 */
export async function createFile(path: string, bytes: Uint8Array, disk: Disk = NODE_DISK): Promise<boolean> {
  return await writeBeside(path, async (beside) => {
    // The mode is of a new file alone.
    await rm(beside, { force: true });
    await disk.writeFlushed(beside, bytes, OWNER_ONLY);
    try {
      // Unlike a rename this fails where something stands.
      await link(beside, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (!NO_LINKS.includes(codeOf(error))) throw error;
      return await takePlace(beside, path, disk);
    } finally {
      await rm(beside, { force: true });
    }
  });
}

/** What a disk answers that knows no second name for a file, as those of most USB sticks. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR', 'UNKNOWN'];

/** There an empty file takes the place first, which only one can, and the whole one comes over it. */
async function takePlace(beside: string, path: string, disk: Disk): Promise<boolean> {
  try {
    await (await open(path, 'wx', OWNER_ONLY)).close();
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  const forget = undoWhenStopped(() => {
    rmSync(path, { force: true });
  });
  try {
    await renameOver(beside, path, disk);
    return true;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    forget();
  }
}

/** Hands out a name beside the place; whatever ends the writing, the command's own end too, nothing stays under it. */
async function writeBeside<T>(path: string, write: (beside: string) => Promise<T>): Promise<T> {
  count += 1;
  const beside = join(dirname(path), `.pingyou.${process.pid}.${count}.tmp`);
  const forget = undoWhenStopped(() => {
    rmSync(beside, { force: true });
  });
  try {
    return await write(beside);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    forget();
  }
}

/** Returns when what was written to a file would outlive a loss of power. */
export async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Removes from a folder what runs that were killed have left unfinished; what belongs to somebody else stays. */
export async function sweepFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!UNFINISHED.test(name)) continue;
    const path = join(folder, name);
    const begun = await readTime(path);
    if (begun !== null && Date.now() - begun > LEFT_BEHIND) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** In milliseconds; null when another command has just finished the file. */
async function readTime(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
