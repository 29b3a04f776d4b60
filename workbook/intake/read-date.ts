import { isDay, YEARS_MEANT } from '../../rules/calendar.ts';
import { isPlaceholder } from '../../rules/spellings.ts';
import { dayOfSerial } from '../../ooxml/read/serial-date.ts';
import type { Cell } from '../../ooxml/read/sheet-content.ts';
import { readDay, readMonth, type DateReading } from './calendar-text.ts';
import { FactFault, NotedFact, type Meaning } from './fact-reading.ts';
import { describeNotes, noteBlank } from './note-reading.ts';

const YEARS = `${YEARS_MEANT.first} 年到 ${YEARS_MEANT.last} 年`;
const WANTED = { date: `${YEARS}的日期，如 2024-03-05`, month: `${YEARS}的年月，如 1975-03` } as const;
const FAULT = { date: 'not-a-date', month: 'not-a-month' } as const;
const LENGTH = { date: 10, month: 7 } as const;

type Calendar = keyof typeof WANTED;

/** `YYYY-MM-DD` of a day, `YYYY-MM` of a month; a month is also a day of it. */
export function readDate(cell: Cell, type: Calendar, date1904: boolean): string | FactFault | NotedFact {
  const fault = (meanings: readonly Meaning[] = []) => new FactFault(FAULT[type], WANTED[type], meanings);
  if (cell.kind === 'number' && cell.isDate) {
    return readSerial(cell.value, date1904)?.slice(0, LENGTH[type]) ?? fault();
  }
  if (cell.kind !== 'number' && cell.kind !== 'text') return fault();
  const text = cell.kind === 'number' ? String(cell.value) : cell.text;
  if (isPlaceholder(text.trim())) return noteBlank(text);
  if (type === 'month' && cell.kind === 'number') {
    const year = /^(\d{4})\.1$/.exec(text)?.[1];
    const months = year === undefined ? [] : [`${year}-01`, `${year}-10`];
    const meanings = months.map((month) => ({ words: month, typed: month }));
    if (months.length > 0) return new FactFault('ambiguous-month', WANTED.month, meanings);
  }
  const reading: DateReading = type === 'date' ? readDay(text) : readMonth(text);
  if (reading.date !== undefined) return reading.isUsual ? reading.date : note(reading.date);
  if (reading.meanings.length > 0) return fault(reading.meanings);
  const bare = readBareSerial(text.trim(), date1904)?.slice(0, LENGTH[type]);
  if (bare === undefined) return fault();
  const short = readShortDate(text.trim());
  return short === undefined ? note(bare) : fault([{ words: bare, typed: bare }, short]);
}

/** Undefined for a day that nobody can mean, such as 9999-12-31. */
function readSerial(serial: number, date1904: boolean): string | undefined {
  const day = dayOfSerial(serial, date1904);
  return day !== undefined && isDay(day) ? day : undefined;
}

/** From the year 1954 on: a year alone, and few other short numbers, are above. */
const LEAST_SERIAL = 20_000;

/** The number behind a date that has lost its format. */
function readBareSerial(text: string, date1904: boolean): string | undefined {
  return /^\d{5}$/.test(text) && Number(text) >= LEAST_SERIAL ? readSerial(Number(text), date1904) : undefined;
}

/** Such a number may be a day without its separators as well: `24707` is 24-7-07. Of which century, nobody can tell. */
function readShortDate(text: string): Meaning | undefined {
  const [year, month, date, late] = [
    text.slice(0, 2),
    Number(text.slice(2, 3)),
    Number(text.slice(3)),
    Number(text.slice(2, 4)),
  ];
  const words = (...parts: readonly [number, number]) => ({
    words: `${year} 年 ${parts[0]} 月 ${parts[1]} 日`,
    typed: null,
  });
  if (month > 0 && isDateIn(date)) return words(month, date);
  const last = Number(text.slice(4));
  return late >= 1 && late <= 12 && last > 0 ? words(late, last) : undefined;
}

function isDateIn(date: number): boolean {
  return date >= 1 && date <= 31;
}

function note(date: string): NotedFact {
  return new NotedFact(date, date, describeNotes(['date-form']));
}
