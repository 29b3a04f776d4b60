import type { FileRemark } from '../../rules/tally/returned-file.ts';

/** More are counted, not named. */
const MOST_NAMED = 8;

/** `D7、D9、E12 单元格`; of many the first, and how many there are. */
export function nameCells(cells: readonly string[]): string {
  const named = cells.slice(0, MOST_NAMED).join('、');
  return cells.length > MOST_NAMED ? `${named} 等 ${cells.length} 个单元格` : `${named} 单元格`;
}

/** What is found in one returned sheet: faults one by one, warnings once for all cells that share one. */
export class SheetRemarks {
  readonly faults: FileRemark[] = [];
  private readonly notes = new Map<string, { cells: string[]; say: (cells: string) => string }>();

  fault(code: string, cell: string | null, message: string): void {
    this.faults.push({ code, cell, message });
  }

  /** @param say the sentence, given the cells' names */
  warn(code: string, cells: readonly string[], say: (cells: string) => string): void {
    const known = this.notes.get(code);
    if (known) known.cells.push(...cells);
    else this.notes.set(code, { cells: [...cells], say });
  }

  get warnings(): FileRemark[] {
    return [...this.notes].map(([code, { cells, say }]) => {
      return { code, cell: cells[0] ?? null, message: say(nameCells(cells)) };
    });
  }
}
