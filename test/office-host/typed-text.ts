import type { CellValue } from './snapshot.ts';
import { HostGap } from './wire.ts';

const DAY = 86_400_000;
/** Excel's day 0 in the 1900 system, for dates after 1900-03-01. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number of a day; times of the day as a fraction. */
export const dateSerial = (date: Date) => (date.getTime() - EPOCH) / DAY;

/** What Excel makes of something that is put into a cell: the constant, and the number format that a date brings with it. */
interface Typed {
  value: CellValue | null;
  /** With its `=`; null for a constant. */
  formula: string | null;
  numberFormat?: string;
}

/**
 * Reads what is typed into a cell, or set as its value, as Excel does: `=` starts a formula, numbers, percentages and dates in text become numbers,
 * `TRUE` a boolean, a leading apostrophe keeps text, a cell in text format (`@`) keeps everything.
 */
export function readTyped(input: string | number | boolean, numberFormat: string): Typed {
  if (typeof input === 'string' && input.startsWith('=') && numberFormat !== '@')
    return { value: null, formula: input };
  return { formula: null, ...readConstant(input, numberFormat) };
}

function readConstant(input: string | number | boolean, numberFormat: string): Omit<Typed, 'formula'> {
  if (typeof input !== 'string') return { value: input };
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (numberFormat === '@') return { value: input };
  const text = input.trim();
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^[-+]?\d+(\.\d+)?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, numberFormat: '0%' };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (date)
    return {
      value: dateSerial(new Date(Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])))),
      numberFormat: 'yyyy/m/d',
    };
  return { value: input };
}

const pad = (value: number) => String(value).padStart(2, '0');

/** The text that a cell shows. Throws HostGap for a number format outside General, `@`, decimals, thousands, percent and dates. */
export function showValue(value: CellValue | null, numberFormat: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' || numberFormat === '@') return String(value);
  if (numberFormat === 'General') return String(Number(value.toPrecision(11)));
  const fixed = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(numberFormat);
  if (fixed) return showFixed(value, fixed[1] !== undefined, fixed[2]?.length ?? 0, fixed[3] !== undefined);
  if (/[ymd]/i.test(numberFormat)) return showDate(new Date(EPOCH + Math.round(value * DAY)), numberFormat);
  throw new HostGap(`the number format ${numberFormat}`);
}

function showFixed(value: number, grouped: boolean, decimals: number, percent: boolean): string {
  const scaled = percent ? value * 100 : value;
  const rounded =
    Math.sign(scaled) * (Math.round(Number((Math.abs(scaled) * 10 ** decimals).toPrecision(15))) / 10 ** decimals);
  const text = rounded.toFixed(decimals);
  const withGroups = grouped ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : text;
  return percent ? `${withGroups}%` : withGroups;
}

function showDate(date: Date, numberFormat: string): string {
  const parts: { [code: string]: string } = {
    yyyy: String(date.getUTCFullYear()),
    mm: pad(date.getUTCMonth() + 1),
    m: String(date.getUTCMonth() + 1),
    dd: pad(date.getUTCDate()),
    d: String(date.getUTCDate()),
  };
  return numberFormat.replace(
    /\[[^\]]*\]|;@$|"([^"]*)"|\\(.)|yyyy|mm?|dd?|[a-z]+/gi,
    (code, quoted?: string, escaped?: string) => {
      if (code.startsWith('[') || code === ';@') return '';
      const text = quoted ?? escaped ?? parts[code.toLowerCase()];
      if (text === undefined) throw new HostGap(`the number format ${numberFormat}`);
      return text;
    },
  );
}
