import type { ScoreRow, VetoState } from '../../rules/master-roster.ts';
import { SHEET, VETO_WORDS, vetoHeading } from '../../rules/master-roster.ts';
import { toPoints } from '../../rules/points.ts';
import type { ScoredScheme } from '../../rules/scheme.ts';
import type { ScoreVerdict } from '../../rules/score-verdict.ts';
import type { Tally } from '../../rules/tally.ts';
import { isComplete, type CountedScores } from '../../rules/tally/unit-tally.ts';
import type { WorkbookChange } from '../patch/patch-workbook.ts';
import type { RosterAddresses } from './roster-addresses.ts';

/**
 * The cells of 评分 in a master roster that a tally fills in, for `patchWorkbook`. A unit without a file that counts keeps what stands there;
 * one without a row gets one below the last. Points that are not complete are left blank, so that the check asks for them.
 */
export function fillRosterScores(
  { scheme, units }: Tally,
  roster: { readonly scores: readonly Pick<ScoreRow, 'unitNumber' | 'row'>[] },
  addresses: RosterAddresses,
): WorkbookChange[] {
  const place = addresses.get('scores');
  if (!place) return [];
  const rowOf = new Map<string, number>();
  for (const { unitNumber, row } of roster.scores) if (!rowOf.has(unitNumber)) rowOf.set(unitNumber, row);
  let nextRow = roster.scores.reduce((last, { row }) => Math.max(last, row), place.headingRow) + 1;
  return units.flatMap(({ unit, scores }): WorkbookChange[] => {
    if (!scores) return [];
    const known = rowOf.get(unit.number);
    const row = known ?? nextRow;
    if (known === undefined) nextRow += 1;
    const values = new Map<string, string | number | null>([
      ...(known === undefined
        ? ([
            ['编号', unit.number],
            ['全称', unit.name],
          ] as const)
        : []),
      ...valuesOf(scheme, scores),
    ]);
    return [...values].flatMap(([heading, value]) => {
      const letters = place.columns.get(heading);
      return letters === undefined ? [] : [{ sheet: SHEET.scores, address: `${letters}${row}`, value }];
    });
  });
}

function valuesOf(
  { scoreSheet }: ScoredScheme,
  { file, self, association }: CountedScores,
): [string, string | number | null][] {
  const show = (steps: number) => toPoints(steps, scoreSheet.step.value);
  const basic = (verdict: ScoreVerdict) => (isComplete(verdict) ? show(verdict.sums.basicPoints) : null);
  // A blank bonus item claims nothing, but a column that nobody has begun says nothing.
  const bonus = (verdict: ScoreVerdict) => (isBegun(verdict) ? show(verdict.sums.bonusPoints) : null);
  return [
    ['基本得分（自评）', basic(self)],
    ['加分（自评）', bonus(self)],
    ['基本得分（协会）', basic(association)],
    ['加分（协会）', bonus(association)],
    ...file.sheet.vetoes.association.map((state: VetoState, index): [string, string] => {
      return [vetoHeading(index), VETO_WORDS[state]];
    }),
  ];
}

function isBegun({ sums }: ScoreVerdict): boolean {
  return [...sums.categories, sums.bonus].some(({ category, blank }) => blank.length < category.items.length);
}
