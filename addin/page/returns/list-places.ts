/** Files and folders that somebody has given to the page, folders opened to any depth. */
import type { IgnoredEntry } from '../../../workbook/tally/file-tables.ts';
import type { DroppedFile } from './file-folder.ts';

export interface GivenFiles {
  readonly files: readonly DroppedFile[];
  /** What the browser cannot open; the others come in all the same. */
  readonly unread: readonly IgnoredEntry[];
}

/** The browser names only kinds of faults, in English. */
export const UNREADABLE = '已被移走、改动，或正在别处打开';

/** A file or a folder. */
export interface GivenPlace {
  readonly name: string;
  /** A file's; null of a folder. */
  readonly open: (() => Promise<File>) | null;
  /** What stands in a folder, as far as the browser comes with it. */
  readonly list: () => AsyncIterable<GivenPlace>;
}

/** A folder that is still to be opened: the browser lets a worker do that as well. */
export interface UnopenedFolder {
  /** Below what was given; empty of a single folder, which no path names. */
  readonly path: string;
  readonly handle: FileSystemDirectoryHandle;
}

/** @throws the signal's reason when it is stopped */
export async function openFolders(folders: readonly UnopenedFolder[], signal: AbortSignal): Promise<GivenFiles> {
  const listed = await Promise.all(folders.map(({ path, handle }) => listPlace(placeOfHandle(handle), path, signal)));
  signal.throwIfAborted();
  return joinGiven(listed);
}

/** @param signal ends it early, with a part of what there is */
export async function listPlace(place: GivenPlace, path: string, signal?: AbortSignal): Promise<GivenFiles> {
  const { open } = place;
  if (open) {
    try {
      return { files: [{ path, file: await open() }], unread: [] };
    } catch {
      return { files: [], unread: [nameUnread(path)] };
    }
  }
  const inside = path === '' ? '' : `${path}/`;
  const listed: Promise<GivenFiles>[] = [];
  try {
    for await (const each of place.list()) {
      if (signal?.aborted === true) break;
      listed.push(listPlace(each, `${inside}${each.name}`, signal));
    }
  } catch {
    // What came before counts.
    listed.push(Promise.resolve({ files: [], unread: [nameUnread(path === '' ? place.name : path)] }));
  }
  return joinGiven(await Promise.all(listed));
}

export function joinGiven(listed: readonly GivenFiles[]): GivenFiles {
  return { files: listed.flatMap(({ files }) => files), unread: listed.flatMap(({ unread }) => unread) };
}

export async function* listNothing(): AsyncIterable<GivenPlace> {
  // A file holds nothing.
}

function placeOfHandle(handle: FileSystemFileHandle | FileSystemDirectoryHandle): GivenPlace {
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

function nameUnread(path: string): IgnoredEntry {
  return { path, why: `打不开（${UNREADABLE}），请检查后重新拖入` };
}
