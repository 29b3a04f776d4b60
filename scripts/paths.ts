import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { foldName } from '../ooxml/stamp/stamp-name.ts';

/** A path as jobs compare it: whole, through no link, with forward slashes. What is not there yet stands in what is. */
export function locate(path: string): string {
  return findReal(resolve(path)).split(sep).join('/');
}

function findReal(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(findReal(folder), basename(path));
  }
}

/** Windows and macOS take names for one that differ in case or in how an accent is composed. */
export function keyOfPath(path: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'win32' || platform === 'darwin' ? foldName(path) : path;
}
