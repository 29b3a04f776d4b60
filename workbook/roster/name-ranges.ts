import { SHEET, type CellRef } from '../../rules/roster-cell.ts';
import { groupBy } from '../../rules/group-by.ts';
import { addressOf, type RosterAddresses } from './roster-addresses.ts';

/** More stretches lead nobody to a cell. */
const MOST_STRETCHES = 4;

/** `会员单位 C2–C327、C330`; rows one below the other are one stretch. */
export function nameRanges(addresses: RosterAddresses, cells: readonly CellRef[]): string {
  const bySheet = groupBy(cells, ({ sheet }) => sheet);
  return [...bySheet].map(([sheet, own]) => `${SHEET[sheet]} ${nameStretches(addresses, own)}`).join('，');
}

function nameStretches(addresses: RosterAddresses, cells: readonly CellRef[]): string {
  const byColumn = groupBy(cells, ({ heading }) => heading);
  const stretches = [...byColumn.values()].flatMap((own) => joinRows(own));
  const named = stretches.slice(0, MOST_STRETCHES).map(({ first, last }) => {
    const from = addressOf(addresses, first);
    return first.row === last.row ? from : `${from}–${addressOf(addresses, last)}`;
  });
  return `${named.join('、')}${stretches.length > MOST_STRETCHES ? ' 等' : ''}`;
}

interface Stretch {
  readonly first: CellRef;
  readonly last: CellRef;
}

/** Of one column. */
function joinRows(cells: readonly CellRef[]): Stretch[] {
  const sorted = [...cells].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const stretches: Stretch[] = [];
  for (const cell of sorted) {
    const before = stretches.at(-1);
    const row = before?.last.row ?? null;
    if (before && row !== null && (cell.row === row || cell.row === row + 1)) {
      stretches[stretches.length - 1] = { first: before.first, last: cell };
    } else if (!before || cell.row !== before.last.row) stretches.push({ first: cell, last: cell });
  }
  return stretches;
}
