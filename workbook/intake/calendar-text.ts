/** Days and months as people type them. Which there are, and of which years, `rules/calendar.ts` says. */
import { isDay, isMonth, writeDay } from '../../rules/calendar.ts';

/** A day typed as text: `2024-3-5`, `2024/03/05`, `2024.3.5`, `2024年3月5日`, `20240305`; as `YYYY-MM-DD`, undefined for anything else. */
export function readDayText(text: string): string | undefined {
  const plain = withoutWidth(text);
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain)?.toSpliced(2, 1) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(plain) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (match === null) return undefined;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  const day = writeDay(year, month, date);
  return day !== null && isDay(day) ? day : undefined;
}

/**
 * A month typed as text: `1975-03`, `1975/3`, `1975.3`, `1975年3月`, `197503`, or a whole day of it. Gives `YYYY-MM`, undefined for
 * anything else.
 */
export function readMonthText(text: string): string | undefined {
  const plain = withoutWidth(text);
  const match =
    /^(\d{4})[-/.](\d{1,2})$/.exec(plain) ?? /^(\d{4})年(\d{1,2})月$/.exec(plain) ?? /^(\d{4})(\d\d)$/.exec(plain);
  if (match === null) return readDayText(plain)?.slice(0, 7);
  const [, year = '', month = ''] = match;
  const written = `${year}-${month.padStart(2, '0')}`;
  return isMonth(written) ? written : undefined;
}

/** Full-width characters as their plain ones, and no white space. */
function withoutWidth(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
