import { holdsIdNumber, readIdNumber } from '../../rules/id-number.ts';
import type { NoteKind } from '../../rules/note-kind.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { isPlaceholder } from '../../rules/spellings.ts';
import { styleOf, type Cell, type SheetContent } from '../../ooxml/read/sheet-content.ts';
import { comparable } from './clean-text.ts';
import { FactFault, NotedFact } from './fact-reading.ts';
import { describeNotes, noteBlank } from './note-reading.ts';
import { toHalfWidth } from './width.ts';

/** Spreadsheets keep 15 digits of a number; what was typed beyond is lost. */
const EXACT_BELOW = 1e15;

/** A text that is shown to people. An ID number is a fault here: it is shown to more people than may see it. */
export function readPublicText(
  cell: Cell,
  { breaks, type }: RosterColumn,
  sheet: SheetContent,
): string | FactFault | NotedFact {
  const text = readText(cell, sheet);
  if (typeof text !== 'string') return text;
  if (isPlaceholder(text)) return noteBlank(text);
  if (holdsIdNumber(text)) {
    return new FactFault('id-number-elsewhere', '不含身份证号的内容（身份证号只填在“身份证号”列）');
  }
  if (type === 'phone') return noteChange(text, toHalfWidth(text), ['full-width']);
  if (breaks === undefined || !/\s/.test(text)) return text;
  return noteChange(text, breaks === 'nothing' ? closeUp(text) : onOneLine(text), ['white-space']);
}

/** By which other sheets name the row. */
export function readCode(cell: Cell, sheet: SheetContent): string | FactFault | NotedFact {
  const text = readText(cell, sheet);
  if (typeof text !== 'string' || /^\w+$/.test(text)) return text;
  if (isPlaceholder(text)) return noteBlank(text);
  const code = comparable(text).replace(/^['‘’`]+/, '');
  const bare = text.replace(/\s/g, '');
  return noteChange(text, code, [bare === code ? 'white-space' : 'full-width']);
}

/** Another spelling is read where the check digit proves it. What is no ID number stays as it is: the check says what is wrong with it. */
export function readIdText(cell: Cell): string | FactFault | NotedFact {
  if (cell.kind === 'number')
    return new FactFault(
      'id-as-number',
      '文本格式的身份证号，先把单元格设为文本格式，再输入 18 位号码（存成数字会丢失末几位）',
    );
  if (cell.kind !== 'text') return new FactFault('not-text', '文本格式的身份证号');
  const text = cell.text.trim();
  if (/^\d{17}[\dX]$/.test(text)) return text === cell.text ? text : noteChange('', text, ['white-space']);
  if (isPlaceholder(text)) return noteBlank(text);
  const plain = toHalfWidth(text)
    .replace(/[\s'‘’`-]/g, '')
    .toUpperCase();
  const isProved = readIdNumber(plain).faults.length === 0;
  return isProved ? noteChange(text, plain, ['id-number-form']) : /^[\dX]{15,}$/.test(plain) ? plain : text;
}

function readText(cell: Cell, sheet: SheetContent): string | FactFault {
  if (cell.kind === 'text') return cell.text.trim();
  if (cell.kind !== 'number') return new FactFault('not-text', '文字');
  if (cell.isDate) return new FactFault('date-for-text', '文字，不能是日期（请把单元格设为文本格式后重新填写）');
  if (Math.abs(cell.value) >= EXACT_BELOW) {
    return new FactFault(
      'digits-lost',
      '文本格式，先把单元格设为文本格式，再输入全部数字（数字超过 15 位会丢失末几位）',
    );
  }
  const digits = String(cell.value);
  return /^\d+$/.test(digits) ? digits.padStart(styleOf(sheet, cell).minDigits, '0') : digits;
}

function noteChange(written: string, text: string, kinds: readonly NoteKind[]): string | NotedFact {
  return written === text ? text : new NotedFact(text, text, describeNotes(kinds));
}

const WIDE = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]';
const BETWEEN_WIDE = new RegExp(`(?<=${WIDE})\\s+(?=${WIDE})`, 'gu');

/** A name on one line: 张 三 is 张三; between words of letters a blank stays. */
function closeUp(text: string): string {
  return onOneLine(text.replace(BETWEEN_WIDE, ''));
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\s{2,}/g, ' ');
}
