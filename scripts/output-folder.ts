import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UnusableInput } from '../rules/unusable-input.ts';
import { isInputFile } from './input-file.ts';
import { replaceFile, sweepFolder } from './replace-file.ts';
import { tryToWrite } from './write-fault.ts';

/**
 * What the commands made in a folder, so that they recognise it as their own later: a line for each file, as `sha256sum` writes it. Lines are
 * only ever added, so that several commands may work in one folder at once.
 */
const RECORD = '.pingyou.sha256';
const RECORD_LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/**
 * A folder that a command writes into. Files appear whole or not at all (written beside, then renamed). A file that stands there already is
 * replaced only if a command made it and nobody has changed it since, or with `force`; an input of the same run never is.
 */
export class OutputFolder {
  readonly #made: Map<string, Set<string>>;
  readonly #folders = new Set<string>();
  readonly written: string[] = [];

  private constructor(
    readonly path: string,
    readonly force: boolean,
    made: Map<string, Set<string>>,
  ) {
    this.#made = made;
  }

  /** Opens a folder, which need not exist yet. */
  static async open(path: string, force: boolean): Promise<OutputFolder> {
    const folder = resolve(path);
    const record = await tryToWrite(folder, () => readIfThere(join(folder, RECORD)));
    return new OutputFolder(folder, force, readRecord(record?.toString('utf8') ?? ''));
  }

  /**
   * Writes a file.
   * @param name path inside the folder
   * @throws UnusableInput when a file stands there that no command made, or when the disk refuses
   */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.path, name);
    const digest = hash(bytes);
    await this.refuseForeign(name, digest);
    await tryToWrite(path, async () => {
      await this.#makeFolder(dirname(path));
      // First the record: a run that is killed in between leaves no file that the next one does not know.
      this.#remember(name, digest);
      await replaceFile(path, bytes);
    });
    this.written.push(path);
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#folders.has(path)) return;
    await mkdir(path, { recursive: true });
    await sweepFolder(path);
    this.#folders.add(path);
  }

  #remember(name: string, digest: string): void {
    const key = toKey(name);
    const digests = this.#made.get(key) ?? new Set();
    if (digests.has(digest)) return;
    // The break stands in front, so that a line that a crash has cut short spoils no other.
    appendFileSync(join(this.path, RECORD), `\n${digest}  ${key}`);
    this.#made.set(key, digests.add(digest));
  }

  /**
   * @param digest SHA-256 of what is to be written: a file that holds just that already is no foreign one
   * @throws UnusableInput when a file of this name stands there that no command made, or that was changed since, or that is an input
   */
  async refuseForeign(name: string, digest?: string): Promise<void> {
    const path = join(this.path, name);
    const shown = relative(process.cwd(), path) || path;
    const kind = await tryToWrite(shown, () => kindOf(path));
    if (kind === 'nothing') return;
    if (kind === 'other') throw new UnusableInput(`“${shown}”是文件夹或设备，不是文件；请在 --out 后写明文件名。`);
    if (await isInputFile(path)) {
      throw new UnusableInput(`“${shown}”就是正在读取的文件，不能写入；请换一个输出位置。`);
    }
    if (this.force) return;
    const found = hash(await tryToWrite(shown, () => readFile(path)));
    if (found === digest || this.#made.get(toKey(name))?.has(found)) return;
    throw new UnusableInput(
      `“${shown}”已经存在，而且不是本命令生成的或生成后被改动过，为免覆盖没有写入；请换一个输出位置，或加 --force 覆盖。`,
    );
  }
}

/** Writes one file as `OutputFolder` does. */
export async function writeOutputFile(path: string, bytes: Uint8Array, force: boolean): Promise<void> {
  const full = resolve(path);
  const folder = await OutputFolder.open(dirname(full), force);
  await folder.write(relative(folder.path, full), bytes);
}

async function kindOf(path: string): Promise<'nothing' | 'file' | 'other'> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch (error) {
    if (isMissing(error)) return 'nothing';
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A line that cannot be read vouches for nothing; its file then asks for `--force`. */
function readRecord(text: string): Map<string, Set<string>> {
  const made = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [, digest, name] = RECORD_LINE.exec(line) ?? [];
    if (digest !== undefined && name !== undefined) made.set(name, (made.get(name) ?? new Set()).add(digest));
  }
  return made;
}

function toKey(name: string): string {
  return name.split(sep).join('/');
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
