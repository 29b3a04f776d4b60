import { UnusableInput } from '../rules/unusable-input.ts';
import type { Folder, NamedBytes } from './folder.ts';
import type { InputFile, JobContext, MadeFile, OutputName, OutputPlace } from './job.ts';
import { sha256 } from './sha-256.ts';
import { give, inputName } from './way.ts';

/**
 * What the jobs made in a folder, and from what, so that they recognise it as their own later: a line for each file, as `sha256sum` writes it,
 * and behind a tab the digests of the inputs. Lines are only ever added while a job works, so that several may work in one folder at once; the
 * next one that opens it joins them when they are many.
 */
export const RECORD = '.pingyou.sha256';
/** The record while it is joined: nothing is added to it any more, and what is read counts both. */
const JOINING = '.pingyou.sha256.joining';
const RECORD_LINE = /^([0-9a-f]{64}) {2}([^\t]+)(?:\t([0-9a-f,]*))?$/;
/** A record of so many lines more than are kept of it is joined. */
const MOST_SPARE_LINES = 5000;
/** Contents of one name that are known when it is: who takes yesterday's file back has changed nothing. */
const KEPT_CONTENTS = 8;

/**
 * A folder that a job writes into. Files appear whole or not at all. A file that stands there already is replaced only if a job made it and
 * nobody has changed it since, or by force; an input of the same run never is.
 */
export class OutputFolder {
  #made: Made;
  readonly written: MadeFile[] = [];

  private constructor(
    readonly folder: Folder,
    readonly force: boolean,
    readonly signal: AbortSignal,
    /** Digests of the inputs. */
    readonly from: readonly string[],
    made: Made,
  ) {
    this.#made = made;
  }

  /**
   * Opens a folder, which need not exist yet.
   * @param from the inputs that everything written into it is made of
   */
  static async open(
    { folder, force }: OutputPlace,
    { signal }: Pick<JobContext, 'signal'>,
    from: readonly MadeFrom[],
  ): Promise<OutputFolder> {
    const made = await readRecord(folder);
    if (made.lines > countKept(made) + MOST_SPARE_LINES) await joinRecord(folder);
    const digests = await Promise.all(from.map(({ bytes }) => sha256(bytes)));
    return new OutputFolder(folder, force, signal, digests, made);
  }

  /**
   * Writes a file.
   * @param name path inside the folder
   * @throws UnusableInput when a file stands there that no job made, or when the disk refuses
   */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#writeTogether([{ name, bytes }]);
  }

  /**
   * Writes many files as `write` does, some together, which saves most of the waiting for the disk.
   * @param files made while the work goes on; only some are held at a time
   * @param onWritten called with how many stand that did not before
   */
  async writeMany(files: Iterable<NamedBytes>, onWritten: (count: number) => void): Promise<void> {
    for (const some of inGroups(files)) {
      await this.#writeTogether(some);
      onWritten(some.length);
    }
  }

  async #writeTogether(files: readonly NamedBytes[]): Promise<void> {
    this.signal.throwIfAborted();
    const digests = await Promise.all(files.map(({ bytes }) => sha256(bytes)));
    const digested = files.map(({ name }, index) => ({ name, digest: digests[index] ?? '' }));
    for (const { name, digest } of digested) await this.refuseForeign(name, digest);
    // First the record: a run that is killed in between leaves no file that the next one does not know.
    await this.#remember(digested);
    await this.folder.write(files);
    for (const { name, bytes } of files) this.written.push({ name, size: bytes.length });
  }

  #knows(name: string, digest: string): boolean {
    return this.#contentsOf(name).has(digest);
  }

  /** To be called when all is written: what the record says outlives a loss of power, as the files do. */
  async close(): Promise<readonly MadeFile[]> {
    await this.folder.flush();
    return this.written;
  }

  async #remember(files: readonly { readonly name: string; readonly digest: string }[]): Promise<void> {
    const from = this.from.join(',');
    const unknown = files.filter(({ name, digest }) => this.#contentsOf(name).get(digest) !== from);
    if (unknown.length === 0) return;
    // The break stands in front, so that a line that a crash has cut short spoils no other.
    const lines = unknown.map(({ name, digest }) => `\n${writeLine(digest, name, from)}`);
    await this.folder.append(RECORD, lines.join(''));
    for (const { name, digest } of unknown) {
      this.#made.contents.set(this.folder.keyOf(name), this.#contentsOf(name).set(digest, from));
    }
  }

  #contentsOf(name: string): Map<string, string> {
    return this.#made.contents.get(this.folder.keyOf(name)) ?? new Map<string, string>();
  }

  /**
   * @param digest SHA-256 of what is to be written: a file that holds just that already is no foreign one
   * @throws UnusableInput when a file of this name stands there that no job made, or that was changed since, or that is an input
   */
  async refuseForeign(name: string, digest?: string): Promise<void> {
    const shown = this.folder.show(name);
    const kind = await this.folder.kindOf(name);
    if (kind === 'nothing') return;
    if (kind !== 'file') {
      throw new UnusableInput(`“${shown}”是文件夹或设备，不是文件；请在 ${inputName('out')} 后写明文件名。`);
    }
    if (await this.folder.isInput(name)) {
      throw new UnusableInput(`“${shown}”就是正在读取的文件，不能写入；请换一个输出位置。`);
    }
    if (this.force) return;
    const standing = await this.folder.read(name);
    if (!standing) return;
    const found = await sha256(standing);
    if (found === digest || this.#knows(name, found)) return;
    // Another command may have made it since.
    this.#made = await readRecord(this.folder);
    if (this.#knows(name, found)) return;
    throw new UnusableInput(
      `“${shown}”已经存在，而且不是本命令生成的或生成后被改动过，为免覆盖没有写入；请换一个输出位置，或${give('force')} 覆盖。`,
    );
  }
}

/** Files that are written together, and bytes that end a group before that: what a crash can leave undone stays small, and so does memory. */
const GROUP_FILES = 128;
const GROUP_BYTES = 8 * 1024 * 1024;

function* inGroups(files: Iterable<NamedBytes>): Generator<readonly NamedBytes[]> {
  let group: NamedBytes[] = [];
  let size = 0;
  for (const file of files) {
    group.push(file);
    size += file.bytes.length;
    if (group.length < GROUP_FILES && size < GROUP_BYTES) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}

/** Writes one file as `OutputFolder` does. */
export async function writeOutputFile(
  place: OutputName,
  bytes: Uint8Array,
  context: Pick<JobContext, 'signal'>,
  from: readonly MadeFrom[],
): Promise<MadeFile> {
  const folder = await OutputFolder.open(place, context, from);
  await folder.write(place.name, bytes);
  await folder.close();
  return { name: place.name, size: bytes.length };
}

/** An input, as far as the record knows it. */
export type MadeFrom = Pick<InputFile, 'bytes'>;

interface Made {
  /** By a name's key: the digest of each content, and those of what it was made of; the latest last. */
  readonly contents: Map<string, Map<string, string>>;
  readonly names: Map<string, string>;
  readonly lines: number;
}

function writeLine(digest: string, name: string, from: string): string {
  return from === '' ? `${digest}  ${name}` : `${digest}  ${name}\t${from}`;
}

/** A line that cannot be read vouches for nothing; its file then asks for force. */
async function readRecord(folder: Folder): Promise<Made> {
  const texts = [await readText(folder, JOINING), await readText(folder, RECORD)];
  const contents = new Map<string, Map<string, string>>();
  const names = new Map<string, string>();
  const lines = texts.join('\n').split('\n');
  for (const line of lines) {
    const [, digest, name, from = ''] = RECORD_LINE.exec(line) ?? [];
    if (digest === undefined || name === undefined) continue;
    const key = folder.keyOf(name);
    const known = contents.get(key) ?? new Map<string, string>();
    // The latest last, also where it had been made before.
    known.delete(digest);
    contents.set(key, known.set(digest, from));
    names.set(key, name);
  }
  return { contents, names, lines: lines.length };
}

async function readText(folder: Folder, name: string): Promise<string> {
  const bytes = await folder.read(name);
  return bytes ? new TextDecoder().decode(bytes) : '';
}

function countKept({ contents }: Made): number {
  return [...contents.values()].reduce((sum, known) => sum + Math.min(known.size, KEPT_CONTENTS), 0);
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
      const { contents, names } = await readRecord(folder);
      const lines = [...contents].flatMap(([key, known]) =>
        [...known].slice(-KEPT_CONTENTS).map(([digest, from]) => `\n${writeLine(digest, names.get(key) ?? key, from)}`),
      );
      await folder.append(RECORD, lines.join(''));
      // Whoever had opened it before it was set aside has added to it by now.
      await folder.append(RECORD, (await readText(folder, JOINING)).slice(before.length));
      await folder.flush();
      await folder.remove(JOINING);
    });
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
  }
}
