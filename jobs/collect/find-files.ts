import { whyIgnored } from '../../rules/tally/ignored-name.ts';
import type { IgnoredEntry } from '../../workbook/tally/file-tables.ts';
import type { Folder } from '../folder.ts';

/** What stands in the folders of returned files. Everything is in one of the two lists. */
interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly ignored: readonly IgnoredEntry[];
}

/** What is asked of a folder of returned files. */
export type ReturnsFolder = Pick<Folder, 'show' | 'locate' | 'keyOf' | 'list'>;

export interface FoundFile {
  /** As shown to people: inside the folder, with the folder before it when there are several. */
  readonly path: string;
  /** What the worker port opens it by. */
  readonly location: string;
}

/**
 * Lists every file below the folders, in an order that does not depend on the disk. Lock files of Office, hidden and system entries and
 * whatever is no plain file are ignored, and named.
 * @param known locations of this run's own inputs
 * @throws UnusableInput when a folder is not there or cannot be read
 */
export async function findFiles(folders: readonly ReturnsFolder[], known: readonly string[]): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const ignored: IgnoredEntry[] = [];
  const seen = new Set<string>();
  const inputs = new Set(folders.flatMap((folder) => known.map((location) => folder.keyOf(location))));
  for (const folder of folders) await walk(folder, '', folders.length > 1 ? `${folder.show('')}/` : '');
  return { files, ignored };

  /** Given by itself and with its folder, it came in once. */
  function add(file: FoundFile, folder: ReturnsFolder): void {
    const key = folder.keyOf(file.location);
    if (!seen.has(key)) files.push(file);
    seen.add(key);
  }

  async function walk(folder: ReturnsFolder, inside: string, prefix: string): Promise<void> {
    const key = `${folder.keyOf(folder.locate(inside))}/`;
    if (seen.has(key)) return;
    seen.add(key);
    const entries = [...(await folder.list(inside))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, kind } of entries) {
      const within = inside === '' ? name : `${inside}/${name}`;
      const path = `${prefix}${within}`;
      const place = folder.locate(within);
      const why = inputs.has(folder.keyOf(place)) ? '是这次用的总名册或上一次的汇总' : whyIgnored(name);
      if (why !== null) ignored.push({ path, why });
      else if (kind === 'folder') await walk(folder, within, prefix);
      else if (kind === 'file') add({ path, location: place }, folder);
      else ignored.push({ path, why: '不是普通文件（快捷链接等）' });
    }
  }
}
