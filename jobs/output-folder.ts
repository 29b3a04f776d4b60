import { UnusableInput } from '../rules/unusable-input.ts';
import type { Folder, NamedBytes } from './folder.ts';
import { inGroups } from './file-groups.ts';
import { writeFormsLine, type FormMark } from './form-marks.ts';
import type { InputFile, JobContext, MadeFile, OutputName, OutputPlace } from './job.ts';
import { isOfScheme, writeScope, type JobScope } from './job-scope.ts';
import {
  openRecord,
  readRecord,
  RECORD,
  makerOf,
  writeRecordLine,
  type Origin,
  type OutputRecord,
  type RecordedFile,
} from './output-record.ts';
import { sha256 } from './sha-256.ts';
import { readStanding } from './standing-file.ts';
import { give, inputName } from './way.ts';

/**
 * A folder that a job writes into. Files appear whole or not at all. A file that stands there already is replaced only if a job made it and
 * nobody has changed it since, or by force; an input of the same run never is. One that holds just what is to be written is left alone.
 */
export class OutputFolder {
  #record: OutputRecord;
  /** What stands there now of what this run made, by the key of its name. */
  readonly #digests = new Map<string, string>();
  readonly #made: MadeFile[] = [];

  readonly folder: Folder;
  readonly force: boolean;

  private constructor(
    { folder, force }: OutputPlace,
    readonly signal: AbortSignal,
    /** Of everything that is written: the inputs, and the job. */
    readonly origin: Origin,
    record: OutputRecord,
  ) {
    this.folder = folder;
    this.force = force;
    this.#record = record;
  }

  /**
   * Opens a folder, which need not exist yet.
   * @param from the inputs that everything written into it is made of
   * @param scope the job, where it may set aside what it made before
   * @throws UnusableInput where the folder holds what was made under another scheme, but for force
   */
  static async open(
    place: OutputPlace,
    { signal }: Pick<JobContext, 'signal'>,
    from: readonly MadeFrom[],
    scope?: JobScope,
  ): Promise<OutputFolder> {
    const record = await openRecord(place.folder);
    const digests = await Promise.all(from.map(({ bytes }) => sha256(bytes)));
    const origin = { from: digests.join(','), scope: scope ? writeScope(scope) : '' };
    const opened = new OutputFolder(place, signal, origin, record);
    if (scope && !place.force) await opened.#refuseOtherScheme(scope);
    return opened;
  }

  /** In the order in which they were written, or found to be as they should. */
  get written(): readonly MadeFile[] {
    return this.#made;
  }

  /** All that the record knows, whether it still stands or not. */
  get recorded(): readonly RecordedFile[] {
    return [...this.#record.files.values()];
  }

  /**
   * Writes a file.
   * @param name path inside the folder
   * @param from digests of what this file alone was made of, in place of the inputs
   * @throws UnusableInput when a file stands there that no job made, or when the disk refuses
   */
  async write(name: string, bytes: Uint8Array, from = this.origin.from): Promise<void> {
    await this.#writeTogether([{ name, bytes }], from);
  }

  /**
   * Writes many files as `write` does, some together, which saves most of the waiting for the disk.
   * @param files made while the work goes on; only some are held at a time
   * @param onWritten called with how many stand as they should that were not looked at before
   */
  async writeMany(files: Iterable<NamedBytes>, onWritten: (count: number) => void): Promise<void> {
    for (const some of inGroups(files)) {
      await this.#writeTogether(some, this.origin.from);
      onWritten(some.length);
    }
  }

  async #writeTogether(files: readonly NamedBytes[], from: string): Promise<void> {
    this.signal.throwIfAborted();
    const digests = await Promise.all(files.map(({ bytes }) => sha256(bytes)));
    const digested: DigestedFile[] = [];
    for (const [index, { name, bytes }] of files.entries()) {
      const digest = digests[index] ?? '';
      digested.push({ name, bytes, digest, standing: await this.refuseForeign(name, digest) });
    }
    // First the record: a run that is killed in between leaves no file that the next one does not know.
    await this.#remember(digested, { from, scope: this.origin.scope });
    const different = digested.filter(({ digest, standing }) => standing?.digest !== digest);
    if (different.length > 0) await this.folder.write(different);
    for (const { name, digest, bytes, standing } of digested) this.#note(name, digest, bytes.length, standing);
  }

  #note(name: string, digest: string, size: number, standing: Standing | null): void {
    this.#digests.set(this.folder.keyOf(name), digest);
    const change = standing === null ? 'new' : standing.digest === digest ? 'same' : 'changed';
    this.#made.push({ name, size, change, isForced: standing?.isForeign ?? false });
  }

  /**
   * Leaves a file as it is that this run would make anew of the same.
   * @returns false where there is none, or where it is not what a job made of just that
   */
  async keep(name: string, from: string): Promise<boolean> {
    const standing = await this.folder.read(name);
    const digest = standing && (await sha256(standing));
    if (!digest || this.#originOf(name, digest)?.from !== from) return false;
    this.#note(name, digest, standing.length, { digest, isForeign: false });
    return true;
  }

  /** SHA-256 of what this run has made of that name; empty where it has made nothing. */
  digestOf(name: string): string {
    return this.#digests.get(this.folder.keyOf(name)) ?? '';
  }

  /** Remembers which forms each file holds, for the next run to compare its own with: of all files at once, or, for a run that is killed, of none. */
  async rememberForms(forms: ReadonlyMap<string, readonly FormMark[]>): Promise<void> {
    const changed = [...forms].flatMap(([name, marks]) => {
      const line = writeFormsLine(name, marks);
      const known = this.#fileOf(name)?.forms ?? [];
      return writeFormsLine(name, known) === line ? [] : [`\n${line}`];
    });
    if (changed.length > 0) await this.folder.append(RECORD, changed.join(''));
  }

  /** To be called when all is written: what the record says outlives a loss of power, as the files do. */
  async close(): Promise<readonly MadeFile[]> {
    await this.folder.flush();
    return this.#made;
  }

  /** Whether a job made just that under that name: nobody has changed it since. */
  hasMade(name: string, digest: string): boolean {
    return this.#originOf(name, digest) !== undefined;
  }

  #originOf(name: string, digest: string): Origin | undefined {
    return this.#fileOf(name)?.contents.get(digest);
  }

  async #remember(files: readonly DigestedFile[], origin: Origin): Promise<void> {
    const unknown = files.filter(({ name, digest }) => {
      const file = this.#fileOf(name);
      const known = file?.contents.get(digest);
      return !file || known?.from !== origin.from || known.scope !== origin.scope || makerOf(file) !== origin.scope;
    });
    if (unknown.length === 0) return;
    // The break stands in front, so that a line that a crash has cut short spoils no other.
    const lines = unknown.map(({ name, digest }) => `\n${writeRecordLine(digest, name, origin)}`);
    await this.folder.append(RECORD, lines.join(''));
    for (const { name, digest } of unknown) {
      const file = this.#fileOf(name) ?? { name, contents: new Map<string, Origin>(), forms: [] };
      file.contents.delete(digest);
      file.contents.set(digest, origin);
      this.#record.files.set(this.folder.keyOf(name), file);
    }
  }

  #fileOf(name: string): RecordedFile | undefined {
    return this.#record.files.get(this.folder.keyOf(name));
  }

  /**
   * @param digest SHA-256 of what is to be written: a file that holds just that already is no foreign one
   * @returns what stands there; null where nothing does, or an empty file
   * @throws UnusableInput when a file of this name stands there that no job made, or that was changed since, or that is an input
   */
  async refuseForeign(name: string, digest?: string): Promise<Standing | null> {
    const shown = this.folder.show(name);
    const kind = await this.folder.kindOf(name);
    if (kind === 'nothing') return null;
    if (kind !== 'file') {
      throw new UnusableInput(`“${shown}”是文件夹或设备，不是文件；请在 ${inputName('out')} 后写明文件名。`);
    }
    if (await this.folder.isInput(name)) {
      throw refuseInput(shown);
    }
    const standing = await readStanding(this.folder, name);
    if (!standing) return null;
    const found = await sha256(standing);
    const own = { digest: found, isForeign: false };
    if (found === digest || this.hasMade(name, found)) return own;
    // A browser does not tell where an input was read from: its bytes do.
    if (this.origin.from.split(',').includes(found)) throw refuseInput(shown);
    if (this.force) return { digest: found, isForeign: true };
    // Another command may have made it since.
    this.#record = await readRecord(this.folder);
    if (this.hasMade(name, found)) return own;
    throw new UnusableInput(
      `“${shown}”已经存在，而且不是本命令生成的或生成后被改动过，为免覆盖没有写入；请换一个输出位置，或${give('force')} 覆盖。`,
    );
  }

  async #refuseOtherScheme({ scheme }: JobScope): Promise<void> {
    for (const file of this.recorded) {
      const scope = makerOf(file);
      if (scope === '' || isOfScheme(scope, scheme) || !(await readStanding(this.folder, file.name))) continue;
      throw new UnusableInput(
        `文件夹“${this.folder.show('')}”里有另一个评选方案的结果（${file.name}），混在一起会弄错；请换一个输出位置，或${give('force')} 照样写入。`,
      );
    }
  }
}

function refuseInput(shown: string): UnusableInput {
  return new UnusableInput(`“${shown}”就是正在读取的文件，不能写入；请换一个输出位置。`);
}

/** A file where one is to be written. */
interface Standing {
  /** SHA-256. */
  readonly digest: string;
  /** No job made it, or somebody has changed it since. */
  readonly isForeign: boolean;
}

interface DigestedFile extends NamedBytes {
  readonly digest: string;
  /** Null where nothing stands there. */
  readonly standing: Standing | null;
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
  const [made = { name: place.name, size: bytes.length, change: 'new', isForced: false }] = await folder.close();
  return made;
}

/** An input, as far as the record knows it. */
export type MadeFrom = Pick<InputFile, 'bytes'>;
