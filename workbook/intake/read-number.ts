import type { NoteKind } from '../../rules/note-kind.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { isPlaceholder } from '../../rules/spellings.ts';
import type { Cell } from '../../ooxml/read/sheet-content.ts';
import { FactFault, NOT_FILLED_IN, NotedFact, type FactFaultCode } from './fact-reading.ts';
import { describeNotes } from './note-reading.ts';
import { readNumberText } from './number-text.ts';

/** Programs show no more digits of a number, so that nobody sees the rest of a sum of fractions. */
const DIGITS_SHOWN = 15;

/** A number; of a cell that holds 91.99999999999999 the 92 that every program shows. */
export function readNumber(cell: Cell, column: RosterColumn): number | FactFault | NotedFact {
  const wanted = column.type === 'integer' ? '整数' : '数字';
  const reading = readAny(cell, column, wanted);
  const number = reading instanceof NotedFact ? reading.value : reading;
  if (column.type !== 'integer' || typeof number !== 'number' || Number.isSafeInteger(number)) return reading;
  return new FactFault('not-whole', wanted);
}

function readAny(cell: Cell, column: RosterColumn, wanted: string): number | FactFault | NotedFact {
  const code: FactFaultCode = 'not-a-number';
  if (cell.kind === 'number' && !cell.isDate) {
    if (Number.isInteger(cell.value)) return cell.value;
    const shown = Number(cell.value.toPrecision(DIGITS_SHOWN));
    return shown === cell.value ? shown : note(shown, ['long-fraction']);
  }
  if (cell.kind !== 'text') return new FactFault(code, wanted);
  const text = cell.text.trim();
  // 一 is a dash to some and 1 to others, and never 0.
  if (isPlaceholder(text) && text !== '一')
    return new FactFault(code, wanted, [{ words: '0', typed: '0' }, NOT_FILLED_IN]);
  const reading = readNumberText(cell.text, column);
  if (reading.number === undefined) return new FactFault(code, wanted, reading.meanings);
  return note(reading.number, ['number-as-text', ...reading.kinds]);
}

function note(number: number, kinds: readonly NoteKind[]): NotedFact {
  return new NotedFact(number, number, describeNotes(kinds));
}
