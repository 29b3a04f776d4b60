import { closeSync, rmSync } from 'node:fs';
import { link, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renameOver, type Disk } from './disk.ts';
import { undoWhenStopped } from './interruption.ts';

const UNFINISHED = /^\.pingyou\.\d+\.\d+\.tmp$/;
/** Milliseconds: no single file takes as long to write, so that what is older was left by a run that was killed. */
const LEFT_BEHIND = 10 * 60_000;

const OWNER_ONLY = 0o600;

let count = 0;

/**
 * A file that is written beside its place, flushed down to the disk, and only then comes over what stands there: at any moment that is the old
 * one, or the new one, whole. Many may be written before the first is flushed. Whatever ends the work, the command's own end too, nothing
 * stays beside.
 */
export class FileBeside {
  readonly beside: string;
  readonly #forget: () => void;
  #handle: number | null = null;
  #isBeside = true;

  constructor(
    readonly path: string,
    private readonly disk: Disk,
  ) {
    count += 1;
    this.beside = join(dirname(path), `.pingyou.${process.pid}.${count}.tmp`);
    this.#forget = undoWhenStopped(() => {
      rmSync(this.beside, { force: true });
    });
  }

  write(bytes: Uint8Array, mode?: number): void {
    // The mode is of a new file alone.
    if (mode !== undefined) rmSync(this.beside, { force: true });
    this.#handle = this.disk.write(this.beside, bytes, mode);
  }

  /** Returns when a loss of power would not take away what was written. */
  async flush(): Promise<void> {
    if (this.#handle === null) return;
    await this.disk.flush(this.#handle);
    this.#close();
  }

  async replace(): Promise<void> {
    await renameOver(this.beside, this.path, this.disk);
    this.#isBeside = false;
  }

  /** To be called in the end, whatever became of it. */
  drop(): void {
    this.#close();
    if (this.#isBeside) rmSync(this.beside, { force: true });
    this.#forget();
  }

  #close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
  }
}

/**
 * Writes a file that only its owner reads, whole and down to the disk, and never over another: of two that come at once one writes.
 * @returns false where a file stands already
 */
export async function createFile(path: string, bytes: Uint8Array, disk: Disk): Promise<boolean> {
  const file = new FileBeside(path, disk);
  try {
    file.write(bytes, OWNER_ONLY);
    await file.flush();
    return await takeFreePlace(file);
  } finally {
    file.drop();
  }
}

async function takeFreePlace(file: FileBeside): Promise<boolean> {
  try {
    // Unlike a rename this fails where something stands.
    await link(file.beside, file.path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!NO_LINKS.includes(codeOf(error))) throw error;
    return await takePlace(file);
  }
}

/** What a disk answers that knows no second name for a file, as those of most USB sticks. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR', 'UNKNOWN'];

/** There an empty file takes the place first, which only one can, and the whole one comes over it. */
async function takePlace(file: FileBeside): Promise<boolean> {
  const { path } = file;
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
    await file.replace();
    return true;
  } catch (error) {
    await rm(path, { force: true });
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
