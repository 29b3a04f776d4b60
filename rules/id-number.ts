/**
 * 公民身份号码 after GB 11643-1999: read, and kept out of what people pass on. No function here puts a number, or a part of it, into a text.
 */
import { isDay } from './calendar.ts';
import { replaceTelephones } from './telephone.ts';

type IdNumberFault = 'length' | 'characters' | 'birth-date' | 'check-digit';

interface IdNumberReading {
  readonly faults: readonly IdNumberFault[];
  /** `YYYY-MM` of the birth date; null when it cannot be read. */
  readonly birthMonth: string | null;
  /** From the 17th digit: odd is male; null when it cannot be read. */
  readonly sex: '男' | '女' | null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Reads an 18-character number. A lower-case x is a fault: the standard writes X. */
export function readIdNumber(text: string): IdNumberReading {
  if (text.length !== 18) return { faults: ['length'], birthMonth: null, sex: null };
  if (!/^\d{17}[\dX]$/.test(text)) return { faults: ['characters'], birthMonth: null, sex: null };
  const faults: IdNumberFault[] = [];
  const birthMonth = readBirthMonth(text);
  if (birthMonth === null) faults.push('birth-date');
  if (idCheckCharacter(text.slice(0, 17)) !== text.at(17)) faults.push('check-digit');
  return { faults, birthMonth, sex: Number(text.at(16)) % 2 === 1 ? '男' : '女' };
}

/** The 18th character for the first 17 digits (ISO 7064 MOD 11-2). */
export function idCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.at(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function readBirthMonth(text: string): string | null {
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  return isDay(day) ? day.slice(0, 7) : null;
}

/** Each fault as words for a user. */
export const ID_NUMBER_FAULT: Readonly<Record<IdNumberFault, string>> = {
  length: '身份证号不是 18 位',
  characters: '身份证号含有数字和末位大写 X 以外的字符',
  'birth-date': '身份证号中的出生日期不存在',
  'check-digit': '身份证号的校验码不对',
};

/** Perhaps with gaps between the three groups in which people write the number; a date of the 20th or 21st century in the middle. */
const ID_NUMBER = /(?<!\d)\d{6}[\s-]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s-]?\d{3}[\dXx](?!\d)/g;

/** Figures in groups of three and more: days and small numbers have shorter ones. */
const GROUPED = /(?<![0-9０-９])[0-9０-９]{3,}(?:[\s\-－][0-9０-９]{3,})*(?:[\s\-－]?[xXｘＸ](?![A-Za-z]))?/g;
/** From so many figures on it may be an ID number, of the old kind too, whatever its date; or that of a bank's card. */
const FEWEST_FIGURES = 15;
/** 20240101 and 2024-01001. */
const DAY_OR_APPLICATION = '(?:19|20)\\d{2}(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|-\\d{3,6})';
/** Several of these, and nothing else: a period, a list. No district's number, with which an ID number begins, is 19 or 20. */
const DAYS_AND_APPLICATIONS = new RegExp(`^${DAY_OR_APPLICATION}(?:[\\s-]${DAY_OR_APPLICATION})*$`);

/** Whether an ID number stands somewhere in the text; a long number without a birth date, as of a contract, is none. */
export function holdsIdNumber(text: string): boolean {
  return text.normalize('NFKC').search(ID_NUMBER) >= 0;
}

const HIDDEN_NUMBER = '（号码不显示）';

/** The text without ID numbers, for lists that people pass on: somebody may have typed one into a column for names. */
export function hideIdNumbers(text: string): string {
  return inOneBracket(text.replace(ID_NUMBER, '（身份证号不显示）'));
}

/** The text without anything that may be an ID number, mistyped ones included, or a telephone, for messages: these need show neither. */
export function hideLongNumbers(text: string): string {
  const withoutIdNumbers = text.replace(GROUPED, (part) => (mayBeIdNumber(part) ? HIDDEN_NUMBER : part));
  return inOneBracket(replaceTelephones(withoutIdNumbers, HIDDEN_NUMBER));
}

function mayBeIdNumber(grouped: string): boolean {
  const figures = grouped.replace(/[^0-9０-９]/g, '');
  return figures.length >= FEWEST_FIGURES && !DAYS_AND_APPLICATIONS.test(grouped.normalize('NFKC'));
}

/** What stood in brackets and is not shown needs no second pair around the words that say so. */
export function inOneBracket(text: string): string {
  return text.replace(/[(（]\s*(（[^（）]*不显示）)\s*[)）]/g, '$1');
}
