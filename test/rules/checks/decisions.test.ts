/** 决定: a finding that somebody has decided stays visible and holds nobody up; a row that decides nothing is said. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRoster } from '../../../rules/check-roster.ts';
import type { Decision } from '../../../rules/decision.ts';
import type { MasterRoster, Nominee } from '../../../rules/master-roster.ts';
import { AWARDS_2021, sampleScheme, type SchemeSample } from '../../support/scheme-sample.ts';

let sample: SchemeSample;
let original: Nominee;
let copy: Nominee;
/** The same unit once more for the same award. */
let twice: MasterRoster;

beforeAll(async () => {
  sample = await sampleScheme(AWARDS_2021);
  const { roster } = sample;
  const [nominee] = roster.nominees;
  if (!nominee) throw new Error('nobody applies');
  original = nominee;
  copy = { ...nominee, row: 9999, application: 'COPY-1' };
  const renamed = <Row extends { readonly application: string }>(rows: readonly Row[]): Row[] => [
    ...rows,
    ...rows
      .filter(({ application }) => application === nominee.application)
      .map((row) => ({ ...row, application: copy.application })),
  ];
  twice = {
    ...roster,
    nominees: [...roster.nominees, copy],
    confirmations: renamed(roster.confirmations),
    expertScores: renamed(roster.expertScores),
    decisions: [],
  };
});

const RULE = '同一奖项重复申报';

function decide(cells: Partial<Decision> = {}): Decision {
  return {
    row: 2,
    matter: RULE,
    subject: copy.application,
    word: 'agreed',
    by: '评审委员会',
    on: '2022-08-01',
    tally: '',
    reason: '两项不同的工程',
    ...cells,
  };
}

function check(decisions: readonly Decision[]) {
  const checked = checkRoster(sample.scheme, { ...twice, decisions });
  // Nothing else is concluded here, a tie of another award neither.
  const result = { ...checked, remarks: checked.remarks.filter(({ rule }) => rule !== 'tie-at-line') };
  const both = result.nominees.filter(({ nominee }) => nominee === copy || nominee === original);
  return { result, cleared: both.map(({ cleared }) => cleared), rules: result.remarks.map(({ rule }) => rule) };
}

describe('a duplicate', () => {
  it('holds both up until somebody agrees', () => {
    const { cleared, rules } = check([]);
    expect([cleared, rules]).toEqual([[false, false], ['applied-twice']]);
  });

  it.each([
    ['of the second', () => copy.application],
    ['of the first', () => original.application],
    ['of the unit', () => original.unitNumber],
    ['of the unit without its zeros', () => original.unitNumber.replace(/^0+/, '')],
  ])('that is agreed by the number %s clears both, and stays visible', (_, subjectOf) => {
    const { cleared, result } = check([decide({ subject: subjectOf() })]);
    expect(cleared).toEqual([true, true]);
    expect(result.remarks.map(({ rule, decision }) => [rule, decision?.by])).toEqual([['applied-twice', '评审委员会']]);
  });

  it.each<[string, Partial<Decision>, string[]]>([
    ['by nobody', { by: '' }, ['applied-twice', 'decision-incomplete']],
    ['without a day', { on: '' }, ['applied-twice', 'decision-incomplete']],
    ['refused', { word: 'refused' }, ['applied-twice']],
    ['of another number', { subject: 'COPY-7' }, ['applied-twice', 'decision-subject-unknown']],
    ['of no number', { subject: '' }, ['applied-twice', 'decision-subject-unknown']],
    ['of another matter', { matter: '别的事' }, ['applied-twice', 'decision-idle']],
    ['in the words of a review', { word: 'shortlisted' }, ['applied-twice', 'decision-word-unfit']],
    ['without a reason', { reason: '' }, ['applied-twice', 'decision-incomplete']],
  ])('%s stays', (_, cells, expected) => {
    const { cleared, rules } = check([decide(cells)]);
    expect(cleared).toEqual([false, false]);
    expect(rules.toSorted()).toEqual(expected.toSorted());
  });
});

it.each([
  [{ word: null, by: '', on: '', reason: '' }, '补填决定；没有要决定的，删去这一行，这一条就没有了'],
  [{ word: null, by: '', on: '', reason: '还没有开会' }, '补填决定'],
  [{ word: null, by: '评审委员会', on: '', reason: '' }, '补填决定'],
] as const)('a row of which only the key is filled in is done with by deleting it: %j', (cells, mend) => {
  const { result } = check([decide(cells)]);
  expect(result.remarks.find(({ rule }) => rule === 'decision-incomplete')?.mend).toBe(mend);
});

it.each(['同一单位写了两行', '同一单位两个名称', '同一单位 两个名称'])(
  'a unit in two rows is decided under “%s”',
  (matter) => {
    const [unit] = twice.memberUnits;
    if (!unit) throw new Error('there is no unit');
    const again = { ...unit, row: 9998, number: 'COPY-U' };
    const roster = { ...sample.roster, memberUnits: [...sample.roster.memberUnits, again] };
    const of = (decisions: readonly Decision[]) =>
      checkRoster(sample.scheme, { ...roster, decisions }).remarks.filter(({ rule }) =>
        /^same-unit|^decision/.test(rule),
      );
    expect(of([]).map(({ rule, decision }) => [rule, decision])).toEqual([['same-unit-two-names', undefined]]);
    const told = of([decide({ matter, subject: unit.number })]);
    expect(told.map(({ rule, decision }) => [rule, decision?.word])).toEqual([['same-unit-two-names', 'agreed']]);
  },
);

it('a row that names what only another nomination is asked decides nothing, and is said to', () => {
  const stranger = twice.nominees.find(({ unitNumber }) => unitNumber !== original.unitNumber);
  const { rules } = check([decide(), decide({ row: 3, subject: stranger?.application ?? '' })]);
  expect(rules).toEqual(['applied-twice', 'decision-idle']);
  expect(check([decide()]).rules).toEqual(['applied-twice']);
});

it('a decision whose number was corrected in 推荐名单 is not lost: the nearest number is named', () => {
  const { result } = check([decide({ subject: 'COPY-7' })]);
  expect(result.remarks.find(({ rule }) => rule === 'decision-subject-unknown')?.message).toContain('是不是“COPY-1”？');
});

it('of two rows of one step neither counts, and both are named', () => {
  const rows = [
    decide({ matter: '评审结论', word: 'shortlisted', subject: original.application }),
    decide({ matter: '评审结论', word: 'rejected', subject: original.application, row: 3 }),
  ];
  const result = checkRoster(sample.scheme, { ...sample.roster, decisions: rows });
  const [first] = result.nominees;
  expect(first?.conclusions.map(({ conclusion }) => conclusion)).toEqual([null]);
  const remark = result.remarks.find(({ rule }) => rule === 'decision-twice');
  expect(remark?.where.map(({ row }) => row)).toEqual([3, 2]);
  expect(remark?.nominations).toEqual([first?.nominee]);
});

it('two rows of one matter are told of as such, and not as idle besides', () => {
  const twice = [decide({ matter: '别的事' }), decide({ matter: '别的事', row: 3 })];
  expect(check(twice).rules.toSorted()).toEqual(['applied-twice', 'decision-twice']);
});

it('a condition is nothing that 同意 lets pass: what does is said', () => {
  const demand = sample.scheme.awards[0]?.conditions[0]?.demand ?? '';
  const { result } = check([decide({ matter: demand })]);
  const idle = result.remarks.find(({ rule }) => rule === 'decision-idle');
  expect(idle?.message).toContain('条件不能用“同意”放行');
  expect(idle?.mend).toContain('由评审作“入围”的结论并写明理由，事项填：评审结论');
});

it('the word that is wrong is told before what is blank beside it', () => {
  const { rules } = check([decide({ matter: '评审结论', reason: '', on: '' })]);
  expect(rules.toSorted()).toEqual(['applied-twice', 'decision-word-unfit']);
  expect(check([decide({ matter: '评审结论', word: null })]).rules.toSorted()).toEqual([
    'applied-twice',
    'decision-incomplete',
  ]);
});

describe('a row of 决定', () => {
  it('about one nomination frees no other unit whose number is spelled like its application', () => {
    const [, , other] = sample.roster.nominees;
    if (!other) throw new Error('too few nominees');
    const nominees = twice.nominees.map((each) =>
      each === other ? { ...other, application: original.unitNumber } : each,
    );
    const decisions = [decide({ subject: original.unitNumber })];
    const result = checkRoster(sample.scheme, { ...twice, nominees, decisions });
    expect(result.remarks.find(({ rule }) => rule === 'applied-twice')?.decision).toBeUndefined();
    const unclear = result.remarks.find(({ rule }) => rule === 'decision-subject-unknown');
    expect(unclear?.message).toContain('既是申报编号，又是单位编号');
  });

  it('that says yes beside one that says no lets nothing pass, and both are named', () => {
    const { cleared, result } = check([decide(), decide({ subject: original.application, word: 'refused', row: 3 })]);
    expect(cleared).toEqual([false, false]);
    const conflict = result.remarks.find(({ rule }) => rule === 'decision-twice');
    expect(conflict?.where.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('agrees to one pair of three, and not to the two others', () => {
    const third = { ...copy, row: 10_000, application: 'COPY-2' };
    const renamed = <Row extends { readonly application: string }>(rows: readonly Row[]): Row[] => [
      ...rows,
      ...rows
        .filter(({ application }) => application === copy.application)
        .map((row) => ({ ...row, application: third.application })),
    ];
    const roster = {
      ...twice,
      nominees: [...twice.nominees, third],
      confirmations: renamed(twice.confirmations),
      expertScores: renamed(twice.expertScores),
      decisions: [decide({ subject: original.application })],
    };
    const result = checkRoster(sample.scheme, roster);
    const pairs = result.remarks.filter(({ rule }) => rule === 'applied-twice');
    expect(pairs.map(({ decision }) => decision !== undefined).sort()).toEqual([false, true, true]);
    const clearedOf = (nominee: Nominee) => result.nominees.find((each) => each.nominee === nominee)?.cleared;
    expect([original, copy, third].map(clearedOf)).toEqual([true, false, false]);
  });

  it('is idle where nothing of the kind is found about its subject, or nothing that people decide', () => {
    const [, , other] = sample.roster.nominees;
    const stranger = check([decide({ subject: other?.application ?? '' })]);
    expect(stranger.rules).toContain('decision-idle');
    const blank = checkRoster(sample.scheme, {
      ...twice,
      nominees: twice.nominees.map((each) => (each === copy ? { ...copy, award: '没有的奖' } : each)),
      decisions: [decide({ matter: '奖项不在本次评选之列' })],
    });
    expect(blank.remarks.find(({ rule }) => rule === 'decision-idle')?.message).toContain('不是可以决定放行的问题');
  });

  it('of a step is written to a nomination, not to its unit: the number to write is named', () => {
    const decisions = [decide({ matter: '评审结论', word: 'shortlisted', subject: original.unitNumber })];
    const result = checkRoster(sample.scheme, { ...sample.roster, decisions });
    const lost = result.remarks.find(({ rule }) => rule === 'decision-subject-unknown');
    expect(lost?.message).toContain(`是不是“${original.application}”？`);
  });
});

it('a nomination without a number is named by its unit, award and name', () => {
  const nominees = sample.roster.nominees.map((each) => (each === original ? { ...original, application: '' } : each));
  const subject = `${original.unitNumber} ${original.award} ${original.name}`;
  const decisions = [decide({ matter: '评审结论', word: 'shortlisted', subject })];
  const result = checkRoster(sample.scheme, { ...sample.roster, nominees, decisions });
  expect(result.nominees[0]?.conclusions.map(({ conclusion }) => conclusion)).toEqual(['shortlisted']);
});
