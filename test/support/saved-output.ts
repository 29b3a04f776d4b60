import type { Made } from '../../addin/page/made.ts';
import type { Outcome } from '../../addin/page/preview/folder-desk.ts';

/** What a workshop has made to be saved: no folder is there to be asked about. */
export function savedOutput(outcome: Outcome): Made {
  if (!('made' in outcome)) throw new Error('asked about a folder');
  return outcome.made;
}
