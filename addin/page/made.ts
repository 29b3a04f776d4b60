/** What a job of the page made and said, packed to be saved. */
import type { ToldAbout } from '../../jobs/job.ts';
import type { MemoryFolder } from '../../jobs/memory-folder.ts';
import { isRecord } from '../../jobs/output-record.ts';
import { withOwnBuffer } from '../../jobs/sha-256.ts';
import type { FolderChanges } from '../../jobs/preview-changes.ts';
import { layZip, storePart } from '../../ooxml/zip/zip-writer.ts';
import type { Gap } from '../../rules/incomplete-base.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';

/** What was made, and what the job said. */
export interface Made {
  /** Of the file, or of the folder. */
  readonly name: string;
  /** To be saved, and handed to the page without its bytes; null where all stands in the folder. */
  readonly file: Blob | null;
  /** How many files are in it, or stand in the folder now. */
  readonly files: number;
  /** What has become of the folder; null for a file to be saved. */
  readonly inFolder: WrittenFolder | null;
  readonly told: readonly Told[];
}

/** How many files of each kind there were, and how many of what was to be written are not, for somebody has stopped it. */
interface WrittenFolder {
  readonly counts: Readonly<Record<keyof FolderChanges, number>>;
  readonly left: number;
}

/** A sentence of a job. */
export interface Told {
  readonly sentence: string;
  readonly about: ToldAbout;
  /** What it speaks of that the page lists. */
  readonly gaps: readonly Gap[];
}

/** Whether somebody has still to see to something before what was made is used. */
export function isWarned(told: readonly Told[]): boolean {
  return told.some(({ about }) => about === 'draft' || about === 'left-out');
}

/** The sentences, with those in front that forbid what was made to go out, and those at the end that say only what was written. */
export function draftsFirst(told: readonly Told[]): Told[] {
  const rank = ({ about }: Told) => (about === 'draft' ? 0 : about === 'written' ? 2 : 1);
  return [...told].sort((a, b) => rank(a) - rank(b));
}

/**
 * @param title of what was made, also of the zip where there are several files
 * @param nameSaved what it is called where it is saved, without an ending
 * @throws UnusableInput with what the job said where there is none
 */
export function packMade(
  { files: written }: MemoryFolder,
  title: string,
  nameSaved: (name: string) => string,
  told: readonly Told[],
): Made {
  const files = [...written].filter(([path]) => !isRecord(path));
  const [only, ...others] = files;
  if (!only) throw nothingMade(title, told);
  const [path, bytes] = only;
  if (others.length === 0) {
    const file = new Blob([withOwnBuffer(bytes)]);
    const [name, ending] = splitEnding(path.slice(path.lastIndexOf('/') + 1));
    return { name: `${nameSaved(name)}${ending}`, file, files: 1, inFolder: null, told };
  }
  // Workbooks are packed already: once more takes as long as making them, and saves nothing.
  const zip = layZip(files.map(([each, content]) => storePart(each, content)));
  return {
    name: `${nameSaved(title)}.zip`,
    file: new Blob(zip.map(withOwnBuffer)),
    files: files.length,
    inFolder: null,
    told,
  };
}

function splitEnding(name: string): [name: string, ending: string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, dot), name.slice(dot)];
}

export function nothingMade(name: string, told: readonly Told[]): UnusableInput {
  return new UnusableInput(
    told.at(-1)?.sentence ?? `没有生成${name}：总名册里还没有可以列入的内容；请先在总名册里填好、保存，再重新选择它。`,
  );
}
