import type { BigIntStats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UnusableInput } from '../rules/unusable-input.ts';

/** What every file was that this run has read, by its path: each is read once, and what was made of it is compared with nothing else. */
const inputs = new Map<string, BigIntStats>();

/**
 * Reads a file that a user names, and remembers it as one that is never written to.
 * @throws UnusableInput when it cannot be read
 */
export async function readInputFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      // Before it is read: whoever saves it meanwhile has changed it.
      const found = await file.stat({ bigint: true });
      const bytes = await file.readFile();
      inputs.set(resolve(path), found);
      return bytes;
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
  if (inputs.has(resolve(path))) return true;
  const { dev, ino } = await stat(path, { bigint: true });
  return [...inputs.values()].some((input) => input.dev === dev && input.ino === ino);
}

/** Whether a file that this run has read was saved, replaced or removed since. */
export async function hasChangedSinceRead(path: string): Promise<boolean> {
  const then = inputs.get(resolve(path));
  const now = await stat(path, { bigint: true }).catch(() => null);
  return now?.ino !== then?.ino || now?.dev !== then?.dev || now?.size !== then?.size || now?.mtimeNs !== then?.mtimeNs;
}
