import { showDay } from '../../rules/calendar.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { BLANK_DAY, nameDocument } from '../draw/words.ts';

/**
 * Until when an answer is asked for, on what goes out: as the staff say, else as the document does; a blank for a pen where neither does.
 * @param replyBy `YYYY-MM-DD`
 */
export function tellLastDay(scheme: Scheme, replyBy: string | null): string {
  if (replyBy !== null) return showDay(replyBy);
  const { deadline } = scheme;
  return deadline ? `${showDay(deadline.value)}（${nameDocument(scheme, deadline.cite)}）` : BLANK_DAY;
}
