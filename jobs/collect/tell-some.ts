import type { JobContext } from '../job.ts';

/** Lines of one list on the terminal; the summary has them all. */
export const MOST_LINES = 8;

export function tellSome(lines: readonly string[], sayRest: (rest: number) => string, tell: JobContext['tell']): void {
  for (const line of lines.slice(0, MOST_LINES)) tell(line);
  if (lines.length > MOST_LINES) tell(sayRest(lines.length - MOST_LINES));
}
