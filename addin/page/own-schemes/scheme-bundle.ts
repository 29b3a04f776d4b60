/** The files of one scheme, as a page takes them from a folder that was dropped. */
import type { NamedBytes } from '../../../jobs/folder.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import { readGiven } from '../read-given.ts';
import type { DroppedFile } from '../returns/file-folder.ts';
import type { Dropped } from '../returns/list-dropped.ts';
import { isWorkbookName } from '../workbook-names.ts';

/** What schemes are sought in, all of it opened. */
export type SchemeFiles = Omit<Dropped, 'folders'>;

export interface SchemeBundle {
  /** The name of its folder, which is its id. */
  readonly id: string;
  /** By their paths in it: `scheme.yaml`, `forms/approval-forms.xlsx`. */
  readonly files: readonly NamedBytes[];
}

/** What is read of a folder, and the most that is: several times what the largest scheme has, which is 60 kB in 15 files. */
const KINDS = [
  { name: /^[^/]+\.(?:yaml|md)$/, megabytes: 2 },
  // Room for seals and pictures in a form.
  { name: /^forms\/[^/]+\.xlsx$/, megabytes: 20 },
] as const;
const MOST_FILES = 100;
const MOST_SCHEMES = 30;
const MB = 1024 * 1024;

const SURE = 'scheme.yaml';

/** Whether a scheme is among what was dropped, as a folder of its own or somewhere in one. */
export function holdsSchemes({ files }: Pick<Dropped, 'files'>): boolean {
  return files.some(({ path }) => !isHidden(path) && nameOf(path) === SURE);
}

/** The files of schemes, and those beside them. */
export function splitSchemes(files: readonly DroppedFile[]): Readonly<Record<'schemes' | 'others', DroppedFile[]>> {
  const places = holdsSchemes({ files }) ? findPlaces({ files }) : [];
  const isOfScheme = ({ path }: DroppedFile) => places.some((place) => isInside(path, place));
  return { schemes: files.filter(isOfScheme), others: files.filter((each) => !isOfScheme(each)) };
}

/** Whether there is anything in which a roster may stand. */
export function hasWorkbooks({ files }: Pick<Dropped, 'files'>): boolean {
  return files.some(({ path }) => !isHidden(path) && isWorkbookName(nameOf(path)));
}

/**
 * Reads the schemes of what was dropped or picked: one scheme's folder, or one with folders of schemes in it at whatever depth.
 * What else the browser cannot open is none of their business.
 * @throws UnusableInput where there is none, or more than anybody has, or something in one cannot be opened
 */
export async function readBundles(dropped: SchemeFiles): Promise<SchemeBundle[]> {
  const places = findPlaces(dropped);
  const unread = dropped.unread.find(({ path }) => places.some((place) => path === place || isInside(path, place)));
  if (unread) throw new UnusableInput(`${quoteForUser(unread.path)}${unread.why}。`);
  const grouped = groupSchemes(dropped);
  return await Promise.all(
    [...grouped].map(async ([id, inside]) => {
      return { id, files: await Promise.all(inside.map((each) => readFile(id, each))) };
    }),
  );
}

async function readFile(id: string, { path, file }: DroppedFile): Promise<NamedBytes> {
  return { name: path, bytes: await readGiven(file, `评选方案${quoteForUser(id)}的 ${path} `) };
}

/** The files of each scheme by its id, by their paths in its folder. */
function groupSchemes({ files, folder }: SchemeFiles): Map<string, DroppedFile[]> {
  const places = findPlaces({ files });
  if (places.length === 0) {
    throw new UnusableInput(
      `拖入的文件夹里没有评选方案：每个方案是一个文件夹，里面有 ${SURE}；请核对，或请编写方案的人重新发来。`,
    );
  }
  if (places.length > MOST_SCHEMES) {
    throw new UnusableInput(`拖入的文件夹里有 ${places.length} 个评选方案，多于 ${MOST_SCHEMES} 个，请只拖入要用的。`);
  }
  const found = new Map<string, DroppedFile[]>();
  for (const place of places) {
    const id = place === '' ? folder : nameOf(place);
    if (id === null) throw new UnusableInput('请拖入评选方案的整个文件夹，不要只拖里面的文件。');
    if (found.has(id)) {
      throw new UnusableInput(`拖入的文件夹里有两个评选方案都叫${quoteForUser(id)}，请只拖入要用的那一个。`);
    }
    const start = place === '' ? '' : `${place}/`;
    const inside = files
      .filter(({ path }) => path.startsWith(start))
      .map(({ path, file }) => ({ path: path.slice(start.length), file }))
      .filter(({ path }) => limitOf(path) !== null);
    refuseTooMuch({ id, files: inside.map(({ path, file }) => ({ name: path, size: file.size })) });
    found.set(id, inside);
  }
  return found;
}

/**
 * Refuses what no scheme holds, before it is read.
 * @throws UnusableInput naming the first of it
 */
export function refuseTooMuch(scheme: {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}): void {
  const { id, files } = scheme;
  if (files.length > MOST_FILES) {
    throw new UnusableInput(
      `评选方案${quoteForUser(id)}有 ${files.length} 个文件，多于 ${MOST_FILES} 个，请核对它的文件夹。`,
    );
  }
  for (const { name, size } of files) {
    const most = limitOf(name) ?? 0;
    if (size <= most * MB) continue;
    const found = (size / MB).toFixed(1);
    throw new UnusableInput(
      `评选方案${quoteForUser(id)}的 ${name} 有 ${found} MB，大于 ${most} MB，请核对是不是放错了文件。`,
    );
  }
}

/** In megabytes; null for a file that is no part of a scheme. */
function limitOf(path: string): number | null {
  return isHidden(path) ? null : (KINDS.find(({ name }) => name.test(path))?.megabytes ?? null);
}

/**
 * The folders that are schemes: those with a scheme.yaml, and what stands beside such a one and has files of its kind, whose scheme.yaml is missing
 * then. Where nobody has one, whatever has such files is meant.
 */
function findPlaces({ files }: Pick<Dropped, 'files'>): string[] {
  const paths = files.map(({ path }) => path).filter((path) => !isHidden(path));
  const holders = [...new Set(paths.filter((path) => path.endsWith('.yaml')).map(parentOf))];
  const sure = paths.filter((path) => nameOf(path) === SURE).map(parentOf);
  const shelves = new Set(sure.map(parentOf));
  const isBeside = (place: string) => place !== '' && shelves.has(parentOf(place));
  const wanted = holdsSchemes({ files }) ? holders.filter((place) => sure.includes(place) || isBeside(place)) : holders;
  // What stands in a scheme's own folder is part of it.
  return wanted.filter((place) => !wanted.some((other) => isInside(place, other)));
}

function isInside(place: string, other: string): boolean {
  return place !== other && (other === '' || place.startsWith(`${other}/`));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** What systems and offices leave behind: `.git`, `__MACOSX`, `~$approval-forms.xlsx`. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => /^(?:\.|~\$|__MACOSX$)/.test(part));
}
