import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes, gzipped, of the scripts that a page names: what has to come before the first paint. */
export function firstPaintBytes(folder: string, page = 'index.html'): number {
  const html = readFileSync(path.join(folder, page), 'utf8');
  const names = [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map(([, name = '']) => name);
  if (names.length < 2) throw new Error(`the page names only ${names.join(', ')}`);
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name)), { level: 9 }).length, 0);
}

/** The names of the built scripts. */
export function listScripts(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.js'));
}
