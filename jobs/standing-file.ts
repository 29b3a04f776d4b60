import type { Folder } from './folder.ts';

/**
 * The bytes of a plain file; null where something else stands, or nothing. An empty file is nothing: a browser makes one before it fills it, and it
 * stays where the disk is full or the page is closed in between.
 */
export async function readStanding(folder: Folder, name: string): Promise<Uint8Array | null> {
  const bytes = (await folder.kindOf(name)) === 'file' ? await folder.read(name) : null;
  return bytes && bytes.length > 0 ? bytes : null;
}
