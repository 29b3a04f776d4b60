import { resolve, sep } from 'node:path';
import { foldName } from '../ooxml/stamp/stamp-name.ts';

/** A path as jobs compare and show it: whole, with forward slashes. */
export function locate(path: string): string {
  return resolve(path).split(sep).join('/');
}

/** Windows and macOS take names for one that differ in case or in how an accent is composed. */
export function keyOfPath(path: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'win32' || platform === 'darwin' ? foldName(path) : path;
}
