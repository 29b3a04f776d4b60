/** A nomination waits for the one that it comes from; seen through real rosters, as the sample makes them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../rules/answer.ts';
import { checkRoster, type RosterCheck } from '../../rules/check-roster.ts';
import { clearNominees } from '../../rules/clear-nominees.ts';
import type { Eligibility } from '../../rules/eligibility.ts';
import type { Finding } from '../../rules/finding.ts';
import type { MasterRoster, Nominee } from '../../rules/master-roster.ts';
import type { NomineeCheck } from '../../rules/nominee-check.ts';
import { composePublicNotice } from '../../rules/public-notice.ts';
import { proveVerdict } from '../../rules/verdict.ts';
import { checkSample, type CheckedSample } from '../support/checked-sample.ts';
import { CITE, makeAward, makeCondition, makeIndex, makeNominee, makeScheme } from '../support/small-scheme.ts';

let sample: CheckedSample;

beforeAll(async () => {
  sample = await checkSample();
});

/** The first department of the sample, and the nomination of its unit. */
function findPair({ nominees }: Pick<RosterCheck, 'nominees'>): { department: NomineeCheck; unit: NomineeCheck } {
  const department = nominees.find(({ award }) => award.id === 'securityDepartment');
  const unit = nominees.find(
    ({ award, nominee }) => award.id === 'advancedUnit' && nominee.unitNumber === department?.nominee.unitNumber,
  );
  if (!department || !unit) throw new Error('the sample has no department');
  return { department, unit };
}

function recheck(change: (nominee: Nominee) => Nominee, row: number): RosterCheck {
  const { roster, scheme } = sample;
  const nominees = roster.nominees.map((nominee) => (nominee.row === row ? change(nominee) : nominee));
  const changed: MasterRoster = { ...roster, nominees };
  return checkRoster(scheme, changed);
}

describe('a department whose unit breaks a rule that is no condition of its award', () => {
  it('is not cleared, stands in no list, and its proof names the unit’s row', () => {
    const { row } = findPair(sample.check).unit.nominee;
    const check = recheck((nominee) => ({ ...nominee, deeds: '' }), row);
    const { department, unit } = findPair(check);
    expect([unit.answer, unit.cleared, department.answer, department.cleared]).toEqual(['yes', false, 'yes', false]);
    expect(department.heldUpBy).toEqual([unit.nominee]);
    expect(proveVerdict(check.index, department)).toContain(
      `须更正，更正前不通过（所在单位的先进单位推荐（推荐名单第 ${row} 行）未通过审查）`,
    );
    const units = composePublicNotice(check)
      .filter(({ awardName }) => awardName === '先进保卫部门')
      .flatMap(({ entries }) => entries.map(({ unitName }) => unitName));
    expect(units).toHaveLength(84);
    expect(units).not.toContain(department.nominee.unitName);
  });

  it('is cleared with it', () => {
    const { department, unit } = findPair(sample.check);
    expect([unit.cleared, department.cleared, department.heldUpBy]).toEqual([true, true, []]);
  });
});

it('an ID number in a cell that findings quote does not show', () => {
  const { row } = findPair(sample.check).unit.nominee;
  const check = recheck((nominee) => ({ ...nominee, unitNumber: '990000197503120015', award: '先进单位' }), row);
  expect(check.remarks.some(({ rule }) => rule === 'member-unit')).toBe(true);
  const shown = check.remarks.map(({ message, found }) => message + found).join('');
  const proofs = check.nominees.map((nominee) => proveVerdict(check.index, nominee)).join('');
  expect(shown + proofs).not.toContain('990000197503120015');
});

describe('by hand', () => {
  const parent = makeAward('inn', '民宿', []);
  const child = makeAward('crew', '班组', [makeCondition('from-inn', { kind: 'parent-award', award: 'inn' })]);

  function finding(nominations: readonly Nominee[], change: Partial<Finding> = {}): Finding {
    const where = [{ sheet: 'nominees', row: 2, heading: '姓名' }] as const;
    const words = { message: '', found: '', mend: '' };
    return { rule: 'deeds-empty', severity: 'violation', cite: CITE, where, nominations, ...words, ...change };
  }

  /** The rows that are cleared; of nominations of one unit, each with its award and what its conditions say. */
  function cleared(
    nominations: readonly (readonly [award: typeof parent, answer: Answer])[],
    find: (nominees: readonly Nominee[]) => Finding[] = () => [],
  ) {
    const eligibilities = nominations.map(([award, answer], index): Eligibility => {
      return { nominee: { ...makeNominee(award.name), row: index + 2 }, award, unit: null, answer, reasons: [] };
    });
    const nominees = eligibilities.map(({ nominee }) => nominee);
    const checks = clearNominees(makeIndex(makeScheme([parent, child]), { nominees }), eligibilities, find(nominees));
    return {
      cleared: checks.filter((check) => check.cleared).map(({ nominee }) => nominee.row),
      heldUpBy: checks.map((check) => check.heldUpBy.map(({ row }) => row).join(' ')),
    };
  }

  it('only what is sure goes on', () => {
    expect(
      cleared([
        [parent, 'yes'],
        [parent, 'no'],
        [parent, 'unknown'],
      ]).cleared,
    ).toEqual([2]);
  });

  it('one violation is enough, and it stops nobody else', () => {
    const two = [
      [parent, 'yes'],
      [parent, 'yes'],
    ] as const;
    const question = { rule: 'nominated-twice', severity: 'question' } as const;
    expect(cleared(two, ([first]) => (first ? [finding([first]), finding([first], question)] : [])).cleared).toEqual([
      3,
    ]);
    expect(cleared(two, ([first]) => (first ? [finding([first], question)] : [])).cleared).toEqual([2, 3]);
    expect(cleared(two, () => [finding([])]).cleared).toEqual([2, 3]);
    expect(cleared(two, (both) => [finding(both)]).cleared).toEqual([]);
  });

  it('who depends on an award waits for one nomination of the unit, not for all of them', () => {
    const stop = (row: number) => (nominees: readonly Nominee[]) => [
      finding(nominees.filter((nominee) => nominee.row === row)),
    ];
    const one = [
      [child, 'yes'],
      [parent, 'yes'],
    ] as const;
    expect(cleared(one)).toEqual({ cleared: [2, 3], heldUpBy: ['', ''] });
    expect(cleared(one, stop(3))).toEqual({ cleared: [], heldUpBy: ['3', ''] });
    const two = [...one, [parent, 'yes']] as const;
    expect(cleared(two, stop(3))).toEqual({ cleared: [2, 4], heldUpBy: ['', '', ''] });
    expect(cleared([...one, [parent, 'no']], stop(3)).heldUpBy).toEqual(['3', '', '']);
  });
});
