/** A folder of the disk as a browser hands it over when it is dropped. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SchemeFiles } from '../../../addin/page/own-schemes/scheme-bundle.ts';

export function dropFolder(root: string): SchemeFiles {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(root, name)).isFile(),
  );
  const files = names.map((name) => dropFile(name.split(path.sep).join('/'), readFileSync(path.join(root, name))));
  return { files, unread: [], folder: path.basename(root) };
}

/** @param size that it is said to have, where that is another than it has */
export function dropFile(at: string, bytes: Uint8Array | string, size?: number) {
  const file = new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], at.split('/').at(-1) ?? '');
  return { path: at, file: size === undefined ? file : Object.defineProperty(file, 'size', { value: size }) };
}
