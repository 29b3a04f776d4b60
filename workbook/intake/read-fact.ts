import { isDay, YEARS_MEANT } from '../../rules/calendar.ts';
import { holdsIdNumber } from '../../rules/id-number.ts';
import { wordOf, type FactValue, type RosterColumn } from '../../rules/roster-column.ts';
import { readDayText, readMonthText } from './calendar-text.ts';
import { comparable, trimUnseen } from './comparable-text.ts';
import { FactFault, NotedFact } from './fact-reading.ts';
import { readNumberText } from './number-text.ts';
import { quoteForUser } from './quote.ts';
import { dayOfSerial } from '../../ooxml/read/serial-date.ts';
import { cleanControls, describeCleaning, holdsControls } from '../../ooxml/read/control-characters.ts';
import { styleOf, type Cell, type SheetContent } from '../../ooxml/read/sheet-content.ts';

/** Spreadsheets keep 15 digits of a number; what was typed beyond is lost. */
const EXACT_BELOW = 1e15;

const YEARS = `${YEARS_MEANT.first} 年到 ${YEARS_MEANT.last} 年`;

/**
 * Reads a cell as its column asks: what can mean one thing is read, and noted where it is written otherwise than wanted; what can mean two is
 * a fault. Blank and white space read as null.
 *
 * A `text` column takes a number as its plain digits, with the leading zeros that a format such as `00000` shows; a `code` column does too,
 * and full-width characters and white space make no difference there. An `id-number` column takes nothing but text, for a number has lost
 * its last digits; in texts and phones an ID number is a fault, for these are shown to more people than may see it.
 */
export function readFact(
  cell: Cell | undefined,
  column: RosterColumn,
  sheet: SheetContent,
): FactValue | FactFault | NotedFact {
  if (cell === undefined) return null;
  if (cell.kind !== 'text' || !holdsControls(cell.text)) return readClean(cell, column, sheet);
  const value = readClean({ ...cell, text: cleanControls(cell.text) }, column, sheet);
  if (value instanceof FactFault || value === null) return value;
  const canonical = typeof value === 'number' ? value : wordOf(value);
  return new NotedFact(value, canonical, [{ kind: 'control-character', message: describeCleaning(cell.text) }]);
}

function readClean(cell: Cell, column: RosterColumn, sheet: SheetContent): FactValue | FactFault {
  if (cell.kind === 'text' && trimUnseen(cell.text) === '') return null;
  if (cell.kind === 'error') return new FactFault('error-value', '正常的值，不能是错误值');
  if (cell.kind === 'uncomputed') {
    return new FactFault('uncomputed', '算好的结果（请用 Excel 或 WPS 打开文件并保存一次）');
  }
  switch (column.type) {
    case 'text':
    case 'phone':
      return readPublicText(cell, sheet);
    case 'code':
      return readCode(cell, sheet);
    case 'yes-no':
      return readYesNo(cell);
    case 'integer':
      return readInteger(cell);
    case 'number':
    case 'points':
      return readNumber(cell) ?? new FactFault('not-a-number', '数字');
    case 'month':
      return readMonth(cell, sheet.date1904);
    case 'date':
      return readDate(cell, sheet.date1904);
    case 'choice':
      return readChoice(cell, column.choices ?? []);
    case 'id-number':
      if (cell.kind === 'number') return new FactFault('id-as-number', '文本格式的身份证号，存成数字会丢失末几位');
      return cell.kind === 'text' ? cell.text.trim() : new FactFault('not-text', '文本格式的身份证号');
  }
}

/** What a cell shows, for a message; never an ID number. */
export function describeCell(cell: Cell, column: RosterColumn, sheet: SheetContent): string {
  if (cell.kind === 'uncomputed') return '没有结果的公式';
  if (column.type === 'id-number') return cell.kind === 'number' ? '数字' : '其他内容';
  if (cell.kind === 'number' && cell.isDate) {
    const day = dayOfSerial(cell.value, sheet.date1904);
    return day === undefined ? '无效的日期' : `日期 ${day}`;
  }
  if (cell.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  return quoteForUser(cell.kind === 'number' ? String(cell.value) : cell.text);
}

function readPublicText(cell: Cell, sheet: SheetContent): string | FactFault {
  const text = readText(cell, sheet);
  return typeof text === 'string' && holdsIdNumber(text)
    ? new FactFault('id-number-elsewhere', '不含身份证号的内容（身份证号只填在“身份证号”列）')
    : text;
}

function readCode(cell: Cell, sheet: SheetContent): string | FactFault {
  const text = readText(cell, sheet);
  return typeof text === 'string' ? comparable(text) : text;
}

function readText(cell: Cell, sheet: SheetContent): string | FactFault {
  if (cell.kind === 'text') return trimUnseen(cell.text);
  if (cell.kind !== 'number') return new FactFault('not-text', '文字');
  if (cell.isDate) return new FactFault('date-for-text', '文字，不能是日期（请把单元格设为文本格式后重新填写）');
  if (Math.abs(cell.value) >= EXACT_BELOW) {
    return new FactFault('digits-lost', '文本格式，数字超过 15 位会丢失末几位');
  }
  const digits = String(cell.value);
  return /^\d+$/.test(digits) ? digits.padStart(styleOf(sheet, cell).minDigits, '0') : digits;
}

function readYesNo(cell: Cell): boolean | FactFault {
  const text = cell.kind === 'text' ? cell.text.trim() : '';
  if (text === '是') return true;
  return text === '否' ? false : new FactFault('not-yes-no', '“是”或“否”');
}

function readNumber(cell: Cell): number | undefined {
  if (cell.kind === 'number' && !cell.isDate) return cell.value;
  return cell.kind === 'text' ? readNumberText(cell.text) : undefined;
}

function readInteger(cell: Cell): number | FactFault {
  const number = readNumber(cell);
  if (number === undefined) return new FactFault('not-a-number', '整数');
  return Number.isSafeInteger(number) ? number : new FactFault('not-whole', '整数');
}

function readMonth(cell: Cell, date1904: boolean): string | FactFault {
  const fault = new FactFault('not-a-month', `${YEARS}的年月，如 1975-03`);
  if (cell.kind === 'boolean') return fault;
  if (cell.kind === 'number' && cell.isDate) {
    return readSerial(cell.value, date1904)?.slice(0, 7) ?? fault;
  }
  const text = cell.kind === 'number' ? String(cell.value) : textOf(cell);
  if (cell.kind === 'number' && /^\d{4}\.1$/.test(text)) {
    return new FactFault('ambiguous-month', '文本格式的年月，如 1975-01 或 1975-10（存成数字后 1 月和 10 月无法分辨）');
  }
  return readMonthText(text) ?? fault;
}

function readDate(cell: Cell, date1904: boolean): string | FactFault {
  const day = cell.kind === 'number' && cell.isDate ? readSerial(cell.value, date1904) : readDayText(textOf(cell));
  return day ?? new FactFault('not-a-date', `${YEARS}的日期，如 2024-03-05`);
}

/** Undefined for a day that nobody can mean, such as 9999-12-31. */
function readSerial(serial: number, date1904: boolean): string | undefined {
  const day = dayOfSerial(serial, date1904);
  return day !== undefined && isDay(day) ? day : undefined;
}

function readChoice(cell: Cell, choices: readonly string[]): string | FactFault {
  const text = comparable(textOf(cell));
  const chosen = choices.find((choice) => comparable(choice) === text);
  return chosen ?? new FactFault('not-a-choice', choices.map((choice) => `“${choice}”`).join('、') + '之一');
}

function textOf(cell: Cell): string {
  if (cell.kind === 'number') return String(cell.value);
  return cell.kind === 'text' ? cell.text : '';
}
