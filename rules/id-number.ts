/**
 * 公民身份号码 after GB 11643-1999: read, and kept out of what people pass on. No function here puts a number, or a part of it, into a text.
 */
import { isDay } from './calendar.ts';

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

/** The same without regard to the date, in full-width digits too; any 15 digits, the length of the old kind; mobile and fixed telephones. */
const LONG_NUMBER = new RegExp(
  [
    '(?<!D)D{6}G?D{8}G?D{3}[0-9０-９xXｘＸ](?!D)',
    'D{15,}[xXｘＸ]?',
    '(?<!D)[1１][3-9３-９]DG?D{4}G?D{4}(?!D)',
    '(?<!D)[0０]D{2,3}G?D{7,8}(?!D)',
  ]
    .join('|')
    .replaceAll('D', '[0-9０-９]')
    .replaceAll('G', '[\\s-]'),
  'g',
);

/** Whether an ID number stands somewhere in the text; a long number without a birth date, as of a contract, is none. */
export function holdsIdNumber(text: string): boolean {
  return text.normalize('NFKC').search(ID_NUMBER) >= 0;
}

/** The text without ID numbers, for lists that people pass on: somebody may have typed one into a column for names. */
export function hideIdNumbers(text: string): string {
  return text.replace(ID_NUMBER, '（身份证号不显示）');
}

/** The text without anything that may be an ID number, mistyped ones included, or a telephone, for messages: these need show neither. */
export function hideLongNumbers(text: string): string {
  return text.replace(LONG_NUMBER, '（号码不显示）');
}
