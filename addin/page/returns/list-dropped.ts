/** The files of what was dropped or picked, folders opened to any depth. */
import type { IgnoredEntry } from '../../../workbook/tally/file-tables.ts';
import type { DroppedFile } from './file-folder.ts';

export interface Dropped {
  readonly files: readonly DroppedFile[];
  /** What the browser cannot open; the others come in all the same. */
  readonly unread: readonly IgnoredEntry[];
  /** The name of the only folder, which no path repeats; null where it was anything else. */
  readonly folder: string | null;
}

type Listed = Omit<Dropped, 'folder'>;

/** The browser names only kinds of faults, in English. */
export const UNREADABLE = '已被移走、改动，或正在别处打开';

/** A file or a folder that was dropped. */
interface Place {
  readonly name: string;
  /** A file's; null of a folder. */
  readonly open: (() => Promise<File>) | null;
  /** What stands in a folder, as far as the browser comes with it. */
  readonly list: () => AsyncIterable<Place>;
}

/** The part of the File System Access API that tells of what is dropped; only some browsers have it. */
interface HandleItem {
  getAsFileSystemHandle(): Promise<FileSystemFileHandle | FileSystemDirectoryHandle | null>;
}

/** @returns by their paths below what was dropped; a single folder is not named */
export async function listDropped({ items }: DataTransfer): Promise<Dropped> {
  // A browser only tells while the drop is being handled: all is asked for before one is opened.
  const asked = Array.from(items, askForPlace);
  const places = (await Promise.all(asked)).filter((place) => place !== null);
  const [first] = places;
  const only = first && places.length === 1 && first.open === null ? first : null;
  const listed = places.map((place) => listPlace(place, place === only ? '' : place.name));
  return { ...join(await Promise.all(listed)), folder: only?.name ?? null };
}

/** What a picker for files or for a folder gave. */
export function listPicked(picked: Iterable<File>): Dropped {
  let folder: string | null = null;
  const files = Array.from(picked, (file) => {
    const [top = '', ...rest] = file.webkitRelativePath.split('/');
    if (rest.length === 0) return { path: file.name, file };
    folder = top;
    return { path: rest.join('/'), file };
  });
  return { files, unread: [], folder };
}

/** @returns null of what is neither file nor folder */
function askForPlace(item: DataTransferItem): Promise<Place | null> {
  const file = item.getAsFile();
  const asFile = file && placeOfFile(file);
  // A folder has no type. To ask for thousands of files whether they are folders takes seconds.
  if (file && asFile && file.type !== '') return Promise.resolve(asFile);
  const entry = item.webkitGetAsEntry();
  const otherwise = entry?.isDirectory ? placeOfEntry(entry) : asFile;
  if (!entry?.isDirectory || !hasHandle(item)) return Promise.resolve(otherwise);
  // A page from a disk is given entries that it cannot open, and handles that it can. Some folders are refused to handles alone.
  return item.getAsFileSystemHandle().then(
    (handle) => (handle ? placeOfHandle(handle) : otherwise),
    () => otherwise,
  );
}

function hasHandle(item: DataTransferItem): item is DataTransferItem & HandleItem {
  return 'getAsFileSystemHandle' in item;
}

async function listPlace(place: Place, path: string): Promise<Listed> {
  const { open } = place;
  if (open) {
    try {
      return { files: [{ path, file: await open() }], unread: [] };
    } catch {
      return { files: [], unread: [nameUnread(path)] };
    }
  }
  const inside = path === '' ? '' : `${path}/`;
  const listed: Promise<Listed>[] = [];
  try {
    for await (const each of place.list()) listed.push(listPlace(each, `${inside}${each.name}`));
  } catch {
    // What came before counts.
    listed.push(Promise.resolve({ files: [], unread: [nameUnread(path === '' ? place.name : path)] }));
  }
  return join(await Promise.all(listed));
}

function placeOfFile(file: File): Place {
  return { name: file.name, open: () => Promise.resolve(file), list: listNothing };
}

function placeOfHandle(handle: FileSystemFileHandle | FileSystemDirectoryHandle): Place {
  const { name } = handle;
  if (handle.kind === 'file') return { name, open: () => handle.getFile(), list: listNothing };
  return {
    name,
    open: null,
    async *list() {
      for await (const inside of handle.values()) yield placeOfHandle(inside);
    },
  };
}

function placeOfEntry(entry: FileSystemEntry): Place {
  const { name } = entry;
  if (isFileEntry(entry))
    return {
      name,
      open: () =>
        new Promise((...ways) => {
          entry.file(...ways);
        }),
      list: listNothing,
    };
  return {
    name,
    open: null,
    async *list() {
      if (!isFolderEntry(entry)) return;
      const reader = entry.createReader();
      // A browser gives about a hundred entries at a time, and none when it has given all.
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((...ways) => {
          reader.readEntries(...ways);
        });
        if (some.length === 0) return;
        yield* some.map(placeOfEntry);
      }
    },
  };
}

async function* listNothing(): AsyncIterable<Place> {
  // A file holds nothing.
}

function nameUnread(path: string): IgnoredEntry {
  return { path, why: `打不开（${UNREADABLE}），请检查后重新拖入` };
}

function join(listed: readonly Listed[]): Listed {
  return { files: listed.flatMap(({ files }) => files), unread: listed.flatMap(({ unread }) => unread) };
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolderEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
