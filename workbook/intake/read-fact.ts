import { wordOf, type FactValue, type RosterColumn } from '../../rules/roster-column.ts';
import { dayOfSerial } from '../../ooxml/read/serial-date.ts';
import { strikeOf, type Cell, type SheetContent } from '../../ooxml/read/sheet-content.ts';
import { cleanText, describeUnseen } from './clean-text.ts';
import { FactFault, NotedFact, type Meaning, type ReadingNote } from './fact-reading.ts';
import { readCreditCode } from './read-credit-code.ts';
import { quoteForUser } from './quote.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import { readCode, readIdText, readPublicText } from './read-text.ts';
import { readChoice, readYesNo } from './read-word.ts';

/**
 * Reads a cell as its column asks, the one reading of every door: what can mean one thing is read, and noted where it is written otherwise than
 * wanted; what can mean two is a fault that names both. Blank and white space read as null.
 *
 * A `text` column takes a number as its plain digits, with the leading zeros that a format such as `00000` shows; a `code` column does too,
 * and full-width characters and white space make no difference there. An `id-number` column takes nothing but text, for a number has lost
 * its last digits, and neither does a `credit-code` column; in texts and phones an ID number is a fault, for these are shown to more people than may see it.
 */
export function readFact(
  cell: Cell | undefined,
  column: RosterColumn,
  sheet: SheetContent,
): FactValue | FactFault | NotedFact {
  const strike = cell === undefined ? null : strikeOf(sheet, cell);
  if (strike === 'in-part' && ANSWERS.includes(column.type)) {
    return new FactFault('struck-in-part', '没有划掉一部分的内容', STRUCK_MEANINGS);
  }
  const reading = readWritten(cell, column, sheet);
  return strike === 'whole' && reading !== null ? new NotedFact(null, '', [STRUCK_NOTE]) : reading;
}

/** As `readFact`, of a cell in a row that is struck out as a whole: what stands there is read, and somebody is asked whether it still holds. */
export function readWritten(
  cell: Cell | undefined,
  column: RosterColumn,
  sheet: SheetContent,
): FactValue | FactFault | NotedFact {
  if (cell === undefined) return null;
  if (cell.kind !== 'text') return readSeen(cell, column, sheet);
  const { text, notes } = cleanText(cell.text);
  if (text.trim() === '') return null;
  if (notes.length === 0) return readSeen(cell, column, sheet);
  const reading = readSeen({ ...cell, text }, column, sheet);
  if (reading instanceof FactFault || reading === null) return reading;
  if (reading instanceof NotedFact)
    return new NotedFact(reading.value, reading.canonical, [...notes, ...reading.notes]);
  return new NotedFact(reading, typeof reading === 'number' ? reading : wordOf(reading), notes);
}

/** What an answer says of which a part is struck out: a name is the same name, 未发生 without its 未 is the contrary. */
const ANSWERS: readonly RosterColumn['type'][] = ['yes-no', 'choice', 'integer', 'number', 'points', 'month', 'date'];
const STRUCK_MEANINGS: readonly Meaning[] = [
  { words: '原来写的全部', typed: null },
  { words: '没有划掉的部分', typed: null },
];
/** Whoever has struck out a value has taken it back. */
const STRUCK_NOTE: ReadingNote = { kind: 'struck-out', message: '整格画了删除线，按没有填写处理' };

/** Of a text nothing is left that cannot be seen, and it is not blank. */
function readSeen(cell: Cell, column: RosterColumn, sheet: SheetContent): FactValue | FactFault | NotedFact {
  if (cell.kind === 'error') return new FactFault('error-value', '正常的值，不能是错误值');
  if (cell.kind === 'uncomputed') {
    return new FactFault('uncomputed', '算好的结果（请用 Excel 或 WPS 打开文件并保存一次）');
  }
  switch (column.type) {
    case 'text':
    case 'phone':
      return readPublicText(cell, column, sheet);
    case 'code':
      return readCode(cell, sheet);
    case 'yes-no':
      return readYesNo(wordIn(cell), column);
    case 'integer':
    case 'number':
    case 'points':
      return readNumber(cell, column);
    case 'month':
    case 'date':
      return readDate(cell, column.type, sheet.date1904);
    case 'choice':
      return readChoice(wordIn(cell), column);
    case 'id-number':
      return readIdText(cell);
    case 'credit-code':
      return readCreditCode(cell);
  }
}

function wordIn(cell: Cell): string {
  switch (cell.kind) {
    case 'number':
      return cell.isDate ? '' : String(cell.value);
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'text':
      return cell.text;
    default:
      return '';
  }
}

/** What a fault says after what the cell holds: `，可能是 2024-07-07，也可能是 1924-07-07，请写明是哪一个`. */
export function describeMeanings({ meanings }: FactFault): string {
  // Figures and letters stand apart from the words around them.
  const [first, ...others] = meanings.slice(0, 2).map(({ words }) => (/^\w/.test(words) ? ` ${words}` : words));
  if (first === undefined) return '，请改正';
  return `，可能是${first}${others.map((words) => `，也可能是${words}`).join('')}，请写明是哪一个`;
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
  if (cell.kind === 'number') return quoteForUser(String(cell.value));
  const unseen = describeUnseen(cell.text);
  return `${quoteForUser(cell.text)}${unseen === null ? '' : `（${unseen}）`}`;
}
