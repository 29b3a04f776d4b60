import type { Made } from '../../addin/page/made.ts';
import type { Outcome } from '../../addin/page/preview/folder-desk.ts';

export interface SavedOutput extends Pick<Made, 'name' | 'told'> {
  readonly bytes: Uint8Array;
}

/** Behind a workbook's name the page puts its scheme, `名册（某评选）.xlsx`; the command line does not. */
const SCHEME_BEHIND = /（[^（）]*）(?=\.xlsx$)/;

/** What a workshop has made to be saved, by the name that the command line gives it: no folder is there to be asked about. */
export async function savedOutput(outcome: Outcome): Promise<SavedOutput> {
  if (!('made' in outcome)) throw new Error('asked about a folder');
  const { name, told, file } = outcome.made;
  if (!file) throw new Error('nothing to be saved');
  return { name: name.replace(SCHEME_BEHIND, ''), told, bytes: new Uint8Array(await file.arrayBuffer()) };
}
