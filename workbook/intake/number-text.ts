/** Numbers as people type them. What can mean one number is read; what can mean two is refused, and both are named. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { NoteKind } from '../../rules/note-kind.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { readChineseNumber } from './chinese-number.ts';
import { NOT_FILLED_IN, type Meaning } from './fact-reading.ts';
import { toHalfWidth } from './width.ts';

/** More digits than a spreadsheet keeps would not be the number that was typed. */
const MOST_DIGITS = 15;

type NumberReading =
  | { readonly number: number; readonly kinds: readonly NoteKind[] }
  /** Two meanings, or none. */
  | { readonly number: undefined; readonly meanings: readonly Meaning[] };

/** A plain number in plain digits, as this program writes it. Undefined for anything else. */
export function readPlainNumber(text: string): number | undefined {
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || text.replace(/\D/g, '').length > MOST_DIGITS) return undefined;
  // Adding 0 turns -0 into 0.
  return Number(text) + 0;
}

/**
 * Reads a number, with the words for its unit that the column allows behind it, the usual one first. Of a column in 万元, a number of 元 may be
 * meant as it stands or as 万元; of one that holds what a number becomes, +1 as 1 or as 1 more than before.
 */
export function readNumberText(
  written: string,
  { units = [], becomes = false }: Pick<RosterColumn, 'units' | 'becomes'> = {},
): NumberReading {
  const text = written.trim();
  const wide = toHalfWidth(text).replace(/[−–]/g, '-');
  const kinds: NoteKind[] = [];
  if (written !== text) kinds.push('white-space');
  if (wide !== text) kinds.push('full-width');
  const changes = becomes ? meaningsOfChange(wide, units) : [];
  if (changes.length > 0) return { number: undefined, meanings: changes };
  const bare = dropSigns(wide);
  if (bare !== wide) kinds.push('punctuation');
  // First the unit: 二十万 in a column of 万元 is 20, and no number of 200000.
  const measured = dropUnit(bare, units);
  const core = readCore(measured ? dropSigns(measured.rest) : bare);
  if (!core) return { number: undefined, meanings: findMeanings(bare, units) };
  if (!measured) return { number: core.number, kinds: [...kinds, ...core.kinds] };
  if (measured.isSmaller) return { number: undefined, meanings: meaningsOfSmaller(core.number, units) };
  const number = core.number * measured.times;
  return { number: Number(number.toPrecision(MOST_DIGITS)), kinds: [...kinds, 'unit-word', ...core.kinds] };
}

/** `+8`, `8.`, `8。`, `'8`, `第8`: signs and words around a number that say nothing more. */
function dropSigns(text: string): string {
  return text
    .replace(/^['‘’]|['‘’]$/g, '')
    .replace(/^(?:\+|第|得分?|共计?|合计|[:：])\s*(?=[\d.一-龥])/, '')
    .replace(/[.。,;、\s]+$/, '');
}

interface Core {
  readonly number: number;
  readonly kinds: readonly NoteKind[];
}

/** The number itself. */
function readCore(text: string): Core | undefined {
  const plain = readPlainNumber(text);
  if (plain !== undefined) return { number: plain, kinds: [] };
  const pointed = text.replace(/(?<=\d)[。·](?=\d)/, '.').replace(/^(-?)\.(?=\d)/, '$10.');
  const dotted = readPlainNumber(pointed);
  if (dotted !== undefined) return { number: dotted, kinds: ['punctuation'] };
  // 0,5 is half to those who write it, and so is 0,500.
  if (/^-?[1-9]\d{0,2}(?:[, ]\d{3})+(?:\.\d+)?$/.test(text) && !(text.includes(',') && text.includes(' '))) {
    const number = readPlainNumber(text.replace(/[, ]/g, ''));
    return number === undefined ? undefined : { number, kinds: ['digit-groups'] };
  }
  if (/^-?\d+(?:\.\d+)?[eE][+-]?\d{1,2}$/.test(text)) return { number: Number(text), kinds: ['number-words'] };
  // A dash and a circle that people tick look like these.
  if (/^[一〇○]$/.test(text)) return undefined;
  const words = readChineseNumber(text);
  return words === undefined ? undefined : { number: words, kinds: ['number-words'] };
}

interface Measured {
  readonly rest: string;
  readonly times: number;
  /** The unit of the column is ten thousand of this one. */
  readonly isSmaller: boolean;
}

const TEN_THOUSAND = '万';
const HUNDRED_MILLION = '亿';

/** The number without the unit behind it, or in front as ￥ stands. */
function dropUnit(text: string, units: readonly string[]): Measured | undefined {
  const inTenThousands = units[0]?.startsWith(TEN_THOUSAND) === true;
  const smaller = inTenThousands ? units.map((unit) => unit.slice(1)).filter((unit) => unit !== '') : [];
  const isMoney = smaller.includes('元') || units.includes('元');
  const plain = isMoney ? text.replace(/整$/, '').replace(/^(?:人民币)?\s*[¥￥]?(.*?)(元?)$/, moveSign(text)) : text;
  const find = (endings: readonly string[]) =>
    [...endings].sort((a, b) => b.length - a.length).find((ending) => plain.endsWith(ending) && plain !== ending);
  const cut = (ending: string) => plain.slice(0, -ending.length).trim();
  const larger = inTenThousands ? find([HUNDRED_MILLION, ...smaller.map((unit) => HUNDRED_MILLION + unit)]) : undefined;
  if (larger !== undefined) return { rest: cut(larger), times: 10_000, isSmaller: false };
  const own = find(units);
  if (own !== undefined) return { rest: cut(own), times: 1, isSmaller: false };
  const other = find(smaller);
  return other === undefined ? undefined : { rest: cut(other), times: 1, isSmaller: true };
}

/** `￥1200` says what `1200元` says. */
function moveSign(text: string): (whole: string, number: string, unit: string) => string {
  const isSigned = /[¥￥]/.test(text);
  return (_, number, unit) => {
    const hasUnit = unit !== '' || /[万亿]$/.test(number);
    return `${number.trim()}${unit}${isSigned && !hasUnit ? '元' : ''}`;
  };
}

function meaningsOfSmaller(number: number, [unit = '']: readonly string[]): Meaning[] {
  const scaled = Number((number / 10_000).toPrecision(MOST_DIGITS));
  return [scaled, number].map((each) => ({ words: `${each} ${unit}`, typed: String(each) }));
}

const CHANGE = /^['‘’:：]?\s*再?(?:(\+|增加|增补|追加|添加|增|加|添|多)|(-|减少|减去|扣减|减|扣|少))了?\s*(.+)$/;

/** The number, and the change by that number; none where nothing before it speaks of a change. */
function meaningsOfChange(text: string, units: readonly string[]): Meaning[] {
  const [, more, less, behind = ''] = CHANGE.exec(text) ?? [];
  if (more === undefined && less === undefined) return [];
  const rest = dropSigns(behind);
  const core = dropUnit(rest, units)?.rest ?? rest;
  const number = readCore(core)?.number ?? readChineseNumber(core);
  if (number === undefined) return [];
  return [
    { words: String(number), typed: String(number) },
    { words: `${more === undefined ? '减少' : '增加'} ${number}`, typed: null },
  ];
}

const ABOUT =
  /^(?:约|大约|大概|近|将近|约为|不到|不足|超过|超|至少|最多|不少于|[<>≥≤≈~])?\s*(.*?)\s*(?:左右|上下|多|余|以上|以下|许|[?])?$/;

/** The two that a text can mean; none where it is no number at all, nor where it may be somebody's number: its parts would tell it. */
function findMeanings(text: string, units: readonly string[]): Meaning[] {
  if (hideLongNumbers(text) !== text) return [];
  const one = (words: string): Meaning => ({ words, typed: words });
  if (text === '一') return [one('1'), NOT_FILLED_IN];
  const bare = (part: string) => readCore(dropUnit(part, units)?.rest ?? part)?.number;
  const commas = /^(-?\d+),(\d+)$/.exec(text);
  if (commas) return [`${commas[1] ?? ''}${commas[2] ?? ''}`, `${commas[1] ?? ''}.${commas[2] ?? ''}`].map(one);
  if (/^\d+(?:\s+\d+)+$/.test(text)) {
    return [one(text.replace(/\s/g, '')), { words: text.replace(/\s+/g, ' 和 '), typed: null }];
  }
  const percent = /^(\d+(?:\.\d+)?)[%％]$/.exec(text)?.[1];
  if (percent !== undefined)
    return [percent, String(Number((Number(percent) / 100).toPrecision(MOST_DIGITS)))].map(one);
  const parts = text.split(/\s*(?:[/~～至到或]|(?<=.)-|—+)\s*/);
  const numbers = parts.map(bare);
  if (parts.length === 2 && numbers.every((number) => number !== undefined)) {
    const [first, second] = numbers;
    // 8/8 is eight of eight, the eighth of August or 1.
    if (first === second) return [one(String(first)), { words: '别的数', typed: null }];
    return numbers.map((number) => one(String(number)));
  }
  const thousands = /^(\d+(?:\.\d+)?)千$/.exec(text)?.[1];
  if (thousands !== undefined && units[0]?.startsWith(TEN_THOUSAND)) {
    return meaningsOfSmaller(Number(thousands) * 1000, units);
  }
  const about = ABOUT.exec(text)?.[1] ?? text;
  const number = about === text ? undefined : bare(about);
  if (number === undefined) return [];
  // Nobody knows the other one: the first must not be taken for certain.
  return [
    { words: String(number), typed: null },
    { words: `${number} 上下的另一个数`, typed: null },
  ];
}
