/** Places of the master roster in words that lead to the cell. */
import { SHEET, type CellRef } from '../../rules/roster-cell.ts';
import { addressOf, type RosterAddresses } from '../roster/roster-addresses.ts';

/** More would fill a page with addresses; the whole is in `check --json`. */
const MOST_CELLS = 60;

/** Cells that belong to a finding beside the first, `会员单位 B7、推荐名单 C4、C9`: the sheet is named once for each run of its cells. */
export function describeCells(addresses: RosterAddresses, cells: readonly CellRef[]): string {
  let sheet = '';
  const parts = cells.slice(0, MOST_CELLS).map((cell) => {
    const name = SHEET[cell.sheet];
    const address = addressOf(addresses, cell);
    if (name === sheet) return address;
    sheet = name;
    return `${name} ${address}`;
  });
  const rest = cells.length > MOST_CELLS ? `等 ${cells.length} 格` : '';
  return `${parts.join('、')}${rest}`;
}
