/**
 * What the jobs made in a folder, and from what, so that they recognise it as their own later. A line for each file, as `sha256sum` writes it;
 * behind a first tab the digests of the inputs, behind a second which job made it and under which scheme. A line in braces says which forms a file
 * holds. Lines are only ever added while a job works, so that several may work in one folder at once; the next one that opens it joins them when
 * they are many.
 */
import { UnusableInput } from '../rules/unusable-input.ts';
import type { Folder } from './folder.ts';
import { parseFormsLine, writeFormsLine, type FormMark } from './form-marks.ts';

export const RECORD = '.pingyou.sha256';
/** The record while it is joined: nothing is added to it any more, and what is read counts both. */
const JOINING = '.pingyou.sha256.joining';
const RECORD_LINE = /^([0-9a-f]{64}) {2}([^\t]+)(?:\t([0-9a-f,]*))?(?:\t([^\t]*))?$/;
/** A record of so many lines more than are kept of it is joined. */
const MOST_SPARE_LINES = 5000;
/** Contents of one name that are known when it is: who takes yesterday's file back has changed nothing. */
const KEPT_CONTENTS = 8;

/** Whether a path leads to the record of its folder, which is no output. */
export function isRecord(path: string): boolean {
  return [RECORD, JOINING].includes(path.slice(path.lastIndexOf('/') + 1));
}

/** How a content came about. */
export interface Origin {
  /** Digests of what it was made of, with commas between them. */
  readonly from: string;
  /** Which job made it, as `writeScope` writes it; empty where the record is of a former version. */
  readonly scope: string;
}

/** One file of the record. */
export interface RecordedFile {
  readonly name: string;
  /** By digest, each content that a job made; the latest last. */
  readonly contents: Map<string, Origin>;
  /** The forms that it held when a job had last finished; none where it never did. */
  forms: readonly FormMark[];
}

export interface OutputRecord {
  /** By the key of its name. */
  readonly files: Map<string, RecordedFile>;
  readonly lines: number;
}

/** Which job made the file last. */
export function makerOf({ contents }: RecordedFile): string {
  return [...contents.values()].at(-1)?.scope ?? '';
}

export function writeRecordLine(digest: string, name: string, { from, scope }: Origin): string {
  const behind = scope === '' ? (from === '' ? [] : [from]) : [from, scope];
  return [`${digest}  ${name}`, ...behind].join('\t');
}

/** A line that cannot be read vouches for nothing; its file then asks for force. */
export async function readRecord(folder: Folder): Promise<OutputRecord> {
  const texts = [await readText(folder, JOINING), await readText(folder, RECORD)];
  const files = new Map<string, RecordedFile>();
  const fileOf = (name: string) => {
    const key = folder.keyOf(name);
    const file = files.get(key) ?? { name, contents: new Map<string, Origin>(), forms: [] };
    files.set(key, file);
    return file;
  };
  const lines = texts.join('\n').split('\n');
  for (const line of lines) {
    const [, digest, name, from = '', scope = ''] = RECORD_LINE.exec(line) ?? [];
    if (digest !== undefined && name !== undefined) {
      const { contents } = fileOf(name);
      // The latest last, also where it had been made before.
      contents.delete(digest);
      contents.set(digest, { from, scope });
    } else if (line.startsWith('{')) {
      const parsed = parseFormsLine(line);
      if (parsed) fileOf(parsed.file).forms = parsed.forms;
    }
  }
  return { files, lines: lines.length };
}

async function readText(folder: Folder, name: string): Promise<string> {
  const bytes = await folder.read(name);
  return bytes ? new TextDecoder().decode(bytes) : '';
}

/** The record of a folder that is opened; joined where it has grown long. */
export async function openRecord(folder: Folder): Promise<OutputRecord> {
  const record = await readRecord(folder);
  if (record.lines > listKept(record).length + MOST_SPARE_LINES) await joinRecord(folder);
  return record;
}

/** The lines that say all that is kept. */
function listKept({ files }: OutputRecord): string[] {
  return [...files.values()].flatMap(({ name, contents, forms }) => [
    ...[...contents].slice(-KEPT_CONTENTS).map(([digest, origin]) => writeRecordLine(digest, name, origin)),
    ...(forms.length > 0 ? [writeFormsLine(name, forms)] : []),
  ]);
}

/**
 * Adds the latest contents of each name as new lines and takes the old ones away. Other commands add to the record meanwhile: it is set aside
 * first, so that they add to a new one. It is tidying alone, and left to the next where another is at it.
 */
async function joinRecord(folder: Folder): Promise<void> {
  try {
    await folder.withLock(async () => {
      // A run that was killed may have left one, which is joined first.
      if ((await folder.kindOf(JOINING)) === 'nothing') await folder.move(RECORD, JOINING);
      const before = await readText(folder, JOINING);
      const kept = listKept(await readRecord(folder));
      await folder.append(RECORD, kept.map((line) => `\n${line}`).join(''));
      // Whoever had opened it before it was set aside has added to it by now.
      await folder.append(RECORD, (await readText(folder, JOINING)).slice(before.length));
      await folder.flush();
      await folder.remove(JOINING);
    });
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
  }
}
