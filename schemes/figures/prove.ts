/** Whether a figure stands in the words that are cited for it, and what numbers stand there otherwise. */
import { parseRatio, type Rounding, type Ratio } from '../../rules/ratio.ts';
import type { FigureMark } from './mark.ts';
import { readDates, type NamedDays } from './written-dates.ts';
import { splitRow } from './read-table.ts';
import { isSame, readArabic, readNumbers, type WrittenNumber } from './written-numbers.ts';
import { plainText, withoutSpace } from './written-text.ts';

/** True when the text names the figure. @param value as the YAML file holds it */
export function standsIn(mark: FigureMark, value: unknown, text: string): boolean {
  const written = String(value);
  switch (mark.reads) {
    case 'number':
      return typeof value === 'number' && namesNumber(mark, value, text);
    case 'ratio': {
      const ratio = parseRatio(written);
      return (
        ratio !== null &&
        numbersOf(text).some((each) => isSame(each.value, ratio) && !each.isOrdinal && (each.isPart || isWhole(ratio)))
      );
    }
    case 'day':
      return daysOf(text).some((days) => days.hasYear && isEdge(days, mark.edge) && days[mark.edge] === written);
    case 'month-day':
      return daysOf(text).some((days) => isEdge(days, mark.edge) && days[mark.edge].endsWith(`-${written}`));
    case 'rounding':
      return isRounding(written) && ROUNDING_WORDS[written].test(text);
    case 'words':
      return withoutSpace(text).includes(withoutSpace(written));
    case 'row':
      return Array.isArray(value) && namesRow(value.map(String), text);
    case 'sentence':
      return listStrange(written, text).length === 0;
    // held against the choices of their column (`choices.ts`)
    case 'choices':
      return false;
  }
}

/** What the text names of that sort, for the message: `80、100`; empty where it names nothing. */
export function tellWritten(mark: FigureMark, text: string): string {
  const words =
    mark.reads === 'day' || mark.reads === 'month-day'
      ? daysOf(text).map((days) => days.words)
      : numbersOf(text).map((number) => number.words);
  return [...new Set(words)].join('、');
}

/**
 * The days and months of a sentence, its numbers in digits, and its counts in 中文数字 that a text does not have. In the text, a number before
 * a full stop or at the end is one of any things.
 */
export function listStrange(sentence: string, text: string): string[] {
  const { named, rest } = readDates(plainText(sentence));
  const there = daysOf(text);
  const exact = named.filter(({ words }) => words.includes('月'));
  const strangeDays = exact.filter((days) => !there.some((other) => isSameTime(days, other)));
  const years = named.filter((days) => !exact.includes(days));
  const known = new Set(digitsOf(text));
  const numbers = digitsOf([rest, ...years.map(({ words }) => words)].join(' ')).filter((number) => !known.has(number));
  return [...new Set([...strangeDays.map(({ words }) => words), ...numbers, ...listStrangeCounts(rest, text)])];
}

/** What a sentence may count; “统一”, “一致” and “三列” count nothing that the document rules. */
const COUNTED = /^(?:[项年人家名次份天日月周万元分倍成级星届件处宗例篇台座]|个(?=月|年度|工作日|自然日|星期))/;

function listStrangeCounts(sentence: string, text: string): string[] {
  const there = numbersOf(text);
  return readNumbers(sentence)
    .filter(({ words, behind }) => !/\d/.test(words) && COUNTED.test(behind))
    .filter(({ value, behind }) => {
      const unit = behind.charAt(0);
      // a bare number beside it may count anything, but is no grade
      const fitting = unit === '级' ? [unit] : ['', '。', unit];
      return !there.some((other) => isSame(other.value, value) && fitting.includes(other.behind.charAt(0)));
    })
    .map(({ words, behind }) => words + behind.charAt(0));
}

/** A period has one first day and one last. */
function isEdge({ end }: NamedDays, edge: 'first' | 'last'): boolean {
  return end === null || end === edge;
}

function digitsOf(text: string): string[] {
  return plainText(text).match(/\d+(\.\d+)?/g) ?? [];
}

/** A day without its year is that of any year. */
function isSameTime(days: NamedDays, other: NamedDays): boolean {
  const from = days.hasYear ? 0 : 5;
  return days.first.slice(from) === other.first.slice(from) && days.last.slice(from) === other.last.slice(from);
}

/** A cell with a dash is nothing. */
const DASH_CELL = /(^|\s)[-—–](?=\s|$)/;

function namesNumber(mark: Extract<FigureMark, { reads: 'number' }>, value: number, text: string): boolean {
  const exact = readArabic(String(value));
  if (value === 0 && DASH_CELL.test(text)) return true;
  return numbersOf(text).some(
    (number) =>
      isSame(number.value, exact) &&
      (!number.isPart || !isWhole(exact)) &&
      (!number.isOrdinal || mark.ordinal === true) &&
      hasUnit(number, mark.units) &&
      !(mark.whole && number.before.includes('其中')),
  );
}

function hasUnit({ behind }: WrittenNumber, units: readonly string[] | undefined): boolean {
  return units === undefined || units.some((unit) => behind.startsWith(unit));
}

function isWhole({ numerator, denominator }: Ratio): boolean {
  return numerator % denominator === 0;
}

const ROUNDING_WORDS: Readonly<Record<Rounding, RegExp>> = {
  floor: /舍去|去尾|向下取整|不计小数/,
  ceil: /进一|向上取整/,
  'half-up': /四舍五入/,
};

function isRounding(written: string): written is Rounding {
  return written in ROUNDING_WORDS;
}

function numbersOf(text: string): WrittenNumber[] {
  return readNumbers(readDates(plainText(text)).rest);
}

function daysOf(text: string): readonly NamedDays[] {
  return readDates(plainText(text)).named;
}

/** The cells side by side, in one line of the text. */
function namesRow(wanted: readonly string[], text: string): boolean {
  return text.split('\n').some((line) => {
    const cells = splitRow(line);
    return cells.some((_cell, start) => wanted.every((each, index) => cells[start + index] === withoutSpace(each)));
  });
}
