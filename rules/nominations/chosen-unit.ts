/** Which unit a row of a returned list is about. */
import { RowsByKey } from '../rows-by-key.ts';
import { textKey } from '../same-text.ts';
import type { TallyMember } from '../tally/unit-tally.ts';
import { ByUnitNumber } from '../unit-number.ts';
import { factIn } from './fact-in.ts';
import type { ReturnedRow } from './returned-nominations.ts';

/** The columns that follow from the unit that is chosen. */
export const OF_UNIT: ReadonlySet<string> = new Set(['单位编号', '单位名称']);

export interface MemberFinder {
  readonly byNumber: ByUnitNumber<TallyMember>;
  readonly byName: RowsByKey<TallyMember>;
}

export function makeMemberFinder(members: readonly TallyMember[]): MemberFinder {
  return {
    byNumber: new ByUnitNumber(members, ({ number }) => number),
    byName: new RowsByKey(members, ({ name }) => name, textKey),
  };
}

/**
 * What was chosen decides: 单位编号 and 单位名称 of the form follow from it, and a program that does not compute leaves them as they were. Without
 * a choice number and name have to be of one unit; null where they are not, or of none.
 */
export function findChosenUnit(row: ReturnedRow, { byNumber, byName }: MemberFinder): TallyMember | null {
  const findNamed = (name: string) => {
    const [only, other] = name === '' ? [] : byName.all(name);
    return other === undefined ? (only ?? null) : null;
  };
  if (row.choice !== '') {
    const [number = '', ...rest] = row.choice.split(/\s+/);
    const numbered = byNumber.find(number);
    // A name may begin with what is another unit's number.
    const isOfIt = numbered && textKey(rest.join('')).startsWith(rest.length > 0 ? textKey(numbered.name) : '');
    return isOfIt ? numbered : findNamed(row.choice);
  }
  const [number, name] = [factIn(row, '单位编号'), factIn(row, '单位名称')];
  const numbered = byNumber.find(number) ?? null;
  if (number === '') return findNamed(name);
  return numbered && (name === '' || textKey(name) === textKey(numbered.name)) ? numbered : null;
}
