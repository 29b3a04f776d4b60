import { readFile, stat } from 'node:fs/promises';
import { UnusableInput } from '../rules/unusable-input.ts';

/** Device and number of every file that this run has read: the same file has the same under another path, through a link too. */
const inputs = new Set<string>();

/**
 * Reads a file that a user names, and remembers it as one that is never written to.
 * @throws UnusableInput when it cannot be read
 */
export async function readInputFile(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path);
    inputs.add(await identify(path));
    return bytes;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = { ENOENT: '没有这个文件', EISDIR: '这是文件夹，不是文件', EACCES: '没有读取权限' }[String(code)];
    throw new UnusableInput(`“${path}”打不开：${why ?? '读取失败'}；请检查路径后重试。`, { cause: error });
  }
}

/** Whether this run has read that file. It must exist. */
export async function isInputFile(path: string): Promise<boolean> {
  return inputs.has(await identify(path));
}

async function identify(path: string): Promise<string> {
  const { dev, ino } = await stat(path, { bigint: true });
  return `${dev}:${ino}`;
}
