/** Two people of one name: only their ID numbers tell them apart, and both are in order. */
import { columnsOf } from '../../rules/roster-columns.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { PlacedNominee } from './flaw.ts';

/** Gives one person the name of another, of the same sex and month of birth where there are two such. Nothing without ID numbers. */
export function shareName(scheme: Scheme, nominees: readonly PlacedNominee[]): void {
  if (!columnsOf('nominees', scheme).some(({ type }) => type === 'id-number')) return;
  const people = nominees.filter(({ award, row }) => award.recipient === 'person' && row.get('身份证号'));
  const alike = (a: PlacedNominee, b: PlacedNominee, headings: readonly string[]) =>
    a.unit !== b.unit && headings.every((heading) => a.row.get(heading) === b.row.get(heading));
  for (const headings of [['奖项', '性别', '出生年月'], ['奖项', '性别'], []]) {
    const first = people.find((one) => people.some((other) => alike(one, other, headings)));
    const second = first && people.find((other) => alike(first, other, headings));
    if (!first || !second) continue;
    rename(second, second.row.get('姓名'), first.row.get('姓名') ?? null);
    return;
  }
}

/** Wherever the row has the old name. */
function rename({ row }: PlacedNominee, old: FactValue | undefined, name: FactValue): void {
  for (const [heading, value] of row) if (value === old) row.set(heading, name);
}

/** False for people who share their name with others: a flaw in their ID number would be one of both. */
export function isOnlyOne({ row }: PlacedNominee, nominees: readonly PlacedNominee[]): boolean {
  const name = row.get('姓名') ?? null;
  return name === null || nominees.filter((each) => each.row.get('姓名') === name).length === 1;
}
