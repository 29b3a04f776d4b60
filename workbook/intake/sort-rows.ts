/** Which rows of a table are records. What is none is set aside; of what may be one or not, a person is asked. */
import type { AsideKind } from '../../rules/roster-oddities.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import type { Cell, SheetContent, SheetRow } from '../../ooxml/read/sheet-content.ts';
import { comparable } from './clean-text.ts';
import { comparableHeading, headingKeys, type FoundColumn } from './find-headings.ts';
import { quoteForUser } from './quote.ts';
import { beginsWithStar, isCount, kindOfText } from './row-words.ts';

type RowSort =
  | { readonly is: 'record' }
  | {
      readonly is: 'aside';
      readonly kind: AsideKind;
      readonly text: string;
      readonly isSure: boolean;
      readonly only?: string;
    }
  /** Read as a record until somebody has looked. */
  | { readonly is: 'unclear'; readonly text: string; readonly only?: undefined };

const RECORD: RowSort = { is: 'record' };
/** What numbers of units and nominations look like. */
const CODE = /^[\w-]*\d[\w-]*$/;
/** A heading that is repeated has at least so many of its columns. */
const FEWEST_HEADINGS = 2;

/** Sorts the rows below the headings of one table. */
export class RowSorter {
  private readonly columns: ReadonlyMap<number, FoundColumn>;
  private readonly codes: readonly number[];
  private readonly names: readonly FoundColumn[];
  private readonly keys: ReadonlyMap<string, string>;

  constructor(
    private readonly sheet: SheetContent,
    found: readonly FoundColumn[],
  ) {
    this.columns = new Map(found.flatMap((each) => (each.column === undefined ? [] : [[each.column, each]])));
    this.names = found.filter(({ spec, column }) => spec.naming !== undefined && column !== undefined);
    this.codes = this.names.flatMap(({ spec, column }) =>
      spec.type === 'code' && column !== undefined ? [column] : [],
    );
    this.keys = headingKeys(found.map(({ spec }) => spec));
  }

  /** @throws {UnusableInput} for headings in another order, for what stands below them would be read wrongly */
  sort(row: SheetRow): RowSort {
    if (row.cells.some((cell) => this.isPlainCode(cell))) return this.sortNumbered(row);
    if (this.repeatsHeadings(row)) return { is: 'aside', kind: 'heading', text: textOf(row.cells[0]), isSure: true };
    return this.names.length === 0 ? RECORD : this.sortByWords(row);
  }

  private isPlainCode(cell: Cell): boolean {
    if (!this.codes.includes(cell.column)) return false;
    return cell.kind === 'number' ? !cell.isDate : cell.kind === 'text' && CODE.test(cell.text);
  }

  /** A row with a number is a record, unless it is called a sum in so many words: then nobody knows. */
  private sortNumbered({ cells }: SheetRow): RowSort {
    const only = this.columns.size > 1 ? findOnly(cells) : undefined;
    // The number of a page, or one that was dragged on below the table; a unit may be forgotten beside it.
    if (only) {
      const heading = this.columns.get(only.column)?.heading;
      return { is: 'aside', kind: 'nameless', text: textOf(only), isSure: false, ...(heading && { only: heading }) };
    }
    for (const cell of cells) {
      if (cell.kind !== 'text' || !cell.text.includes('计')) continue;
      if (this.columns.get(cell.column)?.spec.naming === undefined) continue;
      const text = comparable(cell.text);
      if (kindOfText(text, false) === 'total') return { is: 'unclear', text };
    }
    return RECORD;
  }

  private sortByWords(row: SheetRow): RowSort {
    const filled = row.cells.map((cell) => ({ cell, text: textOf(cell) })).filter(({ text }) => text !== '');
    const [first] = filled;
    if (first === undefined) return RECORD;
    const naming = filled.filter(({ cell }) => this.columns.get(cell.column)?.spec.naming !== undefined);
    // In a list of one column every text stands alone.
    const isAlone = filled.length === 1 && this.columns.size > 1;
    const marked = [first, ...naming].flatMap((each) => {
      const kind = kindOfText(each.text, isAlone) ?? (isAlone && this.isWide(row, each.cell) ? 'title' : null);
      return kind === null ? [] : [{ ...each, kind }];
    });
    const [mark] = marked;
    if (!mark) return naming.length > 0 ? RECORD : this.setNamelessAside(first.text);
    const others = naming.filter(({ cell, text }) => !marked.some((each) => each.cell === cell) && !isCount(text));
    const isStarred = mark.kind === 'note' && beginsWithStar(mark.text) && filled.length > 1;
    const isSure =
      (others.length === 0 && !isStarred) ||
      (mark.kind !== 'total' && mark.cell === first.cell && !isStarred) ||
      (mark.kind === 'total' && others.every(({ cell }) => this.columns.get(cell.column)?.spec.naming === 'shared'));
    return isSure
      ? { is: 'aside', kind: mark.kind, text: mark.text, isSure: true }
      : { is: 'unclear', text: mark.text };
  }

  /** Where a number and a name of its own are all that names a row, nothing is left of one without; elsewhere somebody may have forgotten them. */
  private setNamelessAside(text: string): RowSort {
    const isSure = this.names.every(({ spec }) => spec.naming === 'own');
    return { is: 'aside', kind: 'nameless', text, isSure };
  }

  /** Whether the cell is merged over several columns, as titles are. */
  private isWide({ number }: SheetRow, { column }: Cell): boolean {
    return this.sheet.merges.some(
      ({ first, last }) => first.row === number && first.column === column && last.column > column,
    );
  }

  private repeatsHeadings({ number, cells }: SheetRow): boolean {
    let own = 0;
    let moved = 0;
    let others = 0;
    for (const cell of cells) {
      const found = this.columns.get(cell.column);
      const heading = cell.kind === 'text' ? this.keys.get(comparableHeading(cell.text)) : undefined;
      if (heading === undefined)
        others += found && cell.kind !== 'text' ? 1 : Number(found !== undefined && textOf(cell) !== '');
      else if (heading === found?.heading) own += 1;
      else moved += 1;
    }
    const isOnly = this.columns.size === 1 && own === 1;
    if (own + moved < FEWEST_HEADINGS && !isOnly) return false;
    if (moved >= FEWEST_HEADINGS && moved > others + own) {
      throw new UnusableInput(
        `文件${quoteForUser(this.sheet.fileName)}的工作表${quoteForUser(this.sheet.name)}第 ${number} 行又是一行表头，各列的次序与上面的不同，请把它下面的各行按上面的次序排好。`,
      );
    }
    return own > others + moved;
  }
}

/** The cell of a row that alone says something. */
function findOnly(cells: readonly Cell[]): Cell | undefined {
  const isFilled = (cell: Cell) => textOf(cell) !== '';
  const first = cells.findIndex(isFilled);
  return cells.slice(first + 1).some(isFilled) ? undefined : cells[first];
}

function textOf(cell: Cell | undefined): string {
  if (cell?.kind === 'text') return comparable(cell.text);
  if (cell?.kind === 'number') return String(cell.value);
  return cell === undefined ? '' : '0';
}
