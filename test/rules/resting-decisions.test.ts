/** Which rows of a list stand there because somebody decided so: those and no others, in every scheme. */
import { describe, expect, it } from 'vitest';
import { checkRoster } from '../../rules/check-roster.ts';
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import type { Decision } from '../../rules/decision.ts';
import { nameNomination } from '../../rules/decision-rows.ts';
import type { MasterRoster, Nominee } from '../../rules/master-roster.ts';
import {
  describeOwnResting,
  describeResting,
  describeRestingInPublic,
  listResting,
  pickResting,
  type Resting,
} from '../../rules/resting-decisions.ts';
import { listChosen } from '../../rules/review.ts';
import { GATED_OUTPUTS, type GatedOutput, type ReviewStep } from '../../rules/scheme-parts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { listNominees } from '../support/rows-by-hand.ts';
import { AWARDS_2021, AWARDS_2024, GRADING, sampleScheme, SIXTH } from '../support/scheme-sample.ts';
import {
  CITE,
  makeAward,
  makeCondition,
  makeIndex,
  makeNominee,
  makeScheme,
  makeUnit,
} from '../support/small-scheme.ts';
import { TEMPLATES_FOLDER } from '../support/templates.ts';

const PAID = makeCondition('paid', { kind: 'fact', of: 'member-unit', heading: '会费', test: { is: 'yes' } });
const FROM_INN = makeCondition('from-inn', { kind: 'parent-award', award: 'inn' });
const INN = makeAward('inn', '客栈', [PAID]);
const CREW = makeAward('crew', '班组', [FROM_INN]);
const STEP: ReviewStep = { id: 'first', name: '初评', body: '评审会', gates: ['notice'], asks: null, cite: CITE };
const LAST: ReviewStep = { ...STEP, id: 'last', name: '终评', gates: ['prize'] };

const PLAIN = makeScheme([INN, CREW]);
const WAIVED: Scheme = { ...PLAIN, waivers: { 'applied-twice': CITE } };
const REVIEWED: Scheme = { ...PLAIN, review: { steps: [STEP, LAST], places: [] } };

const unit = (number: string, paid = true, name = `虚构${number}公司`) => ({
  ...makeUnit({ 会费: paid }),
  row: Number(number) + 1,
  number,
  name,
});
const nominee = (row: number, number: string, award = INN, cells: Partial<Nominee> = {}): Nominee => ({
  ...makeNominee(award.name),
  row,
  application: `A${row}`,
  unitNumber: number,
  unitName: `虚构${number}公司`,
  name: `虚构${number}公司`,
  ...cells,
});
const decide = (matter: string, subject: string, cells: Partial<Decision> = {}): Decision => ({
  row: 2,
  matter,
  subject,
  word: 'agreed',
  by: '评审会',
  on: '2030-01-01',
  tally: '',
  reason: '核对过',
  ...cells,
});
const shortlist = (step: ReviewStep, subject: string, cells: Partial<Decision> = {}) =>
  decide(step.name, subject, { word: 'shortlisted', ...cells });

/** `A3 A4<A3`: what an output lists and rests on a decision, with the nomination whose decision it is. */
function show(rows: Partial<MasterRoster>, scheme = PLAIN, output: GatedOutput = 'notice'): string {
  const check = checkRoster(scheme, makeIndex(scheme, rows).roster);
  const resting = listResting(check, output);
  return pickResting(listChosen(check.nominees, output), resting)
    .map((each) => {
      const source = resting.get(each);
      return source === each ? each.application : `${each.application}<${source?.application ?? ''}`;
    })
    .join(' ');
}

const UNITS = [unit('1'), unit('2'), unit('3', false)];
const SINGLE = [nominee(2, '1'), nominee(4, '2')];
const TWICE = [nominee(3, '1'), ...SINGLE];
const hidden = (row: number) => ({
  kind: 'row-hidden' as const,
  cell: { sheet: 'nominees' as const, row, heading: '编号' },
  rows: [row],
});

describe('a nomination rests on a decision', () => {
  it.each<[string, Partial<MasterRoster>, Scheme, string]>([
    ['not where nothing was decided', { nominees: SINGLE }, PLAIN, ''],
    [
      'where a duplicate was let stand: both of it',
      { nominees: TWICE, decisions: [decide('同一奖项重复申报', 'A3')] },
      PLAIN,
      'A3 A2',
    ],
    [
      'not where it is listed no more',
      { nominees: TWICE, decisions: [decide('同一奖项重复申报', 'A3', { word: 'refused' })] },
      PLAIN,
      '',
    ],
    [
      'where a question about it was answered',
      { nominees: SINGLE, unseen: [hidden(4)], decisions: [decide('隐藏的行', 'A4')] },
      PLAIN,
      'A4',
    ],
    ['not while nobody has answered', { nominees: SINGLE, unseen: [hidden(4)] }, PLAIN, ''],
    [
      'where its name was let through',
      {
        memberUnits: [unit('1'), unit('2', true, '第20301234号客栈')],
        nominees: [nominee(2, '1'), nominee(4, '2')],
        decisions: [decide('名称不能公开', '2')],
      },
      PLAIN,
      'A4',
    ],
    [
      'not where a body concluded as the check did',
      { nominees: [nominee(2, '1')], decisions: [shortlist(STEP, 'A2')] },
      REVIEWED,
      '',
    ],
    [
      'where it concluded against a condition',
      {
        nominees: [nominee(2, '1'), nominee(5, '3')],
        decisions: [shortlist(STEP, 'A2'), shortlist(STEP, 'A5', { row: 3 })],
      },
      REVIEWED,
      'A5',
    ],
    [
      'where a later step has not said yes',
      {
        nominees: [nominee(5, '3')],
        decisions: [shortlist(STEP, 'A5'), shortlist(LAST, 'A5', { row: 3, word: 'deferred' })],
      },
      REVIEWED,
      'A5',
    ],
    [
      'not where it concluded against one without a reason',
      { nominees: [nominee(5, '3')], decisions: [shortlist(STEP, 'A5', { reason: '' })] },
      REVIEWED,
      '',
    ],
    [
      'where the one that it depends on does',
      {
        nominees: [...TWICE, nominee(6, '1', CREW, { name: '一组' }), nominee(7, '2', CREW, { name: '二组' })],
        decisions: [decide('同一奖项重复申报', 'A2')],
      },
      PLAIN,
      'A3 A2 A6<A3',
    ],
    ...[2, 3].map((row): [string, Partial<MasterRoster>, Scheme, string] => [
      `not where another one that it may depend on needed none (the decided one is in row ${row})`,
      {
        nominees: [nominee(2, '2'), nominee(3, '2', INN, { name: '分店' }), nominee(7, '2', CREW, { name: '二组' })],
        unseen: [hidden(row)],
        decisions: [decide('隐藏的行', `A${row}`)],
      },
      WAIVED,
      `A${row}`,
    ]),
    [
      'where the other one that it may depend on was refused',
      {
        nominees: [nominee(2, '2'), nominee(3, '2', INN, { name: '分店' }), nominee(7, '2', CREW, { name: '二组' })],
        unseen: [hidden(2)],
        decisions: [
          decide('隐藏的行', 'A2'),
          shortlist(STEP, 'A2', { row: 3 }),
          shortlist(STEP, 'A3', { row: 4, word: 'rejected' }),
          shortlist(STEP, 'A7', { row: 5 }),
        ],
      },
      { ...WAIVED, review: REVIEWED.review },
      'A2 A7<A2',
    ],
  ])('%s', (_, rows, scheme, expected) => {
    expect(show({ memberUnits: UNITS, ...rows }, scheme)).toBe(expected);
  });

  it('before any body has concluded, on what the check alone lets through: its form is signed then', () => {
    const nominees = [nominee(4, '2'), nominee(7, '2', CREW, { name: '二组' })];
    const rows = { memberUnits: UNITS, nominees, unseen: [hidden(4)], decisions: [decide('隐藏的行', 'A4')] };
    const check = checkRoster(REVIEWED, makeIndex(REVIEWED, rows).roster);
    expect(listChosen(check.nominees, 'notice')).toEqual([]);
    expect([...listResting(check, 'notice')].map((pair) => pair.map((each) => each.application))).toEqual([
      ['A4', 'A4'],
      ['A7', 'A4'],
    ]);
  });

  it('on the outputs whose steps it has passed', () => {
    const rows = { memberUnits: UNITS, nominees: [nominee(5, '3')], decisions: [shortlist(STEP, 'A5')] };
    expect(GATED_OUTPUTS.filter((output) => show(rows, REVIEWED, output) !== '')).toEqual(['notice']);
    const both = { ...rows, decisions: [...rows.decisions, shortlist(LAST, 'A5', { row: 3 })] };
    expect(GATED_OUTPUTS.filter((output) => show(both, REVIEWED, output) !== '')).toEqual([
      'notice',
      'prize',
      'certificate',
    ]);
  });
});

describe.each([
  { id: 'shanghai-security-2024', folder: TEMPLATES_FOLDER },
  { id: 'xinjiang-fire-2021', folder: TEMPLATES_FOLDER },
  AWARDS_2024,
  AWARDS_2021,
  GRADING,
  SIXTH,
])('$id', (source) => {
  it('rests on no decision where nothing is found, and on the one about a single row where that is answered', async () => {
    const { scheme, roster, check } = await sampleScheme(source);
    for (const output of GATED_OUTPUTS) expect(listResting(check, output).size).toBe(0);

    const [chosen] = listChosen(check.nominees, 'certificate');
    if (!chosen) throw new Error('nobody is chosen');
    const { nominee: own, award } = chosen;
    const decisions = [...roster.decisions, decide('隐藏的行', nameNomination(own), { row: 999 })];
    const result = checkRoster(scheme, { ...roster, decisions, unseen: [hidden(own.row)] });
    const dependent = result.nominees.filter(
      (each) => parentAwardsOf(each.award).includes(award.id) && each.nominee.unitNumber === own.unitNumber,
    );
    for (const output of GATED_OUTPUTS) {
      const resting = listResting(result, output);
      expect(new Set(resting.keys())).toEqual(new Set([own, ...dependent.map((each) => each.nominee)]));
      expect(new Set(resting.values())).toEqual(new Set([own]));
      expect(pickResting(listChosen(result.nominees, output), resting)).toContain(own);
    }
  });
});

describe('the line', () => {
  const list = (count: number) => listNominees(INN, ...Array.from({ length: count }, () => ({})));
  const listed = (nominees: readonly Nominee[]) => nominees.map((each) => ({ nominee: each }));
  const all = (nominees: readonly Nominee[]): Resting => new Map(nominees.map((each) => [each, each]));
  const first = nominee(2, '1');
  const second = nominee(3, '2');
  const third = nominee(4, '3');
  const END = '；由谁决定、理由，见该表和资格审查报告的“已决定”。';

  it.each([
    [0, ''],
    [1, `本表有 1 项按总名册“决定”表的决定列入：A2${END}`],
    [8, `本表有 8 项按总名册“决定”表的决定列入：A2、A3、A4、A5、A6、A7、A8、A9${END}`],
    [9, `本表有 9 项按总名册“决定”表的决定列入：A2、A3、A4、A5、A6、A7、A8、A9 等${END}`],
    [40, `本表有 40 项按总名册“决定”表的决定列入：A2、A3、A4、A5、A6、A7、A8、A9 等${END}`],
  ])('of %i', (count, line) => {
    const nominees = list(count);
    expect(describeResting(listed(nominees), all(nominees))).toBe(line);
  });

  it('is of the rows of the very sheet, in its order and in its words', () => {
    const resting = all([second, third]);
    expect(describeResting(listed([third, first, second]), resting, '计入')).toBe(
      `本表有 2 项按总名册“决定”表的决定计入：A4、A3${END}`,
    );
    expect(describeResting(listed([first]), resting)).toBe('');
  });

  it('names the one that a nomination depends on', () => {
    const resting: Resting = new Map([[first, second]]);
    expect(describeResting(listed([first]), resting)).toContain('列入：A2（随 A3）；');
    expect(describeOwnResting(first, resting)).toBe('按总名册“决定”表的决定通过审查（随 A3）');
    expect(describeOwnResting(second, all([second]))).toBe('按总名册“决定”表的决定通过审查（A3）');
    expect(describeOwnResting(second, resting)).toBe('');
  });

  it('calls a nomination without number as a row of 决定 does, and shows no number that may be a person’s', () => {
    const blank = { ...first, application: '', name: '甲店' };
    const long = { ...first, application: '13800001234' };
    expect(describeResting(listed([blank, long]), all([blank, long]))).toContain('：1 客栈等级 甲店、（号码不显示）；');
  });

  it.each([
    [40, '长'.repeat(40)],
    [41, `${'长'.repeat(40)}…`],
  ])('shows %i characters of what stands for a number as %s', (count, shown) => {
    const long = { ...first, application: '长'.repeat(count) };
    expect(describeOwnResting(long, all([long]))).toBe(`按总名册“决定”表的决定通过审查（${shown}）`);
  });

  it('tells the public how many, and nothing else', () => {
    expect(describeRestingInPublic(0)).toBe('');
    expect(describeRestingInPublic(3)).toBe('注：以上名单中有 3 项经个别研究决定列入。');
  });
});
