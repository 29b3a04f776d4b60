import type { Made } from '../../addin/page/made.ts';
import type { Outcome } from '../../addin/page/preview/folder-desk.ts';

export interface SavedOutput extends Pick<Made, 'name' | 'told'> {
  readonly bytes: Uint8Array;
}

/** What a workshop has made to be saved: no folder is there to be asked about. */
export async function savedOutput(outcome: Outcome): Promise<SavedOutput> {
  if (!('made' in outcome)) throw new Error('asked about a folder');
  const { name, told, file } = outcome.made;
  if (!file) throw new Error('nothing to be saved');
  return { name, told, bytes: new Uint8Array(await file.arrayBuffer()) };
}
