/** What was dropped or picked, as far as the page itself opens it. */
import {
  joinGiven,
  listNothing,
  listPlace,
  type GivenPlace,
  type GivenFiles,
  type UnopenedFolder,
} from './list-places.ts';

export interface Dropped extends GivenFiles {
  /** Folders that the workshop opens: thousands of files would keep the page from everything else. */
  readonly folders: readonly UnopenedFolder[];
  /** The name of the only folder, which no path repeats; null where it was anything else. */
  readonly folder: string | null;
}

/** `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`, `application/vnd.ms-excel` */
const SHEET_TYPE = /sheet|excel/;

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
  const only = first && places.length === 1 && isFolder(first) ? first : null;
  const pathOf = (place: GivenPlace | FileSystemDirectoryHandle) => (place === only ? '' : place.name);
  const folders = places.flatMap((place) => ('kind' in place ? { path: pathOf(place), handle: place } : []));
  const listed = places.flatMap((place) => ('kind' in place ? [] : listPlace(place, pathOf(place))));
  return { ...joinGiven(await Promise.all(listed)), folders, folder: only?.name ?? null };
}

function isFolder(place: GivenPlace | FileSystemDirectoryHandle): boolean {
  return 'kind' in place || place.open === null;
}

/** What a picker for a folder gave, where the browser hands out folders. */
export function listPickedFolder(handle: FileSystemDirectoryHandle): Dropped {
  return { files: [], unread: [], folders: [{ path: '', handle }], folder: handle.name };
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
  return { files, unread: [], folders: [], folder };
}

/** @returns null of what is neither file nor folder */
function askForPlace(item: DataTransferItem): Promise<GivenPlace | FileSystemDirectoryHandle | null> {
  const file = item.getAsFile();
  const asFile = file && placeOfFile(file);
  // A folder called 收到.zip has a file's type. To ask thousands of score sheets whether they are folders takes seconds.
  if (file && asFile && SHEET_TYPE.test(file.type)) return Promise.resolve(asFile);
  const entry = item.webkitGetAsEntry();
  const otherwise = entry?.isDirectory ? placeOfEntry(entry) : asFile;
  if (!entry?.isDirectory || !hasHandle(item)) return Promise.resolve(otherwise);
  // A page from a disk is given entries that it cannot open, and handles that it can. Some folders are refused to handles alone.
  return item.getAsFileSystemHandle().then(
    (handle) => (handle?.kind === 'directory' ? handle : otherwise),
    () => otherwise,
  );
}

function hasHandle(item: DataTransferItem): item is DataTransferItem & HandleItem {
  return 'getAsFileSystemHandle' in item;
}

function placeOfFile(file: File): GivenPlace {
  return { name: file.name, open: () => Promise.resolve(file), list: listNothing };
}

function placeOfEntry(entry: FileSystemEntry): GivenPlace {
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

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolderEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
