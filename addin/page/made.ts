/** What a job of the page made and said, packed to be saved. */
import type { ToldAbout } from '../../jobs/job.ts';
import type { MemoryFolder } from '../../jobs/memory-folder.ts';
import { isRecord } from '../../jobs/output-record.ts';
import { withOwnBuffer } from '../../jobs/sha-256.ts';
import type { FolderChanges } from '../../jobs/preview-changes.ts';
import { layZip, storePart } from '../../ooxml/zip/zip-writer.ts';
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
}

/** The sentences, with those in front that forbid what was made to go out. */
export function draftsFirst(told: readonly Told[]): string[] {
  const drafts = told.filter(({ about }) => about === 'draft');
  return [...drafts, ...told.filter(({ about }) => about !== 'draft')].map(({ sentence }) => sentence);
}

/**
 * @param name of the zip where there are several files, without an ending
 * @throws UnusableInput with what the job said where there is none
 */
export function packMade({ files: written }: MemoryFolder, name: string, told: readonly Told[]): Made {
  const files = [...written].filter(([path]) => !isRecord(path));
  const [only, ...others] = files;
  if (!only) throw nothingMade(name, told);
  const [path, bytes] = only;
  if (others.length === 0) {
    const file = new Blob([withOwnBuffer(bytes)]);
    return { name: path.slice(path.lastIndexOf('/') + 1), file, files: 1, inFolder: null, told };
  }
  // Workbooks are packed already: once more takes as long as making them, and saves nothing.
  const zip = layZip(files.map(([each, content]) => storePart(each, content)));
  return { name: `${name}.zip`, file: new Blob(zip.map(withOwnBuffer)), files: files.length, inFolder: null, told };
}

export function nothingMade(name: string, told: readonly Told[]): UnusableInput {
  return new UnusableInput(
    told.at(-1)?.sentence ?? `没有生成${name}：总名册里还没有可以列入的内容；请先在总名册里填好、保存，再重新选择它。`,
  );
}
