/** 统一社会信用代码 that somebody has written beside the form, with its label: in a cell of its own, or behind the label in the same one. */
import { CREDIT_CODE_COLUMN } from '../../rules/roster-columns.ts';
import { cellAddress } from '../../ooxml/read/cell-address.ts';
import type { Cell, SheetContent, SheetRow } from '../../ooxml/read/sheet-content.ts';
import { comparable } from '../intake/clean-text.ts';
import { FactFault, NotedFact } from '../intake/fact-reading.ts';
import { readFact } from '../intake/read-fact.ts';

/** The longest first: one begins another. */
const LABELS = [CREDIT_CODE_COLUMN.heading, ...CREDIT_CODE_COLUMN.aliases].sort((a, b) => b.length - a.length);
/** In every label; of thousands of sheets hardly any cell has it. */
const SIGN = '代码';

interface WrittenCode {
  /** Null where it cannot be read, so that nothing is taken for certain. */
  readonly code: string | null;
  readonly address: string;
}

/** The codes that stand there, with their cells. */
export function readWrittenCodes(sheet: SheetContent): readonly WrittenCode[] {
  const found: WrittenCode[] = [];
  for (const row of sheet.rows) {
    for (const cell of row.cells) {
      if (cell.kind !== 'text' || !cell.text.includes(SIGN)) continue;
      const written = findWritten(row, cell);
      const reading = written && readFact(written, CREDIT_CODE_COLUMN, sheet);
      const value = reading instanceof NotedFact ? reading.value : reading;
      const code = typeof value === 'string' ? value : null;
      if (!written || code === '' || (code === null && !(value instanceof FactFault))) continue;
      found.push({ code, address: cellAddress({ row: row.number, column: written.column }) });
    }
  }
  return found;
}

/** What stands behind the label, or in the next cell that holds something; undefined where the cell is no label. */
function findWritten({ cells }: SheetRow, cell: Extract<Cell, { kind: 'text' }>): Cell | undefined {
  const plain = comparable(cell.text);
  const label = LABELS.find((each) => plain.startsWith(each));
  if (label === undefined) return undefined;
  const behind = plain.slice(label.length).replace(/^\([^)]*\)/, '');
  if (behind === '' || behind === ':') return cells.find(({ column }) => column > cell.column);
  return behind.startsWith(':') ? { ...cell, text: behind.slice(1) } : undefined;
}
