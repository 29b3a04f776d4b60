/**
 * What was read of stretches of earlier sheets. A stretch is taken as known only when it is the same character for character and was read in the same
 * surroundings: the scanner, which looks at nothing else, would find the same in it again.
 */
import type { CellRange } from './cell-address.ts';
import type { SharedStrings } from './read-strings.ts';
import type { CellStyle } from './read-styles.ts';
import type { Cell, SheetRow } from './sheet-content.ts';

/** A cell that tells its text by the number of a shared string. */
export interface SharedTextCell {
  readonly kind: 'shared';
  readonly column: number;
  readonly style: number;
  readonly formula: boolean;
  readonly index: number;
}

/** A row as it stands in its sheet, shared strings not looked up. */
export interface RowReading {
  readonly number: number;
  readonly isHidden: boolean;
  /** Cells that are written, blank ones included. */
  readonly cellCount: number;
  readonly cells: readonly (Cell | SharedTextCell)[];
}

/** What a sheet says between its rows and its page. */
interface RestReading {
  readonly merges: readonly CellRange[];
  readonly filter: CellRange | null;
  readonly isProtected: boolean;
}

export interface KnownRow {
  readonly text: string;
  readonly reading: RowReading;
  readonly strings: SharedStrings;
  /** With its texts. */
  readonly full: SheetRow;
}

interface KnownRest {
  readonly text: string;
  readonly reading: RestReading;
}

/** Variants that are kept of the row at one place, and of what stands behind the rows. */
const MOST_VARIANTS = 16;
/** Characters that are kept: nobody's files may fill a reader's memory. A sheet to fill in has some 20,000. */
const MOST_KEPT = 1024 * 1024;

/** For sheets that share their styles, their calendar and the prefix of their elements. */
export class SheetMemory {
  /** By the place of the row among those written, from 1. */
  private rows: KnownRow[][] = [];
  private rests: KnownRest[] = [];
  private kept = 0;

  row(place: number, text: string): KnownRow | undefined {
    return this.rows[place]?.find((known) => known.text === text);
  }

  keepRow(place: number, known: KnownRow): void {
    if (!this.hasRoom(known.text)) return;
    this.rows[place] = addFirst({ ...known, text: copyText(known.text) }, this.rows[place] ?? []);
  }

  rest(text: string): RestReading | undefined {
    return this.rests.find((known) => known.text === text)?.reading;
  }

  keepRest(text: string, reading: RestReading): void {
    if (this.hasRoom(text)) this.rests = addFirst({ text: copyText(text), reading }, this.rests);
  }

  private hasRoom({ length }: string): boolean {
    if (length > MOST_KEPT / MOST_VARIANTS) return false;
    if (this.kept + length > MOST_KEPT) {
      this.rows = [];
      this.rests = [];
      this.kept = 0;
    }
    this.kept += length;
    return true;
  }
}

function addFirst<T>(known: T, others: readonly T[]): T[] {
  return [known, ...others.slice(0, MOST_VARIANTS - 1)];
}

/** The memories of many sheets, each for its surroundings. */
export class SheetMemories {
  private readonly byStyles = new WeakMap<readonly CellStyle[], Map<string, SheetMemory>>();

  of(styles: readonly CellStyle[], date1904: boolean, prefix: string): SheetMemory {
    const memories = this.byStyles.get(styles) ?? new Map<string, SheetMemory>();
    this.byStyles.set(styles, memories);
    const key = `${prefix} ${date1904 ? 1904 : 1900}`;
    const memory = memories.get(key) ?? new SheetMemory();
    memories.set(key, memory);
    return memory;
  }
}

/** A text of its own: a piece of a part would keep the whole part in memory. */
export function copyText(text: string): string {
  return ` ${text}`.slice(1);
}
