/** Which nomination of the roster a row of a returned list is. */
import type { Nominee } from '../master-roster.ts';
import { textKey } from '../same-text.ts';
import type { TallyMember } from '../tally/unit-tally.ts';
import { factIn } from './fact-in.ts';
import type { ReturnedRow, TakenRow, TakenRows } from './returned-nominations.ts';

interface MatchInput {
  /** Of the roster. */
  readonly nominees: readonly Nominee[];
  /** Null where nothing was gathered before. */
  readonly earlier: TakenRows | null;
  /** Gives a number that no row has. */
  readonly number: () => string;
}

interface MatchedRow {
  readonly application: string;
  /** Null where the roster has no such row. */
  readonly nominee: Nominee | null;
}

/**
 * A row is known by its number. One without a number, and one whose nomination has none in the roster, is known by award, unit and name; a new one gets
 * a number.
 */
export function makeRowMatcher({ nominees, earlier, number }: MatchInput) {
  const keyOf = (...parts: readonly string[]) => parts.map(textKey).join(' ');
  const keyOfNominee = ({ award, unitNumber, name }: Nominee) => keyOf(award, unitNumber, name);
  const byNumber = new Map(nominees.map((nominee) => [nominee.application, nominee]));
  byNumber.delete('');
  const byName = new Map(nominees.map((nominee) => [keyOfNominee(nominee), nominee]));
  const takenByName = new Map([...(earlier ?? [])].map(([application, { cells }]) => [keyOfTaken(cells), application]));
  return (row: ReturnedRow, unit: TallyMember | null): MatchedRow => {
    const written = factIn(row, '申报编号');
    const key = keyOf(factIn(row, '奖项'), unit?.number ?? '', nameIn(row));
    const same = unit ? (byName.get(key) ?? null) : null;
    const unnumbered = same?.application === '' ? same : null;
    if (written !== '') return { application: written, nominee: byNumber.get(written) ?? unnumbered };
    if (same && !unnumbered) return { application: same.application, nominee: same };
    const application = (unit && takenByName.get(key)) ?? number();
    return { application, nominee: unnumbered ?? byNumber.get(application) ?? null };
  };

  function keyOfTaken(cells: TakenRow['cells']): string {
    const [award, unitNumber, name, body] = ['奖项', '单位编号', '姓名', '受奖集体'].map(
      (each) => cells.get(each) ?? '',
    );
    return keyOf(award ?? '', unitNumber ?? '', name === '' ? (body ?? '') : (name ?? ''));
  }
}

/** Of the person, or of the body that is honoured. */
export function nameIn(row: ReturnedRow): string {
  return factIn(row, '姓名') || factIn(row, '受奖集体');
}
