import type { WorkshopClient } from '../workshop.ts';
import type { Dropped } from './list-dropped.ts';

/** Files in one message: to hand over one takes the page half a millisecond, and it must not stand still. */
const AT_ONCE = 60;

/**
 * Hands what was dropped over to the workshop, in place of what was handed over before.
 * @throws the reason of `signal` as soon as it is cancelled, also where all is handed over by then
 */
export async function bringDropped(
  workshop: Pick<WorkshopClient, 'bring'>,
  { files, unread, folders }: Dropped,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await workshop.bring({ files: files.slice(0, AT_ONCE), unread, folders }, true);
  for (let from = AT_ONCE; from < files.length; from += AT_ONCE) {
    signal.throwIfAborted();
    await workshop.bring({ files: files.slice(from, from + AT_ONCE), unread: [], folders: [] }, false);
  }
  signal.throwIfAborted();
}
