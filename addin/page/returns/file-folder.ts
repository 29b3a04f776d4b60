/** What was dropped on the page, as a folder of returned files. */
import type { FolderEntry } from '../../../jobs/folder.ts';
import type { ReturnsFolder } from '../../../jobs/collect/find-files.ts';

/** A file as the browser hands it over, and where it stood below what was dropped: `浦东/200001 某公司.xlsx`. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

/** Where the page's own inputs stand; nothing that was dropped has such a place. */
const PLACE = 'returned';

export class FileFolder implements ReturnsFolder {
  /** By place; of two that were dropped under one path the second has a number behind it. */
  readonly files = new Map<string, File>();
  /** What stands in each folder, by its place. */
  private readonly folders = new Map<string, Map<string, FolderEntry>>([[PLACE, new Map()]]);

  /** Where those stand that are inputs of the run, by the place that they are known by. */
  private readonly own = new Map<string, string>();

  /** @param own files that are the run's own inputs, with the place that they are known by */
  constructor(dropped: readonly DroppedFile[], own: ReadonlyMap<File, string>) {
    for (const { path, file } of dropped) {
      const place = this.findFree(path);
      this.add(place, file);
      const known = own.get(file);
      if (known !== undefined) this.own.set(this.locate(place), known);
    }
  }

  show(name: string): string {
    return name === '' ? '拖入的文件' : name;
  }

  locate(name: string): string {
    return name === '' ? PLACE : `${PLACE}/${name}`;
  }

  keyOf(name: string): string {
    return this.own.get(name) ?? name;
  }

  list(name = ''): Promise<readonly FolderEntry[]> {
    return Promise.resolve([...(this.folders.get(this.locate(name))?.values() ?? [])]);
  }

  /** Search results may hold a file and a folder of one name: whichever comes second has a number behind it. */
  private findFree(path: string): string {
    const parts = path.split('/');
    return parts.reduce((above, name, index) => {
      const isFolder = index < parts.length - 1;
      const before = index === 0 ? '' : `${above}/`;
      const dot = name.includes('.') ? name.lastIndexOf('.') : name.length;
      let free = before + name;
      for (let count = 2; this.isTaken(free, isFolder); count += 1) {
        free = `${before}${name.slice(0, dot)}（${count}）${name.slice(dot)}`;
      }
      return free;
    }, '');
  }

  /** A folder is no obstacle to what stands in it. */
  private isTaken(path: string, isFolder: boolean): boolean {
    const place = this.locate(path);
    return this.files.has(place) || (!isFolder && this.folders.has(place));
  }

  private add(path: string, file: File): void {
    this.files.set(this.locate(path), file);
    let place = PLACE;
    const parts = path.split('/');
    parts.forEach((name, index) => {
      const kind = index === parts.length - 1 ? 'file' : 'folder';
      this.folders.get(place)?.set(name, { name, kind });
      place = `${place}/${name}`;
      if (kind === 'folder' && !this.folders.has(place)) this.folders.set(place, new Map());
    });
  }
}
