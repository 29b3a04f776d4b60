import type { EntryKind, Folder, FolderEntry, NamedBytes } from './folder.ts';
import type { InputFile } from './job.ts';
import { UnusableInput } from '../rules/unusable-input.ts';

/** A folder that is nowhere but in memory: for jobs in a browser, and for tests. */
export class MemoryFolder implements Folder {
  /** By their path from the root, shared with the folders inside. */
  readonly files: FileMap;

  constructor(
    files: ReadonlyMap<string, Uint8Array> = new Map(),
    readonly path = '',
  ) {
    this.files = files instanceof FileMap ? files : new FileMap(files);
  }

  show(name: string): string {
    return this.locate(name);
  }

  locate(name: string): string {
    return [this.path, name].filter((part) => part !== '').join('/');
  }

  keyOf(name: string): string {
    return name;
  }

  inside(name: string): MemoryFolder {
    return new MemoryFolder(this.files, this.locate(name));
  }

  list(name = ''): Promise<readonly FolderEntry[]> {
    const start = this.locate(name) === '' ? '' : `${this.locate(name)}/`;
    const entries = new Map<string, EntryKind>();
    for (const path of this.files.keys()) {
      if (!path.startsWith(start)) continue;
      const [first = '', ...rest] = path.slice(start.length).split('/');
      entries.set(first, rest.length > 0 ? 'folder' : 'file');
    }
    if (entries.size === 0)
      return Promise.reject(new UnusableInput(`文件夹“${this.locate(name)}”里什么也没有，请核对。`));
    return Promise.resolve([...entries].map(([entry, kind]) => ({ name: entry, kind })));
  }

  kindOf(name: string): Promise<EntryKind | 'nothing'> {
    const path = this.locate(name);
    if (this.files.has(path)) return Promise.resolve('file');
    return Promise.resolve(this.files.hasBelow(path) ? 'folder' : 'nothing');
  }

  read(name: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(this.locate(name)) ?? null);
  }

  isInput(): Promise<boolean> {
    return Promise.resolve(false);
  }

  write(files: readonly NamedBytes[]): Promise<void> {
    // Copies: what was handed over may be written over once this returns.
    for (const { name, bytes } of files) this.files.set(this.locate(name), bytes.slice());
    return Promise.resolve();
  }

  create(name: string, bytes: Uint8Array): Promise<boolean> {
    if (this.files.has(this.locate(name))) return Promise.resolve(false);
    this.files.set(this.locate(name), bytes.slice());
    return Promise.resolve(true);
  }

  async append(name: string, text: string): Promise<void> {
    const before = (await this.read(name)) ?? new Uint8Array();
    const added = new TextEncoder().encode(text);
    const both = new Uint8Array(before.length + added.length);
    both.set(before);
    both.set(added, before.length);
    this.files.set(this.locate(name), both);
  }

  move(from: string, to: string): Promise<void> {
    const bytes = this.files.get(this.locate(from));
    if (!bytes) return Promise.reject(new Error(`no file ${from}`));
    this.files.delete(this.locate(from));
    this.files.set(this.locate(to), bytes);
    return Promise.resolve();
  }

  remove(name: string): Promise<void> {
    this.files.delete(this.locate(name));
    return Promise.resolve();
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  async withLock<T>(work: () => Promise<T>): Promise<T> {
    return await work();
  }

  /** As the input of a job. */
  asInput(name: string): InputFile {
    const bytes = this.files.get(this.locate(name));
    if (!bytes) throw new Error(`no file ${name}`);
    return {
      name: name.split('/').at(-1) ?? '',
      bytes,
      location: this.locate(name),
      hasChanged: () => Promise.resolve(false),
    };
  }
}

/** Files that know what stands below each folder: to look through thousands for each new one takes seconds. */
class FileMap extends Map<string, Uint8Array> {
  /** How many files stand below each folder, the root among them. */
  private readonly counts = new Map<string, number>();

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    super();
    for (const [path, bytes] of files) this.set(path, bytes);
  }

  override set(path: string, bytes: Uint8Array): this {
    if (!this.has(path)) this.count(path, 1);
    return super.set(path, bytes);
  }

  override delete(path: string): boolean {
    const isGone = super.delete(path);
    if (isGone) this.count(path, -1);
    return isGone;
  }

  override clear(): void {
    super.clear();
    this.counts.clear();
  }

  hasBelow(folder: string): boolean {
    return (this.counts.get(folder) ?? 0) > 0;
  }

  private count(path: string, change: 1 | -1): void {
    const parts = path.split('/').slice(0, -1);
    const folders = ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
    for (const folder of folders) this.counts.set(folder, (this.counts.get(folder) ?? 0) + change);
  }
}
