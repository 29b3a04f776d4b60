/** 申报编号 for nominations that have none, in a roster where nothing else names them yet. */
import type { WorkbookFile } from '../../ooxml/read/open-workbook.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { GRID } from '../../ooxml/read/intake-limits.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import type { ListedRule } from '../../rules/finding.ts';
import { APPLICATION_COLUMN } from '../../rules/application-columns.ts';
import { listNamedNumbers, makeApplicationNumbers } from '../../rules/application-number.ts';
import type { Mending } from './plan-mend.ts';
import type { RosterAddresses } from './roster-addresses.ts';

const RULE: ListedRule = 'application-missing';
const REASON = '没有申报编号：决定、材料、审批表凭它认出是哪一项推荐；依次编号，不与已有的重复';

/** The column is added behind the last where the sheet lacks it. */
export function numberApplications(
  { index, remarks }: Pick<RosterCheck, 'index' | 'remarks'>,
  addresses: RosterAddresses,
  workbook: Pick<WorkbookFile, 'readSheet'>,
): Mending[] {
  const place = addresses.get('nominees');
  if (!place || !remarks.some(({ rule }) => rule === RULE)) return [];
  const { nominees } = index.roster;
  const { sheetName, headingRow } = place;
  const known = place.columns.get(APPLICATION_COLUMN.heading);
  const letters = known ?? findFreeColumn(workbook, sheetName);
  if (letters === null) return [];
  const put = (row: number, value: string): Mending => {
    return { sheet: sheetName, address: `${letters}${row}`, value, old: '空白', shown: value, reason: REASON };
  };
  const next = makeApplicationNumbers(index.scheme, listNamedNumbers(index.roster));
  const numbers = nominees.flatMap(({ row, application }) => (application === '' ? [put(row, next())] : []));
  return known === undefined ? [put(headingRow, APPLICATION_COLUMN.heading), ...numbers] : numbers;
}

/** The column right of all that the sheet holds; null where there is none. */
function findFreeColumn(workbook: Pick<WorkbookFile, 'readSheet'>, sheet: string): string | null {
  const columns = workbook.readSheet(sheet).rows.map(({ cells }) => cells.at(-1)?.column ?? 0);
  const free = columns.reduce((most, column) => Math.max(most, column), 0) + 1;
  return free > GRID.columns ? null : columnLetters(free);
}
