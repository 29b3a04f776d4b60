/** The tables of an earlier summary, read as every table is. What was written otherwise than wanted is kept, to be told. */
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { groupBy } from '../../rules/group-by.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { quoteForUser } from '../intake/quote.ts';
import { readTable, type Table } from '../intake/table.ts';
import { nameCells } from '../score-sheet/sheet-remarks.ts';

export const UNIT_NUMBER = '编号';

export class EarlierTables {
  private readonly tables: Table[] = [];

  constructor(readonly workbook: WorkbookFile) {}

  /**
   * @param asShown headings of columns whose cells are taken as they are shown, whatever they hold
   * @throws UnusableInput for a cell of another column that cannot be read
   */
  read(sheet: string, columns: readonly RosterColumn[], asShown: readonly string[] = []): Table {
    const table = readTable(this.workbook.readSheet(sheet), columns);
    const problem = table.problems.find(({ heading }) => !asShown.includes(heading));
    if (problem) throw new UnusableInput(problem.message);
    // Texts are what the summary itself said, and so is the 无 of a table without rows.
    const own = new Set(columns.filter(({ type }) => type === 'text').map(({ heading }) => heading));
    const isOwn = ({ heading, kind }: Table['notes'][number]) =>
      own.has(heading) || (heading === UNIT_NUMBER && kind === 'placeholder');
    this.tables.push({ ...table, notes: table.notes.filter((note) => !isOwn(note)) });
    return table;
  }

  /** One sentence for all cells of a sheet that were written alike. */
  get notes(): string[] {
    return this.tables.flatMap(({ fileName, sheetName, columns, notes }) =>
      [...groupBy(notes, ({ message }) => message)].map(([message, alike]) => {
        const cells = alike.map(({ row, heading }) => `${columns.get(heading) ?? ''}${row}`);
        return `上次汇总${quoteForUser(fileName)}工作表${quoteForUser(sheetName)}的 ${nameCells(cells)}${message}，请核对。`;
      }),
    );
  }
}
