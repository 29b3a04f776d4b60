/** The files of what was dropped or picked, folders opened to any depth. */
import type { DroppedFile } from './file-folder.ts';

/** @returns by their paths below what was dropped; a single folder is not named */
export async function listDropped({ items, files }: DataTransfer): Promise<DroppedFile[]> {
  // Entries are only told while the drop is being handled: all are asked for before one is opened.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return Array.from(files, (file) => ({ path: file.name, file }));
  const [only] = entries;
  const listed = await Promise.all(
    entries.map((entry) =>
      listEntry(entry, entries.length === 1 && entry === only && entry.isDirectory ? '' : entry.name),
    ),
  );
  return listed.flat();
}

/** What a picker for files or for a folder gave. */
export function listPicked(files: Iterable<File>): DroppedFile[] {
  return Array.from(files, (file) => {
    const inFolder = file.webkitRelativePath;
    return { path: inFolder === '' ? file.name : inFolder.slice(inFolder.indexOf('/') + 1), file };
  });
}

async function listEntry(entry: FileSystemEntry, path: string): Promise<DroppedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return [{ path, file }];
  }
  if (!isFolder(entry)) return [];
  const inside = path === '' ? '' : `${path}/`;
  const listed = await Promise.all((await listFolder(entry)).map((each) => listEntry(each, `${inside}${each.name}`)));
  return listed.flat();
}

/** A browser gives about a hundred entries at a time, and none when it has given all. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return found;
    found.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
