import { columnLetters, readAddress } from '../../ooxml/read/cell-address.ts';
import type { Mark } from './port.ts';

/** One mark a cell: the worse of its severities, all its notes. In the order of first mention. */
export function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged = new Map<string, Mark>();
  for (const mark of marks) {
    const key = `${mark.address} ${mark.sheet}`;
    const earlier = merged.get(key);
    if (!earlier) merged.set(key, mark);
    else {
      const severity = mark.severity === 'violation' ? 'violation' : earlier.severity;
      merged.set(key, { ...earlier, severity, note: `${earlier.note}\n${mark.note}` });
    }
  }
  return [...merged.values()];
}

interface MarkRun {
  readonly sheet: string;
  /** `C5:C9` */
  readonly address: string;
  readonly severity: Mark['severity'];
}

/** Marks of cells below one another as one run each: a colour costs the same for one cell and for a thousand. */
export function joinRuns(marks: readonly Mark[]): MarkRun[] {
  const cells = marks.flatMap((mark) => {
    const place = readAddress(mark.address);
    return place ? [{ ...mark, ...place }] : [];
  });
  cells.sort((a, b) => compare(a.sheet, b.sheet) || a.column - b.column || a.row - b.row);
  const runs: { sheet: string; column: number; first: number; last: number; severity: Mark['severity'] }[] = [];
  for (const { sheet, column, row, severity } of cells) {
    const run = runs.at(-1);
    const goesOn = run?.sheet === sheet && run.column === column && run.severity === severity && row - run.last <= 1;
    if (goesOn) run.last = row;
    else runs.push({ sheet, column, first: row, last: row, severity });
  }
  return runs.map(({ sheet, column, first, last, severity }) => {
    const letters = columnLetters(column);
    return { sheet, severity, address: `${letters}${first}:${letters}${last}` };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
