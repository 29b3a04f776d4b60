import { UnusableInput } from '../rules/unusable-input.ts';

const WHY: Readonly<Record<string, string>> = {
  EACCES: '没有写入权限，或文件正在 Excel、WPS 中打开',
  EPERM: '没有写入权限，或文件正在 Excel、WPS 中打开',
  EBUSY: '文件正在其他程序中打开',
  EROFS: '这个位置是只读的',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘空间配额已用完',
  ENOENT: '没有这个位置',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EEXIST: '路径中有一段是文件，不是文件夹',
  EISDIR: '那里是文件夹，不是文件',
  ENAMETOOLONG: '文件名或路径太长',
  EIO: '磁盘读写出错',
};

/**
 * Runs what writes to `path`.
 * @throws UnusableInput with one Chinese sentence when the disk refuses
 */
export async function tryToWrite<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = WHY[code];
    if (why === undefined) throw error;
    throw new UnusableInput(`“${path}”写不进去：${why}；请关闭文件或换一个输出位置后重试。`, { cause: error });
  }
}

/**
 * Runs what reads `path`.
 * @throws UnusableInput with one Chinese sentence when the disk refuses
 */
export async function tryToRead<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = WHY_UNREAD[code];
    if (why === undefined) throw error;
    throw new UnusableInput(`“${path}”打不开：${why}；请检查后重试。`, { cause: error });
  }
}

const WHY_UNREAD: Readonly<Record<string, string>> = {
  EACCES: '没有读取权限，或文件正在其他程序中打开',
  EPERM: '没有读取权限，或文件正在其他程序中打开',
  EBUSY: '文件正在其他程序中打开',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EISDIR: '那里是文件夹，不是文件',
  ENAMETOOLONG: '文件名或路径太长',
  EIO: '磁盘读写出错',
};
