import type { EntryKind, Folder, FolderEntry, NamedBytes } from '../../jobs/folder.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';

const LOCK = 'pingyou folder';
/** How long another page may hold it: one that is about to end, or was ended a moment ago. */
const LOCK_PATIENCE_MS = 2_000;
const LOCK_PAUSE_MS = 50;

/** The folder port over a folder that the user has picked (File System Access), or over the private one of the page's address. */
export class BrowserFolder implements Folder {
  /**
   * @param root the picked folder
   * @param path inside it, with forward slashes; need not exist yet
   */
  constructor(
    private readonly root: FileSystemDirectoryHandle,
    private readonly path = '',
  ) {}

  show(name: string): string {
    return [this.root.name, this.locate(name)].filter((part) => part !== '').join('/');
  }

  locate(name: string): string {
    return [this.path, name].filter((part) => part !== '').join('/');
  }

  /** Which file systems lie below is not told: upper and lower case are one on most of them. */
  keyOf(name: string): string {
    return name.normalize('NFC').toLowerCase();
  }

  inside(name: string): BrowserFolder {
    return new BrowserFolder(this.root, this.locate(name));
  }

  async list(name = ''): Promise<readonly FolderEntry[]> {
    return await this.#toRead(name, async () => {
      const folder = await this.#folder(name);
      if (!folder) throw new UnusableInput(`文件夹“${this.show(name)}”打不开，请核对它还在原处。`);
      const entries: FolderEntry[] = [];
      for await (const [entry, { kind }] of folder.entries()) {
        entries.push({ name: entry, kind: kind === 'directory' ? 'folder' : 'file' });
      }
      return entries;
    });
  }

  async kindOf(name: string): Promise<EntryKind | 'nothing'> {
    return await this.#toRead(name, async () => {
      if (this.locate(name) === '' || (await this.#folder(name))) return 'folder';
      return (await this.#file(name)) ? 'file' : 'nothing';
    });
  }

  async read(name: string): Promise<Uint8Array | null> {
    return await this.#toRead(name, async () => {
      const handle = await this.#file(name);
      const file = handle && (await orNull(handle.getFile()));
      return file && new Uint8Array(await file.arrayBuffer());
    });
  }

  /** What was dropped on the page was read from somewhere that the browser does not tell. */
  isInput(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async write(files: readonly NamedBytes[]): Promise<void> {
    // The browser writes beside the file, and puts it in its place when it is closed. None is left to itself where one fails.
    const written = await Promise.allSettled(files.map(({ name, bytes }) => this.#write(name, bytes, 0)));
    for (const each of written) if (each.status === 'rejected') throw each.reason;
  }

  async create(name: string, bytes: Uint8Array): Promise<boolean> {
    if ((await this.kindOf(name)) !== 'nothing') return false;
    await this.#write(name, bytes, 0);
    return true;
  }

  async append(name: string, text: string): Promise<void> {
    const size = (await this.#toRead(name, async () => (await (await this.#file(name))?.getFile())?.size)) ?? 0;
    await this.#write(name, new TextEncoder().encode(text), size);
  }

  async move(from: string, to: string): Promise<void> {
    const bytes = await this.read(from);
    if (!bytes) throw new Error(`no file ${from}`);
    await this.#write(to, bytes, 0);
    await this.remove(from);
  }

  async remove(name: string): Promise<void> {
    const [parent, last] = this.#split(name);
    const folder = await this.#folder(parent);
    await this.#toWrite(name, async () => {
      try {
        await folder?.removeEntry(last);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    });
  }

  /** A file is on the disk when it has been closed. */
  flush(): Promise<void> {
    return Promise.resolve();
  }

  /** One for all folders: a browser does not tell which of those that were picked are the same, or one inside the other. */
  async withLock<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (const until = Date.now() + LOCK_PATIENCE_MS; ;) {
      signal?.throwIfAborted();
      const done = await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) =>
        lock ? { result: await work() } : null,
      );
      if (done) return done.result;
      if (Date.now() > until) {
        throw new UnusableInput('另一个评优台页面正在往文件夹里写，为免混在一起，这里没有写；请等它写完，再取一次。');
      }
      await new Promise((wait) => setTimeout(wait, LOCK_PAUSE_MS));
    }
  }

  /** @param from where the bytes begin; what stands before is kept */
  async #write(name: string, bytes: Uint8Array, from: number): Promise<void> {
    const [parent, last] = this.#split(name);
    await this.#toWrite(name, async () => {
      const folder = await this.#make(parent);
      // The browser makes an empty file, which it fills when all is written.
      const handle = await folder.getFileHandle(last, { create: true });
      try {
        await fill(handle, bytes, from);
      } catch (error) {
        await removeEmpty(folder, handle);
        throw error;
      }
    });
  }

  #toRead<T>(name: string, work: () => Promise<T>): Promise<T> {
    return sayRefusal(`“${this.show(name)}”读不出来`, work);
  }

  #toWrite<T>(name: string, work: () => Promise<T>): Promise<T> {
    return sayRefusal(`“${this.show(name)}”写不进去`, work);
  }

  #split(name: string): [parent: string, last: string] {
    const at = name.lastIndexOf('/');
    return [name.slice(0, Math.max(0, at)), name.slice(at + 1)];
  }

  async #make(name: string): Promise<FileSystemDirectoryHandle> {
    let folder = this.root;
    for (const part of partsOf(this.locate(name))) folder = await folder.getDirectoryHandle(part, { create: true });
    return folder;
  }

  async #folder(name: string): Promise<FileSystemDirectoryHandle | null> {
    let folder = this.root;
    for (const part of partsOf(this.locate(name))) {
      const next = await orNull(folder.getDirectoryHandle(part));
      if (!next) return null;
      folder = next;
    }
    return folder;
  }

  async #file(name: string): Promise<FileSystemFileHandle | null> {
    const [parent, last] = this.#split(name);
    const folder = await this.#folder(parent);
    return folder && (await orNull(folder.getFileHandle(last)));
  }
}

async function fill(handle: FileSystemFileHandle, bytes: Uint8Array, from: number): Promise<void> {
  const file = await handle.createWritable({ keepExistingData: from > 0 });
  try {
    await file.write({ type: 'write', position: from, data: new Uint8Array(bytes) });
  } catch (error) {
    await file.abort();
    throw error;
  }
  await file.close();
}

/** Nobody has anything in an empty file, and who finds it would take it for an output. */
async function removeEmpty(folder: FileSystemDirectoryHandle, handle: FileSystemFileHandle): Promise<void> {
  try {
    if ((await handle.getFile()).size === 0) await folder.removeEntry(handle.name);
  } catch (error) {
    // Why it could not be written is what matters; the next run takes an empty file for none.
    if (!(error instanceof DOMException)) throw error;
  }
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** Null where nothing of that name stands, or something of the other kind. */
async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError');
}

/** @throws UnusableInput in one sentence where the browser refuses, which itself names only kinds of faults, in English */
async function sayRefusal<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new UnusableInput(`${what}：${whyRefused(error)}。`, { cause: error });
  }
}

function whyRefused({ name }: DOMException): string {
  switch (name) {
    case 'QuotaExceededError':
      return '磁盘已满，请腾出空间后再试';
    case 'NotAllowedError':
    case 'SecurityError':
      return '浏览器没有得到许可，请重新选一次文件夹，并允许查看和修改';
    case 'NoModificationAllowedError':
    case 'InvalidStateError':
    case 'NotReadableError':
      return '它正在别处打开，请在 Excel 或 WPS 里关闭它再试';
    case 'TypeMismatchError':
      return '那里有同名的文件夹或文件，请换一个文件夹或改掉它的名字';
    case 'NotFoundError':
      return '文件夹已经不在了，请重新选一个';
    default:
      return '浏览器没有做成，请换一个文件夹再试';
  }
}
