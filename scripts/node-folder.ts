import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import type { EntryKind, Folder, FolderEntry, NamedBytes } from '../jobs/folder.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { NODE_DISK, renameOver, type Disk } from './disk.ts';
import { isInputFile } from './input-file.ts';
import { undoWhenStopped } from './interruption.ts';
import { keyOfPath, locate } from './paths.ts';
import { createFile, FileBeside, flushFile, sweepFolder } from './replace-file.ts';
import { tryToRead, tryToWrite } from './disk-fault.ts';
import { noteWritten } from './written-files.ts';

/** Milliseconds that another command may hold the folder. */
const LOCK_PATIENCE = 10_000;
/** Milliseconds after which a lock was left by a command that is no more. */
const LOCK_LEFT = 60_000;
const LOCK_PAUSE = 50;
const LOCK = '.pingyou.lock';
/** What begins so is this program's own, and no output. */
const OWN = '.pingyou';

/** A folder of this machine's disk; it need not exist yet. */
export class NodeFolder implements Folder {
  readonly path: string;
  readonly #shown: string;
  /** Where it really is, whatever links lead to it. */
  readonly #real: string;
  /** Folders that were made or found, and swept of what killed commands have left. */
  readonly #ready = new Set<string>();
  readonly #appended = new Set<string>();

  /** @param path as the user has written it */
  constructor(
    path: string,
    private readonly disk: Disk = NODE_DISK,
  ) {
    this.path = resolve(path);
    this.#shown = normalize(path);
    this.#real = locate(path);
  }

  show(name: string): string {
    return name === '' ? this.#shown : join(this.#shown, name);
  }

  locate(name: string): string {
    return name === '' ? this.#real : `${this.#real.replace(/\/$/, '')}/${name}`;
  }

  keyOf(name: string): string {
    return keyOfPath(name);
  }

  inside(name: string): NodeFolder {
    return new NodeFolder(this.show(name), this.disk);
  }

  async list(name = ''): Promise<readonly FolderEntry[]> {
    const shown = this.show(name);
    try {
      const entries = await readdir(this.#at(name), { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
    } catch (error) {
      if (codeOf(error) === 'ENOTDIR')
        throw new UnusableInput(`“${shown}”不是文件夹，请给出文件夹的位置。`, { cause: error });
      throw new UnusableInput(`文件夹“${shown}”打不开，请检查路径和读取权限后重试。`, { cause: error });
    }
  }

  async kindOf(name: string): Promise<EntryKind | 'nothing'> {
    return await tryToRead(this.show(name), () => {
      const found = statSync(this.#at(name), { throwIfNoEntry: false });
      return Promise.resolve(found ? kindOf(found) : 'nothing');
    });
  }

  async read(name: string): Promise<Uint8Array | null> {
    return await tryToRead(this.show(name), async () => {
      try {
        return await readFile(this.#at(name));
      } catch (error) {
        if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
        throw error;
      }
    });
  }

  async isInput(name: string): Promise<boolean> {
    return await isInputFile(this.#at(name));
  }

  async write(files: readonly NamedBytes[]): Promise<void> {
    const begun: { readonly name: string; readonly file: FileBeside }[] = [];
    try {
      for (const { name, bytes } of files) {
        await this.#try(name, async () => {
          const path = this.#at(name);
          await this.#prepare(dirname(path));
          const file = new FileBeside(path, this.disk);
          begun.push({ name, file });
          file.write(bytes);
        });
      }
      // They wait for the disk together. None is left to itself where one fails.
      const flushed = await Promise.allSettled(begun.map(({ name, file }) => this.#try(name, () => file.flush())));
      for (const each of flushed) if (each.status === 'rejected') throw each.reason;
      for (const { name, file } of begun) {
        await this.#try(name, () => file.replace());
        if (!isOwn(name)) noteWritten(file.path);
      }
    } finally {
      for (const { file } of begun) file.drop();
    }
  }

  async create(name: string, bytes: Uint8Array): Promise<boolean> {
    return await this.#try(name, async () => {
      const path = this.#at(name);
      await this.#prepare(dirname(path));
      const isMade = await createFile(path, bytes, this.disk);
      if (isMade) noteWritten(path);
      return isMade;
    });
  }

  async append(name: string, text: string): Promise<void> {
    await this.#try(name, async () => {
      const path = this.#at(name);
      await this.#prepare(dirname(path));
      // At once and in one piece: another command may add to the same file.
      appendFileSync(path, text);
      this.#appended.add(path);
    });
  }

  async move(from: string, to: string): Promise<void> {
    await this.#try(to, async () => {
      const path = this.#at(to);
      await this.#prepare(dirname(path));
      await renameOver(this.#at(from), path, this.disk);
      // What was added to it is added to the other name now.
      if (this.#appended.delete(this.#at(from))) this.#appended.add(path);
    });
  }

  async remove(name: string): Promise<void> {
    this.#appended.delete(this.#at(name));
    await this.#try(name, () => rm(this.#at(name), { force: true }));
  }

  async flush(): Promise<void> {
    for (const path of this.#appended) await tryToWrite(path, () => flushFile(path));
    this.#appended.clear();
  }

  async withLock<T>(work: () => Promise<T>): Promise<T> {
    const path = this.#at(LOCK);
    await this.#try(LOCK, () => this.#prepare(this.path));
    const forget = undoWhenStopped(() => {
      if (isOfThisProcess(path)) rmSync(path, { force: true });
    });
    try {
      await this.#takeLock(path);
      return await work();
    } finally {
      if (isOfThisProcess(path)) await rm(path, { force: true });
      forget();
    }
  }

  async #takeLock(path: string): Promise<void> {
    const until = Date.now() + LOCK_PATIENCE;
    while (!(await this.#try(LOCK, () => makeLock(path)))) {
      const found = await stat(path).catch(() => null);
      if (found && Date.now() - found.mtimeMs > LOCK_LEFT) await rm(path, { force: true });
      else if (Date.now() > until) {
        throw new UnusableInput(`另一个命令正在使用文件夹“${this.show('')}”，请等它结束后重试。`);
      } else await new Promise((wait) => setTimeout(wait, LOCK_PAUSE));
    }
  }

  #try<T>(name: string, write: () => Promise<T>): Promise<T> {
    return tryToWrite(this.show(name), write);
  }

  #at(name: string): string {
    return join(this.path, name);
  }

  async #prepare(folder: string): Promise<void> {
    if (this.#ready.has(folder)) return;
    await mkdir(folder, { recursive: true });
    await sweepFolder(folder);
    this.#ready.add(folder);
  }
}

/** A lock says whose it is. @returns false where another holds it */
async function makeLock(path: string): Promise<boolean> {
  try {
    await writeFile(path, LOCK_TEXT, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

const LOCK_TEXT = `${process.pid} ${crypto.randomUUID()}`;

function isOfThisProcess(path: string): boolean {
  try {
    return readFileSync(path, 'utf8') === LOCK_TEXT;
  } catch {
    // Nobody holds it.
    return false;
  }
}

function isOwn(name: string): boolean {
  return basename(name).startsWith(OWN);
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
}

function kindOf(entry: Kinds): EntryKind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
