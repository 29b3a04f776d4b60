import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { UnusableInput } from '../rules/unusable-input.ts';

/** Keeps the SHA-256 of what the commands made in a folder, so that they recognise it as their own later. */
const RECORD = '.pingyou.json';
const MadeFiles = z.record(z.string(), z.string());

/**
 * A folder that a command writes into. Files appear whole or not at all (written beside, then renamed). A file that stands there already is
 * replaced only if a command made it and nobody has changed it since, or with `force`.
 */
export class OutputFolder {
  readonly #made: Map<string, string>;
  readonly #folders = new Set<string>();
  readonly written: string[] = [];

  private constructor(
    readonly path: string,
    readonly force: boolean,
    made: Map<string, string>,
  ) {
    this.#made = made;
  }

  /** Opens a folder, which need not exist yet. */
  static async open(path: string, force: boolean): Promise<OutputFolder> {
    const folder = resolve(path);
    const text = await readIfThere(join(folder, RECORD));
    return new OutputFolder(folder, force, text ? readRecord(text, folder) : new Map<string, string>());
  }

  /**
   * Writes a file.
   * @param name path inside the folder
   * @throws UnusableInput when a file stands there that no command made
   */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.path, name);
    const digest = hash(bytes);
    await this.refuseForeign(name, digest);
    await this.#makeFolder(dirname(path));
    await replaceFile(path, bytes);
    this.#made.set(toKey(name), digest);
    this.written.push(path);
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#folders.has(path)) return;
    await mkdir(path, { recursive: true });
    this.#folders.add(path);
  }

  /**
   * @param digest SHA-256 of what is to be written: a file that holds just that already, as after an interrupted run, is no foreign one
   * @throws UnusableInput when a file of this name stands there that no command made, or that was changed since
   */
  async refuseForeign(name: string, digest?: string): Promise<void> {
    const path = join(this.path, name);
    if (this.force || !existsSync(path)) return;
    const bytes = await readIfThere(path);
    const found = bytes && hash(bytes);
    if (found === null || found === this.#made.get(toKey(name)) || found === digest) return;
    throw new UnusableInput(
      `“${relative(process.cwd(), path) || path}”已经存在，而且不是本命令生成的或生成后被改动过，为免覆盖没有写入；请换一个输出位置，或加 --force 覆盖。`,
    );
  }

  /** Writes the record of what was made. Call it once all files are written. */
  async close(): Promise<void> {
    if (this.written.length === 0) return;
    const record = Object.fromEntries([...this.#made].sort(([a], [b]) => (a < b ? -1 : 1)));
    await replaceFile(join(this.path, RECORD), Buffer.from(`${JSON.stringify(record, null, 1)}\n`));
  }
}

/** Writes one file as `OutputFolder` does. */
export async function writeOutputFile(path: string, bytes: Uint8Array, force: boolean): Promise<void> {
  const full = resolve(path);
  const folder = await OutputFolder.open(dirname(full), force);
  await folder.write(relative(folder.path, full), bytes);
  await folder.close();
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function readRecord(text: Buffer, folder: string): Map<string, string> {
  try {
    return new Map(Object.entries(MadeFiles.parse(JSON.parse(text.toString('utf8')))));
  } catch (error) {
    throw new UnusableInput(`“${join(folder, RECORD)}”已损坏，无法确认哪些文件是本软件生成的；请删除它后重试。`, {
      cause: error,
    });
  }
}

function toKey(name: string): string {
  return name.split(sep).join('/');
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
