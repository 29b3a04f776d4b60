import { SHEET } from '../../rules/roster-cell.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { quoteForUser } from '../intake/quote.ts';
import type { Table } from '../intake/table.ts';
import { findCopies } from '../roster/find-tabs.ts';
import type { RosterWorkbook } from '../roster/roster-workbook.ts';
import { OUTGOING_SHEET } from './outgoing-layout.ts';

const OWN_SHEETS: ReadonlySet<string> = new Set(Object.values(OUTGOING_SHEET));

/**
 * A sentence about a second list of nominations in the file with rows that the first does not have: which of the two counts only the district knows.
 * Empty where there is none.
 * @param columns of 推荐名单 that a second list has to have
 */
export function findOtherList(workbook: RosterWorkbook, table: Table, columns: readonly RosterColumn[]): string {
  const others = {
    fileName: workbook.fileName,
    // What the form itself has beside its list repeats nothing that counts, and is long.
    sheets: workbook.sheets.filter(({ name }) => name === SHEET.nominees || !OWN_SHEETS.has(name)),
    readSheet: (name: string) => workbook.readSheet(name),
  };
  const [other] = findCopies(others, new Map([['nominees', { table, columns }]])).filter(
    ({ rows, same }) => same < rows,
  );
  if (!other) return '';
  return `除“${SHEET.nominees}”外还有一张推荐名单${quoteForUser(other.name)}，其中 ${other.rows - other.same} 行的内容与“${SHEET.nominees}”不同，不知道以哪一张为准，请删去不用的一张后重新报送。`;
}
