import { UnusableInput } from '../rules/unusable-input.ts';
import type { EntryKind, Folder, FolderEntry, NamedBytes } from './folder.ts';
import { sha256 } from './sha-256.ts';

/** What a job does to a folder, in its order; names from the root of what is looked through. */
export type Step =
  | { readonly kind: 'write'; readonly files: readonly NamedBytes[] }
  | { readonly kind: 'create'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'append'; readonly name: string; readonly text: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'flush' };

/** What stood in the folder itself when the job first looked at the name. */
export interface Seen {
  readonly name: string;
  readonly kind: EntryKind | 'nothing';
  /** SHA-256 of a file; null of what is none, or of a file that was not read. */
  readonly digest: string | null;
}

/** What the job has made of a name; null where it has taken the file away. */
interface Laid {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

/** A folder and the folders inside share it. */
class Layer {
  readonly steps: Step[] = [];
  /** By the key of the name. */
  readonly laid = new Map<string, Laid>();
  readonly seen = new Map<string, Seen>();
  /** Keys of the folders that what was written stands in. */
  readonly folders = new Set<string>();
}

/**
 * A folder as a job would leave it: what the job writes, moves and takes away is kept here and seen here, and the folder itself stays as it is. Then
 * it can be told what would happen, and done (`apply-preview.ts`).
 */
export class PreviewFolder implements Folder {
  /**
   * @param root the folder itself
   * @param path inside it, with forward slashes
   */
  constructor(
    readonly root: Folder,
    private readonly path = '',
    private readonly layer = new Layer(),
  ) {}

  /** All that was done so far, here and in the folders inside. */
  get steps(): readonly Step[] {
    return this.layer.steps;
  }

  /** What stood there of all that the job would touch. */
  get touched(): readonly Seen[] {
    return [...this.layer.laid.keys()].flatMap((key) => this.layer.seen.get(key) ?? []);
  }

  /** What would stand under a name from the root: null for nothing, undefined where the job has not touched it. */
  laidAt(name: string): Uint8Array | null | undefined {
    return this.layer.laid.get(this.root.keyOf(name))?.bytes;
  }

  show(name: string): string {
    return this.root.show(this.#at(name));
  }

  locate(name: string): string {
    return this.root.locate(this.#at(name));
  }

  keyOf(name: string): string {
    return this.root.keyOf(name);
  }

  inside(name: string): PreviewFolder {
    return new PreviewFolder(this.root, this.#at(name), this.layer);
  }

  async list(name = ''): Promise<readonly FolderEntry[]> {
    const at = this.#at(name);
    const inside = at === '' ? '' : `${this.root.keyOf(at)}/`;
    const depth = inside.split('/').length - 1;
    const entries = new Map<string, FolderEntry>();
    for (const entry of await this.#listBelow(at)) entries.set(this.root.keyOf(entry.name), entry);
    for (const [key, { name: laid, bytes }] of this.layer.laid) {
      if (!key.startsWith(inside)) continue;
      const [first = '', ...rest] = laid.split('/').slice(depth);
      if (rest.length === 0 && !bytes) entries.delete(this.root.keyOf(first));
      else if (bytes) entries.set(this.root.keyOf(first), { name: first, kind: rest.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()];
  }

  async kindOf(name: string): Promise<EntryKind | 'nothing'> {
    const key = this.#keyAt(name);
    const laid = this.layer.laid.get(key);
    if (laid?.bytes) return 'file';
    if (this.layer.folders.has(key)) return 'folder';
    return laid ? 'nothing' : (await this.#look(name)).kind;
  }

  async read(name: string): Promise<Uint8Array | null> {
    const laid = this.layer.laid.get(this.#keyAt(name));
    if (laid) return laid.bytes;
    const bytes = await this.root.read(this.#at(name));
    if (bytes) this.#note(name, { kind: 'file', digest: await sha256(bytes) });
    else await this.#look(name);
    return bytes;
  }

  async isInput(name: string): Promise<boolean> {
    return await this.root.isInput(this.#at(name));
  }

  async write(files: readonly NamedBytes[]): Promise<void> {
    // Copies: what was handed over may be written over once this returns.
    const copies = files.map(({ name, bytes }) => ({ name: this.#at(name), bytes: bytes.slice() }));
    for (const [index, { name }] of files.entries()) await this.#lay(name, copies[index]?.bytes ?? null);
    this.layer.steps.push({ kind: 'write', files: copies });
  }

  async create(name: string, bytes: Uint8Array): Promise<boolean> {
    if ((await this.kindOf(name)) !== 'nothing') return false;
    const copy = bytes.slice();
    await this.#lay(name, copy);
    this.layer.steps.push({ kind: 'create', name: this.#at(name), bytes: copy });
    return true;
  }

  async append(name: string, text: string): Promise<void> {
    const before = (await this.read(name)) ?? new Uint8Array();
    const added = new TextEncoder().encode(text);
    const joined = new Uint8Array(before.length + added.length);
    joined.set(before);
    joined.set(added, before.length);
    await this.#lay(name, joined);
    this.layer.steps.push({ kind: 'append', name: this.#at(name), text });
  }

  async move(from: string, to: string): Promise<void> {
    const bytes = await this.read(from);
    if (!bytes) throw new Error(`no file ${from}`);
    await this.#lay(to, bytes);
    await this.#lay(from, null);
    this.layer.steps.push({ kind: 'move', from: this.#at(from), to: this.#at(to) });
  }

  async remove(name: string): Promise<void> {
    if ((await this.kindOf(name)) !== 'file') return;
    await this.#lay(name, null);
    this.layer.steps.push({ kind: 'remove', name: this.#at(name) });
  }

  flush(): Promise<void> {
    this.layer.steps.push({ kind: 'flush' });
    return Promise.resolve();
  }

  /** Nothing is written yet that two could write at a time. */
  async withLock<T>(work: () => Promise<T>): Promise<T> {
    return await work();
  }

  #at(name: string): string {
    return [this.path, name].filter((part) => part !== '').join('/');
  }

  #keyAt(name: string): string {
    return this.root.keyOf(this.#at(name));
  }

  async #listBelow(at: string): Promise<readonly FolderEntry[]> {
    try {
      return await this.root.list(at);
    } catch (error) {
      // The job has made it.
      if (error instanceof UnusableInput && this.layer.folders.has(this.root.keyOf(at))) return [];
      throw error;
    }
  }

  /** What stands in the folder itself, as far as it matters until the file is touched. */
  async #look(name: string): Promise<Seen> {
    const known = this.layer.seen.get(this.#keyAt(name));
    if (known) return known;
    return this.#note(name, { kind: await this.root.kindOf(this.#at(name)), digest: null });
  }

  /** The first look counts: on it the job has built. */
  #note(name: string, found: Pick<Seen, 'kind' | 'digest'>): Seen {
    const key = this.#keyAt(name);
    const known = this.layer.seen.get(key);
    if (known && (known.digest !== null || known.kind !== 'file')) return known;
    const seen = { name: this.#at(name), ...found };
    this.layer.seen.set(key, seen);
    return seen;
  }

  async #lay(name: string, bytes: Uint8Array | null): Promise<void> {
    const key = this.#keyAt(name);
    if (!this.layer.laid.has(key)) {
      const { kind, digest } = await this.#look(name);
      if (kind === 'file' && digest === null) await this.read(name);
    }
    if (bytes) await this.#makeWay(this.#at(name));
    this.layer.laid.set(key, { name: this.#at(name), bytes });
  }

  /** @throws UnusableInput where a file stands in place of a folder on the way: half-way through the writing it would be too late */
  async #makeWay(at: string): Promise<void> {
    const parts = at.split('/').slice(0, -1);
    for (const index of [...parts.keys(), parts.length]) {
      const folder = parts.slice(0, index).join('/');
      const key = this.root.keyOf(folder);
      if (this.layer.folders.has(key)) continue;
      const kind = this.layer.laid.get(key)?.bytes ? 'file' : folder === '' ? 'folder' : await this.root.kindOf(folder);
      if (kind === 'file' || kind === 'other') {
        throw new UnusableInput(
          `“${this.root.show(at)}”写不进去：“${this.root.show(folder)}”是文件，不是文件夹；请改掉它的名字，或换一个文件夹。`,
        );
      }
      this.layer.folders.add(key);
    }
  }
}
