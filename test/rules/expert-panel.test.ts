import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRoster } from '../../rules/check-roster.ts';
import { compareMeans, formatMean, judgePanel, type ExpertScoreFault } from '../../rules/expert-panel.ts';
import type { ExpertReview } from '../../rules/scheme-parts.ts';
import type { Expert, ExpertScore, MasterRoster, Nominee } from '../../rules/master-roster.ts';
import { indexRoster } from '../../rules/roster-index.ts';
import { sampleScheme, SIXTH, type SchemeSample } from '../support/scheme-sample.ts';

let sample: SchemeSample;
let review: ExpertReview;
let nominee: Nominee;

beforeAll(async () => {
  sample = await sampleScheme(SIXTH);
  const [first] = sample.roster.nominees;
  if (!sample.scheme.expertReview || !first) throw new Error('the scheme has no expert review');
  review = sample.scheme.expertReview;
  nominee = first;
});

const expert = (name: string, employer = '虚构大学', unitNumber = ''): Expert => ({
  row: 2,
  name,
  employer,
  unitNumber,
});

/** The sample's roster with these experts, and these scores for the first nominee, as [expert, points]. */
function withPanel(experts: readonly Expert[], scores: readonly (readonly [string, number | null])[]): MasterRoster {
  const rows = scores.map(([name, points], index): ExpertScore => ({
    row: index + 2,
    application: nominee.application,
    expert: name,
    points,
  }));
  return { ...sample.roster, experts: experts.map((each, index) => ({ ...each, row: index + 2 })), expertScores: rows };
}

function judge(experts: readonly Expert[], scores: readonly (readonly [string, number | null])[]) {
  const {
    mean,
    count,
    spread,
    scores: judged,
  } = judgePanel(indexRoster(sample.scheme, withPanel(experts, scores)), review, nominee);
  return { mean: mean && formatMean(mean), count, spread, faults: judged.map(({ fault }) => fault) };
}

const faultOf = (
  experts: readonly Expert[],
  ...scores: (readonly [string, number | null])[]
): (ExpertScoreFault | null)[] => judge(experts, scores).faults;

describe('the mean', () => {
  it('is exact and rounded half up to two decimals', () => {
    expect(formatMean({ hundredths: 26000, count: 3 })).toBe('86.67');
    expect(formatMean({ hundredths: 25999, count: 3 })).toBe('86.66');
    expect(formatMean({ hundredths: 1, count: 2 })).toBe('0.01');
    expect(formatMean({ hundredths: 0, count: 5 })).toBe('0.00');
    expect(formatMean({ hundredths: 1999, count: 200 })).toBe('0.10');
  });

  it('agrees with whole-number arithmetic of its own', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 99 }), (hundredths, count) => {
        const [whole, rest] = [BigInt(hundredths) / BigInt(count), BigInt(hundredths) % BigInt(count)];
        const up = 2n * rest >= BigInt(count) ? 1n : 0n;
        const expected = (whole + up).toString().padStart(3, '0');
        expect(formatMean({ hundredths, count })).toBe(`${expected.slice(0, -2)}.${expected.slice(-2)}`);
      }),
    );
  });

  it('ties only where the fractions are equal', () => {
    expect(compareMeans({ hundredths: 100, count: 3 }, { hundredths: 200, count: 6 })).toBe(0);
    expect(compareMeans({ hundredths: 100, count: 3 }, { hundredths: 3333, count: 100 })).toBeLessThan(0);
  });

  it('leaves out what does not count, and spreads from the lowest to the highest of the rest', () => {
    const experts = [expert('甲'), expert('乙'), expert('丙'), expert('丁', nominee.unitName)];
    const scores = [
      ['甲', 20],
      ['乙', 17.25],
      ['丙', null],
      ['丁', 3],
      ['戊', 1],
    ] as const;
    expect(judge(experts, scores)).toEqual({
      mean: '18.63',
      count: 2,
      spread: 275,
      faults: [null, null, 'blank', 'own-employer', 'unknown-expert'],
    });
    expect(judge(experts, [])).toEqual({ mean: null, count: 0, spread: null, faults: [] });
  });

  it('does not depend on the order of the rows', () => {
    const experts = ['甲', '乙', '丙', '丁'].map((name) => expert(name));
    const row = fc.tuple(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), fc.constantFrom(null, -1, 0, 10.5, 20, 21));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 7 }), (scores) => {
        const { faults: one, ...result } = judge(experts, scores);
        const { faults: other, ...reversed } = judge(experts, scores.toReversed());
        expect(reversed).toEqual(result);
        expect(other.toReversed()).toEqual(one);
      }),
    );
  });
});

describe('a score does not count', () => {
  it('below nothing, above full marks, or with a third decimal', () => {
    const points = [-0.01, 0, 0.01, 19.99, 20, 20.01, 7.125, 7.12];
    const experts = points.map((_, index) => expert(`专家${index}`));
    const bad: ExpertScoreFault = 'out-of-range';
    const scores = points.map((each, index) => [`专家${index}`, each] as const);
    expect(faultOf(experts, ...scores)).toEqual([bad, null, null, null, null, bad, bad, null]);
  });

  it('given twice, neither of the two; a blank row beside a filled one is no second opinion that could be passed over', () => {
    expect(faultOf([expert('甲'), expert('乙')], ['甲', 10], ['乙', 12], ['甲', 10])).toEqual(['twice', null, 'twice']);
    expect(faultOf([expert('甲')], ['甲', null], ['甲', 10])).toEqual(['twice', 'twice']);
    expect(faultOf([expert('张 三')], ['张三', 10], ['张　三', 11])).toEqual(['twice', 'twice']);
  });

  it('from an expert of whom there are two, or who has no employer', () => {
    expect(faultOf([expert('甲'), expert('甲', '另一所大学')], ['甲', 10])).toEqual(['namesake']);
    expect(faultOf([expert('甲', '')], ['甲', 10])).toEqual(['employer-blank']);
    expect(faultOf([expert('', '虚构大学')], ['', 10])).toEqual(['unknown-expert']);
  });

  it('for the own employer: by number, by the nominated or the registered name, and by a name without region and legal form', () => {
    const own = (each: Expert) => faultOf([each], [each.name, 10])[0] === 'own-employer';
    const { unitNumber, unitName } = nominee;
    expect(own(expert('甲', '', unitNumber))).toBe(true);
    expect(own(expert('甲', unitName))).toBe(true);
    expect(own(expert('甲', ` ${unitName.slice(0, 2)}（${unitName.slice(2)}）`))).toBe(true);
    const bare = unitName.replace(/(股份有限公司|有限责任公司|有限公司|公司)$/, '');
    expect(own(expert('甲', `星桥${bare}有限责任公司`))).toBe(true);
    expect(own(expert('甲', `${bare}第二分店`))).toBe(false);
    expect(own(expert('甲', '虚构大学', `${unitNumber}9`))).toBe(false);
    // A number of another unit settles what likeness of names leaves open, but not the very same name.
    expect(own(expert('甲', `星桥${bare}有限责任公司`, `${unitNumber}9`))).toBe(unitName === `星桥${bare}有限责任公司`);
    expect(own(expert('甲', unitName, `${unitNumber}9`))).toBe(true);
  });

  it('for the own employer: a blank number is nobody’s, so that an expert of no member is not of the unit of a nominee without one', () => {
    const nameless = { ...nominee, unitNumber: '' };
    const faults = (employer: string) => {
      const roster = { ...withPanel([expert('甲', employer)], [['甲', 10]]), nominees: [nameless] };
      return judgePanel(indexRoster(sample.scheme, roster), review, nameless).scores.map(({ fault }) => fault);
    };
    expect(faults('虚构大学')).toEqual([null]);
    expect(faults(nominee.unitName)).toEqual(['own-employer']);
  });

  it('for the own employer where the nomination writes the unit’s name in another way', () => {
    const registered = sample.roster.memberUnits.find(({ number }) => number === nominee.unitNumber);
    const renamed = { ...nominee, unitName: '另一个写法' };
    const roster = withPanel([expert('甲', registered?.name)], [['甲', 10]]);
    const { scores } = judgePanel(indexRoster(sample.scheme, roster), review, renamed);
    expect(scores.map(({ fault }) => fault)).toEqual(['own-employer']);
  });
});

describe('the findings', () => {
  /** One panel alone is filled in: that the others are not is asked elsewhere. */
  const listRemarks = (roster: MasterRoster) =>
    checkRoster(sample.scheme, roster).remarks.filter(({ rule }) => rule !== 'panel-missing');
  const rulesOf = (experts: readonly Expert[], scores: readonly (readonly [string, number | null])[]) =>
    listRemarks(withPanel(experts, scores)).map(
      ({ rule, severity, where }) =>
        `${rule} ${severity} ${where.map(({ sheet, row }) => `${sheet}${row ?? ''}`).join(' ')}`,
    );

  it('name each fault once, at the row to look at', () => {
    expect(rulesOf([expert('甲'), expert('甲')], [['甲', 10]])).toEqual([
      'expert-namesake violation experts3 experts2',
    ]);
    expect(rulesOf([expert('甲', '')], [['甲', 10]])).toEqual(['expert-employer-blank question experts2']);
    expect(
      rulesOf(
        [expert('甲')],
        [
          ['甲', 10],
          ['甲', 11],
          ['甲', 12],
        ],
      ),
    ).toEqual(['expert-score-twice violation expertScores4 expertScores2 expertScores3']);
    expect(rulesOf([expert('甲')], [['甲', 20]])).toEqual([]);
  });

  it('stop nobody: the mean is made of the other scores', () => {
    const roster = withPanel([expert('甲', nominee.unitName)], [['甲', 10]]);
    const check = checkRoster(sample.scheme, roster);
    expect(listRemarks(roster)).toHaveLength(1);
    expect(check.nominees.every(({ cleared }) => cleared)).toBe(true);
  });
});
