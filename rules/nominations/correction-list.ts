/** What a district sent, as a workbook for nominations that it can mend and send back: its own rows, with what is wrong in each. */
import { hideLongNumbers } from '../id-number.ts';
import type { FilledRow, OutgoingList, OutgoingRow } from '../outgoing.ts';
import type { FactValue } from '../roster-column.ts';
import type { GatheredRow } from './gathered-row.ts';
import type { RowRemark } from './returned-nominations.ts';

export interface CorrectionList {
  readonly list: OutgoingList;
  /** In which row of 推荐名单, from 1, each stands. */
  readonly rowOf: ReadonlyMap<GatheredRow, number>;
}

/**
 * Rows stand where they stood, so that both sides speak of the same row; those of a list in another layout stand one below the other.
 * @param list what the district would be sent now
 * @param rows of its list that counts, in their order
 * @param firstRow of the nominations in 推荐名单, from 1
 */
export function listCorrections(
  list: OutgoingList,
  rows: readonly GatheredRow[],
  asked: ReadonlyMap<GatheredRow, readonly RowRemark[]>,
  firstRow: number,
): CorrectionList {
  const isNumber = ({ application }: GatheredRow) => hideLongNumbers(application) === application;
  const used = new Set(rows.filter(isNumber).map(({ application }) => application));
  const free = list.rows.flatMap(({ application, filled }) => (filled || used.has(application) ? [] : [application]));
  const blank = (): OutgoingRow | null => {
    const application = free.shift();
    return application === undefined ? null : { application, filled: null };
  };
  const unitOf = new Map(list.units.map(({ unit }) => [unit.number, unit]));
  const placed: OutgoingRow[] = [];
  const rowOf = new Map<GatheredRow, number>();
  for (const each of rows) {
    const { file, row } = each;
    // A row that was left empty keeps its place as long as there are numbers for such rows.
    while (file.list.isForm && firstRow + placed.length < row.row) {
      const empty = blank();
      if (!empty) break;
      placed.push(empty);
    }
    rowOf.set(each, firstRow + placed.length);
    const application = isNumber(each) ? each.application : (free.shift() ?? '');
    placed.push({ application, filled: fillRow(each, unitOf.get(each.unit?.number ?? ''), asked.get(each) ?? []) });
  }
  const spare = free.map((application): OutgoingRow => ({ application, filled: null }));
  const office = rows[0]?.file.list.office;
  return { list: { ...list, rows: [...placed, ...spare], ...(office && { office }) }, rowOf };
}

function fillRow(
  { row, unit }: GatheredRow,
  found: FilledRow['unit'] | undefined,
  asked: readonly RowRemark[],
): FilledRow {
  const facts = new Map<string, FactValue>(row.facts);
  const award = facts.get('奖项');
  const written = row.choice === '' ? (unit?.name ?? facts.get('单位名称')) : row.choice;
  return {
    award: typeof award === 'string' ? award : '',
    unit: found ?? null,
    choice: found || typeof written !== 'string' ? '' : written,
    facts,
    asked,
  };
}
