import { hideLongNumbers } from '../../rules/id-number.ts';
import type { FileRemark } from '../../rules/tally/returned-file.ts';

/** More are counted, not named. */
const MOST_NAMED = 8;

/** `D7、D9、E12 单元格`; of many the first, and how many there are. */
export function nameCells(cells: readonly string[]): string {
  const named = cells.slice(0, MOST_NAMED).join('、');
  return cells.length > MOST_NAMED ? `${named} 等 ${cells.length} 个单元格` : `${named} 单元格`;
}

interface Noted {
  readonly code: string;
  readonly cells: string[];
  readonly say: (cells: string) => string;
  readonly isForUnit: boolean;
}

/**
 * What is found in one returned sheet: faults one by one, warnings once for all cells that share one. None tells an ID number or a telephone,
 * whatever cell they were typed into.
 */
export class SheetRemarks {
  readonly faults: FileRemark[] = [];
  private readonly notes = new Map<string, Noted>();

  fault(code: string, cell: string | null, message: string): void {
    this.faults.push({ code, cell, message: hideLongNumbers(message), isForUnit: true });
  }

  /**
   * @param say the sentence, given the cells' names
   * @param which tells warnings of one code apart that are not said as one
   */
  warn(code: string, cells: readonly string[], say: (cells: string) => string, which = ''): void {
    this.note(code, code + which, cells, { say, isForUnit: false });
  }

  /** A warning of something that the unit has to mend. */
  ask(code: string, cells: readonly string[], say: (cells: string) => string, which = ''): void {
    this.note(code, code + which, cells, { say, isForUnit: true });
  }

  /** Faults of single cells that leave the others standing, each once for all cells that share it. */
  askAboutFaults(faults: readonly FileRemark[]): void {
    for (const { code, cell, message, isForUnit = true } of faults) {
      const start = `${cell ?? ''} 单元格`;
      const rest = message.startsWith(start) ? message.slice(start.length).replace(/。$/, '') : null;
      const say = (cells: string) =>
        rest === null ? message : `${cells}${rest}；这里按未知处理，没有计入，其余各项照常计入。`;
      this.note(code, `${code} ${rest ?? message}`, cell === null ? [] : [cell], { say, isForUnit });
    }
  }

  /** Warnings of others, as if they had been found here. */
  takeWarnings({ notes }: SheetRemarks): void {
    for (const [key, noted] of notes) this.note(noted.code, key, noted.cells, noted);
  }

  private note(code: string, key: string, cells: readonly string[], as: Pick<Noted, 'say' | 'isForUnit'>): void {
    const known = this.notes.get(key);
    if (known) known.cells.push(...cells);
    else this.notes.set(key, { code, cells: [...cells], say: as.say, isForUnit: as.isForUnit });
  }

  get warnings(): FileRemark[] {
    return Array.from(this.notes.values(), ({ code, cells, say, isForUnit }) => {
      const message = hideLongNumbers(say(nameCells(cells)));
      return { code, cell: cells[0] ?? null, message, ...(isForUnit && { isForUnit }) };
    });
  }
}
