import { isRealDay, type CalendarDay } from './serial-date.ts';

const YEARS = { first: 1900, last: 2099 } as const;

/** A day typed as text: `2024-3-5`, `2024/03/05`, `2024.3.5`, `2024年3月5日`, `20240305`; undefined for anything else. */
export function readDayText(text: string): CalendarDay | undefined {
  const plain = withoutWidth(text);
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain)?.toSpliced(2, 1) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(plain) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const found = { year, month, day };
  return isSensibleYear(year) && isRealDay(found) ? found : undefined;
}

/**
 * A month typed as text: `1975-03`, `1975/3`, `1975.3`, `1975年3月`, `197503`, or a whole day of it. Gives `YYYY-MM`, undefined for
 * anything else.
 */
export function readMonthText(text: string): string | undefined {
  const plain = withoutWidth(text);
  const match =
    /^(\d{4})[-/.](\d{1,2})$/.exec(plain) ?? /^(\d{4})年(\d{1,2})月$/.exec(plain) ?? /^(\d{4})(\d\d)$/.exec(plain);
  if (match === null) {
    const day = readDayText(plain);
    return day === undefined ? undefined : formatMonth(day);
  }
  const [year = 0, month = 0] = match.slice(1).map(Number);
  return isSensibleYear(year) && month >= 1 && month <= 12 ? formatMonth({ year, month }) : undefined;
}

/** `1975-03`. */
export function formatMonth({ year, month }: { readonly year: number; readonly month: number }): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** `1975-03-09`. */
export function formatDay(day: CalendarDay): string {
  return `${formatMonth(day)}-${String(day.day).padStart(2, '0')}`;
}

function isSensibleYear(year: number): boolean {
  return year >= YEARS.first && year <= YEARS.last;
}

/** Full-width characters as their plain ones, and no white space. */
function withoutWidth(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
