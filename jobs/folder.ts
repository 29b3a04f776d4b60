/**
 * The folder port: all that a job knows of a disk. Names are paths inside the folder, with forward slashes. One side of it is Node's, another
 * the browser's, a third holds everything in memory.
 */
export interface Folder {
  /** What people call a name in it: `out/forms/黄浦.xlsx`. */
  show(name: string): string;

  /** What the worker port opens a name by: the same for one file, whatever folder it is named in, with forward slashes. */
  locate(name: string): string;

  /** The same text for two names that the file system takes for one: upper and lower case are one on many. */
  keyOf(name: string): string;

  /** A folder inside, which need not exist yet. */
  inside(name: string): Folder;

  /**
   * What stands right in the folder, or in one inside; in no particular order.
   * @throws UnusableInput where there is no such folder, or it cannot be read
   */
  list(name?: string): Promise<readonly FolderEntry[]>;

  kindOf(name: string): Promise<EntryKind | 'nothing'>;

  /** The bytes of a file; null where nothing stands. */
  read(name: string): Promise<Uint8Array | null>;

  /** Whether it is a file that this run has read as one of its inputs, under whatever path. */
  isInput(name: string): Promise<boolean>;

  /**
   * Writes files, which wait for the disk together: at any moment the old one of a name stands there, or the new one, whole and on the disk.
   * Makes the folders on the way. In a browser a name that is new may for a moment hold nothing.
   * @throws UnusableInput in one Chinese sentence when the disk refuses one of them; of the others some may stand then
   */
  write(files: readonly NamedBytes[]): Promise<void>;

  /** As `write` of one, for its owner's eyes alone, and never over another: false where something stands already. */
  create(name: string, bytes: Uint8Array): Promise<boolean>;

  /** Adds to the end of a file, which need not exist yet. */
  append(name: string, text: string): Promise<void>;

  /** Gives a file another name, in place of what has it. */
  move(from: string, to: string): Promise<void>;

  /** Takes a file away; nothing where there is none. */
  remove(name: string): Promise<void>;

  /** Returns when all that was written and appended would outlive a loss of power. */
  flush(): Promise<void>;

  /**
   * Runs what must not run twice at a time in this folder, also in another process.
   * @param signal ends the waiting for another that is at it
   * @throws UnusableInput where another holds the folder for long
   */
  withLock<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type EntryKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}
