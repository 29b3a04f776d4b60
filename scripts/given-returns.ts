/** What `collect` is given on the command line: folders, and single files such as the zip in which all of them came. */
import { statSync } from 'node:fs';
import { basename, dirname, normalize } from 'node:path';
import type { ReturnsFolder } from '../jobs/collect/find-files.ts';
import { NodeFolder } from './node-folder.ts';
import { keyOfPath, locate } from './paths.ts';

/** A file is read as if it stood alone in a folder. What is neither there nor a folder is refused where it is listed. */
export function openReturns(path: string): ReturnsFolder {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? givenFile(path) : new NodeFolder(path);
}

function givenFile(path: string): ReturnsFolder {
  const location = locate(path);
  return {
    show: () => normalize(dirname(path)),
    locate: () => location,
    keyOf: keyOfPath,
    list: () => Promise.resolve([{ name: basename(path), kind: 'file' }]),
  };
}
