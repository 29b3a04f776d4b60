import {
  compareValues,
  ErrorResult,
  isArea,
  isError,
  toNumber,
  toText,
  toTruth,
  DIVISION_ERROR,
  VALUE_ERROR,
} from './values.ts';
import type { Area, Value } from './values.ts';

/** An argument, evaluated only when the function asks for it (IF must not evaluate the branch that it leaves). */
type Argument = () => Value | Area;
type SheetFunction = (args: Argument[]) => Value;

const single = (argument: Argument | undefined): Value => {
  const value = argument ? argument() : null;
  if (!isArea(value)) return value;
  if (value.area.length !== 1) throw new ErrorResult(VALUE_ERROR);
  return value.area[0] ?? null;
};

const values = (argument: Argument): Value[] => {
  const value = argument();
  return isArea(value) ? value.area : [value];
};

/** The numbers among the arguments: inside an area only real numbers count, a direct argument is converted. Errors pass on. */
function numbers(args: Argument[]): number[] {
  return args.flatMap((argument) => {
    const value = argument();
    if (!isArea(value)) return [toNumber(value)];
    const error = value.area.find(isError);
    if (error) throw new ErrorResult(error);
    return value.area.filter((item) => typeof item === 'number');
  });
}

function truths(args: Argument[]): boolean[] {
  const found = args.flatMap((argument) => {
    const value = argument();
    if (!isArea(value)) return [toTruth(value)];
    const error = value.area.find(isError);
    if (error) throw new ErrorResult(error);
    return value.area.filter((item) => typeof item === 'number' || typeof item === 'boolean').map(toTruth);
  });
  if (found.length === 0) throw new ErrorResult(VALUE_ERROR);
  return found;
}

/** Rounds half away from zero on the decimal digits that Excel shows, so that 1.005 gives 1.01 as there. */
function roundTo(value: number, digits: number, round: (scaled: number) => number): number {
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  return (Math.sign(value) * round(scaled)) / 10 ** digits;
}

/** A COUNTIF criterion: an operator and a value, or a value with the wildcards `*` and `?`. */
function matcher(criterion: Value): (value: Value) => boolean {
  const [, operator = '=', wanted = ''] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(toText(criterion)) ?? [];
  const number = wanted.trim() === '' ? NaN : Number(wanted);
  const equals = (value: Value): boolean => {
    if (typeof criterion === 'boolean') return value === criterion;
    if (!Number.isNaN(number))
      return typeof value === 'number'
        ? value === number
        : typeof value === 'string' && Number(value) === number && value !== '';
    if (wanted === '') return value === null || (value === '' && operator === '=' && criterion === '');
    const pattern = wanted
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[\\s\\S]*')
      .replaceAll('?', '[\\s\\S]');
    return typeof value === 'string' && new RegExp(`^${pattern}$`, 'i').test(value);
  };
  if (operator === '=') return equals;
  if (operator === '<>') return (value) => !equals(value);
  const side: Value = Number.isNaN(number) ? wanted : number;
  return (value) => {
    if (typeof value !== typeof side) return false;
    const order = compareValues(value, side);
    return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
  };
}

const isBlank = (value: Value) => value === null || value === '';

/** The functions that the host calculates; a formula with any other one is a gap and says so. */
export const SHEET_FUNCTIONS: { readonly [name: string]: SheetFunction } = {
  SUM: (args) => numbers(args).reduce((sum, value) => sum + value, 0),
  MAX: (args) => Math.max(...numbers(args), ...(numbers(args).length === 0 ? [0] : [])),
  MIN: (args) => Math.min(...numbers(args), ...(numbers(args).length === 0 ? [0] : [])),
  COUNT: (args) => args.flatMap(values).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => args.flatMap(values).filter((value) => value !== null).length,
  COUNTBLANK: ([argument]) => {
    const value = argument ? argument() : null;
    return isArea(value) ? value.beyond + value.area.filter(isBlank).length : 0;
  },
  ROWS: ([argument]) => {
    const value = argument ? argument() : null;
    if (isArea(value) && value.rows === undefined) throw new ErrorResult(VALUE_ERROR);
    return isArea(value) ? (value.rows ?? 1) : 1;
  },
  COUNTIF: ([area, criterion]) => (area ? values(area).filter(matcher(single(criterion))).length : 0),
  ROUND: ([value, digits]) =>
    roundTo(toNumber(single(value)), toNumber(single(digits)), (scaled) => Math.floor(scaled + 0.5)),
  ROUNDUP: ([value, digits]) => roundTo(toNumber(single(value)), toNumber(single(digits)), Math.ceil),
  ROUNDDOWN: ([value, digits]) => roundTo(toNumber(single(value)), toNumber(single(digits)), Math.floor),
  INT: ([value]) => Math.floor(toNumber(single(value))),
  ABS: ([value]) => Math.abs(toNumber(single(value))),
  AVERAGE: (args) => {
    const found = numbers(args);
    if (found.length === 0) throw new ErrorResult(DIVISION_ERROR);
    return found.reduce((sum, value) => sum + value, 0) / found.length;
  },
  IF: ([condition, yes, no]) => (toTruth(single(condition)) ? single(yes) : no ? single(no) : false),
  IFERROR: ([value, otherwise]) => {
    try {
      const found = single(value);
      return isError(found) ? single(otherwise) : found;
    } catch (problem) {
      if (problem instanceof ErrorResult) return single(otherwise);
      throw problem;
    }
  },
  AND: (args) => truths(args).every(Boolean),
  OR: (args) => truths(args).some(Boolean),
  NOT: ([value]) => !toTruth(single(value)),
  ISNUMBER: ([value]) => typeof single(value) === 'number',
  ISTEXT: ([value]) => typeof single(value) === 'string',
  ISBLANK: ([value]) => single(value) === null,
  LEN: ([value]) => toText(single(value)).length,
  TRIM: ([value]) => toText(single(value)).trim().replaceAll(/ +/g, ' '),
  SUBSTITUTE: ([text, old, fresh]) => toText(single(text)).replaceAll(toText(single(old)), toText(single(fresh))),
  CONCATENATE: (args) => args.map((argument) => toText(single(argument))).join(''),
};
