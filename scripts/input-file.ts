import type { BigIntStats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { InputFile } from '../jobs/job.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { keyOfPath, locate } from './paths.ts';

/** What every file was that this run has read, by its path: each is read once, and what was made of it is compared with nothing else. */
const inputs = new Map<string, BigIntStats>();

/**
 * Reads a file that a user names, and remembers it as one that is never written to.
 * @throws UnusableInput when it cannot be read
 */
export async function readInputFile(path: string): Promise<InputFile> {
  try {
    const file = await open(path);
    try {
      // Before it is read: whoever saves it meanwhile has changed it.
      const found = await file.stat({ bigint: true });
      const bytes = await file.readFile();
      inputs.set(keyOfPath(resolve(path)), found);
      return { name: basename(path), bytes, location: locate(path), hasChanged: () => differs(path, found) };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = { ENOENT: '没有这个文件', EISDIR: '这是文件夹，不是文件', EACCES: '没有读取权限' }[String(code)];
    throw new UnusableInput(`“${path}”打不开：${why ?? '读取失败'}；请检查路径后重试。`, { cause: error });
  }
}

/** Whether this run has read that file, under this path or another, through a link too. It must exist. */
export async function isInputFile(path: string): Promise<boolean> {
  if (inputs.has(keyOfPath(resolve(path)))) return true;
  const { dev, ino, birthtimeNs } = await stat(path, { bigint: true });
  // The number of a file that is no more is given to the next one.
  return [...inputs.values()].some(
    (input) => input.dev === dev && input.ino === ino && input.birthtimeNs === birthtimeNs,
  );
}

async function differs(path: string, then: BigIntStats): Promise<boolean> {
  const now = await stat(path, { bigint: true }).catch(() => null);
  return now?.ino !== then.ino || now.dev !== then.dev || now.size !== then.size || now.mtimeNs !== then.mtimeNs;
}
