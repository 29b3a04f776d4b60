import type { WorkshopClient } from '../workshop.ts';
import type { DroppedFile } from './file-folder.ts';

/** Files in one message: to hand over one takes the page half a millisecond, and it must not stand still. */
const AT_ONCE = 60;

/** Hands files over to the workshop, in place of those before. */
export async function bringDropped(workshop: WorkshopClient, dropped: readonly DroppedFile[]): Promise<void> {
  for (let from = 0; from < dropped.length; from += AT_ONCE) {
    await workshop.bring(dropped.slice(from, from + AT_ONCE), from === 0);
  }
}
