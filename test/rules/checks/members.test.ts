/** Members counted otherwise than printed: one finding a district, one question where the roster plainly holds a part, and nobody is held up. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRoster, type RosterCheck } from '../../../rules/check-roster.ts';
import type { MasterRoster, MemberUnit, RosterCoverage } from '../../../rules/master-roster.ts';
import { checkSample, type CheckedSample } from '../../support/checked-sample.ts';

const STATED: RosterCoverage = { kind: 'all', isStated: true };
const UNSTATED: RosterCoverage = { kind: 'all', isStated: false };
const RULES = ['members-differ', 'coverage-unclear', 'over-quota', 'unused-places'];

let sample: CheckedSample;
let nominated: ReadonlySet<string>;
beforeAll(async () => {
  sample = await checkSample();
  nominated = new Set(sample.roster.nominees.map(({ unitNumber }) => unitNumber));
});

/** The sample's roster with those units alone that are wanted; their nominations stay. */
function check(isWanted: (unit: MemberUnit) => boolean, coverage: RosterCoverage): RosterCheck {
  const { roster, scheme } = sample;
  const memberUnits = roster.memberUnits.filter(isWanted);
  const numbers = new Set(memberUnits.map(({ number }) => number));
  const held: MasterRoster = {
    ...roster,
    coverage,
    memberUnits,
    scores: roster.scores.filter(({ unitNumber }) => numbers.has(unitNumber)),
    nominees: roster.nominees.filter(({ unitNumber }) => numbers.has(unitNumber)),
  };
  return checkRoster(scheme, held);
}

function tell({ remarks }: RosterCheck): string[] {
  return remarks.filter(({ rule }) => RULES.includes(rule)).map(({ rule, message }) => `${rule} ${message}`);
}

const isNominated = ({ number }: MemberUnit) => nominated.has(number);

/** All units but the first so many of a district that nobody nominates. */
function without(district: string, count: number): (unit: MemberUnit) => boolean {
  const idle = sample.roster.memberUnits.filter((unit) => unit.district === district && !isNominated(unit));
  const gone = new Set(idle.slice(0, count));
  return (unit) => !gone.has(unit);
}

describe('a roster of all members', () => {
  it('says nothing where the numbers are those of 附件1', () => {
    expect(tell(check(() => true, STATED))).toEqual([]);
  });

  it.each([STATED, UNSTATED])(
    'has one finding for each district that differs, with the row of 附件1, and all nominees stay cleared (%j)',
    (coverage) => {
      const [less, one] = [without('浦东', 17), without('杨浦', 1)];
      const checked = check((unit) => less(unit) && one(unit), coverage);
      expect(tell(checked)).toEqual([
        'members-differ 浦东：附件1 650 家，总名册 633 家',
        'members-differ 杨浦：附件1 425 家，总名册 424 家',
      ]);
      const [first] = checked.remarks.filter(({ rule }) => rule === 'members-differ');
      expect(first).toMatchObject({ severity: 'question', nominations: [], cite: { clause: '附件1 序号1' } });
      expect(first?.cite?.quote).toBe('1 浦东 650 20 8 12 13');
      expect(checked.nominees.every(({ cleared }) => cleared)).toBe(true);
    },
  );

  it('that holds the nominated units alone asks once what it covers, and nobody is over', () => {
    for (const [coverage, words, mend] of [
      [UNSTATED, '名册是包括全部会员单位、一个区，还是只有被推荐的单位？', /右边填写全部、仅推荐单位，或区名/],
      [STATED, '名册范围写的是“全部”，而多数区没有列全：', /^确是全部的，补全.*改填仅推荐单位，或区名/],
    ] as const) {
      const checked = check(isNominated, coverage);
      expect(tell(checked)).toEqual([
        expect.stringMatching(new RegExp(`^coverage-unclear ${words}浦东：附件1 650 家，总名册 \\d+ 家；.*等 19 个$`)),
      ]);
      expect(checked.remarks.find(({ rule }) => rule === 'coverage-unclear')?.mend).toMatch(mend);
      expect(checked.nominees.every(({ cleared }) => cleared)).toBe(true);
    }
  });

  it('asks of the districts that are plainly a part, and tells the others', () => {
    const less = without('杨浦', 1);
    const isHeld = (unit: MemberUnit) => less(unit) && (unit.district !== '松江' || isNominated(unit));
    expect(tell(check(isHeld, UNSTATED))).toEqual([
      'coverage-unclear 名册是包括全部会员单位、一个区，还是只有被推荐的单位？松江：附件1 53 家，总名册 3 家',
      'members-differ 杨浦：附件1 425 家，总名册 424 家',
    ]);
    // Who has said 全部 is not asked again.
    expect(tell(check(isHeld, STATED))).toEqual([
      'members-differ 杨浦：附件1 425 家，总名册 424 家',
      'members-differ 松江：附件1 53 家，总名册 3 家',
    ]);
  });

  it('that lacks half of a district and holds more than its nominees has lost rows, which is no question of coverage', () => {
    const few = without('松江', 49);
    expect(tell(check(few, STATED))).toEqual(['members-differ 松江：附件1 53 家，总名册 4 家']);
  });
});

describe('a roster that says that it holds less', () => {
  const ofSongjiang = ({ district }: MemberUnit) => district === '松江';

  it.each([
    { kind: 'districts', districts: ['松江'] },
    { kind: 'all', isStated: false },
  ] as const)('of one district has no remark about the others (%j)', (coverage) => {
    const checked = check(ofSongjiang, coverage);
    expect(tell(checked)).toEqual([]);
    expect(checked.nominees).toHaveLength(5);
    expect(checked.nominees.every(({ cleared }) => cleared)).toBe(true);
  });

  it('of the nominated units has no remark about members, and still knows free places where it has units', () => {
    expect(tell(check(isNominated, { kind: 'nominated' }))).toEqual([]);
    const [head] = sample.roster.nominees.filter(
      ({ award, unitNumber }) =>
        award === '先进治安责任人' &&
        sample.roster.memberUnits.some((unit) => unit.number === unitNumber && ofSongjiang(unit)),
    );
    const { scheme, roster } = sample;
    const nominees = roster.nominees.filter((nominee) => nominee !== head);
    const less = checkRoster(scheme, { ...roster, coverage: { kind: 'nominated' }, nominees });
    expect(tell(less)).toEqual([expect.stringMatching(/^unused-places 松江先进治安责任人名额 1 个.*空余 1 个$/)]);
  });

  it('of one district, with units of another, is asked which holds', () => {
    const checked = check(({ district }) => ['松江', '崇明'].includes(district), {
      kind: 'districts',
      districts: ['松江'],
    });
    expect(tell(checked)).toEqual(['coverage-unclear 名册范围是“松江”，会员单位表中还有崇明 55 家']);
  });
});
