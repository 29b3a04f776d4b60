/** The files of what was dropped or picked, folders opened to any depth. */
import type { IgnoredEntry } from '../../../workbook/tally/file-tables.ts';
import type { DroppedFile } from './file-folder.ts';

export interface Dropped {
  readonly files: readonly DroppedFile[];
  /** What the browser cannot open; the others come in all the same. */
  readonly unread: readonly IgnoredEntry[];
}

/** The browser names only kinds of faults, in English. */
export const UNREADABLE = '已被移走、改动，或正在别处打开';

/** @returns by their paths below what was dropped; a single folder is not named */
export async function listDropped({ items, files }: DataTransfer): Promise<Dropped> {
  // Entries are only told while the drop is being handled: all are asked for before one is opened.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return { files: Array.from(files, (file) => ({ path: file.name, file })), unread: [] };
  const [only] = entries;
  const listed = await Promise.all(
    entries.map((entry) =>
      listEntry(entry, entries.length === 1 && entry === only && entry.isDirectory ? '' : entry.name),
    ),
  );
  return join(listed);
}

/** What a picker for files or for a folder gave. */
export function listPicked(picked: Iterable<File>): Dropped {
  const files = Array.from(picked, (file) => {
    const inFolder = file.webkitRelativePath;
    return { path: inFolder === '' ? file.name : inFolder.slice(inFolder.indexOf('/') + 1), file };
  });
  return { files, unread: [] };
}

async function listEntry(entry: FileSystemEntry, path: string): Promise<Dropped> {
  if (isFile(entry)) {
    try {
      const file = await new Promise<File>((resolve, reject) => {
        entry.file(resolve, reject);
      });
      return { files: [{ path, file }], unread: [] };
    } catch {
      return { files: [], unread: [nameUnread(path)] };
    }
  }
  if (!isFolder(entry)) return { files: [], unread: [] };
  const inside = path === '' ? '' : `${path}/`;
  const { found, isWhole } = await listFolder(entry);
  const listed = await Promise.all(found.map((each) => listEntry(each, `${inside}${each.name}`)));
  return join([...listed, { files: [], unread: isWhole ? [] : [nameUnread(path === '' ? entry.name : path)] }]);
}

/** A browser gives about a hundred entries at a time, and none when it has given all; what it gave before it failed counts. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<{ found: FileSystemEntry[]; isWhole: boolean }> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    try {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
      if (some.length === 0) return { found, isWhole: true };
      found.push(...some);
    } catch {
      return { found, isWhole: false };
    }
  }
}

function nameUnread(path: string): IgnoredEntry {
  return { path, why: `打不开（${UNREADABLE}），请检查后重新拖入` };
}

function join(listed: readonly Dropped[]): Dropped {
  return { files: listed.flatMap(({ files }) => files), unread: listed.flatMap(({ unread }) => unread) };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
