import { describe, expect, it } from 'vitest';
import { checkRoster } from '../../../rules/check-roster.ts';
import type { MasterRoster } from '../../../rules/master-roster.ts';
import type { DateChain, DatedSheet, DatePoint } from '../../../rules/scheme-parts.ts';
import type { FactValue } from '../../../rules/roster-column.ts';
import {
  CITE,
  makeAward,
  makeCondition,
  makeIndex,
  makeNominee,
  makeProject,
  makeScheme,
  makeUnit,
} from '../../support/small-scheme.ts';

const column = (sheet: DatedSheet, heading: string): DatePoint => ({ is: 'column', sheet, heading });
const BUILT = column('memberUnits', '成立');
const BRANCH = column('memberUnits', '设点');
const DONE = column('projects', '竣工');
const APPLIED = column('nominees', '申报');
const CONFIRMED = column('confirmations', '确认日期');
const ISSUED = column('nominees', '发证');

const age = makeCondition('age', {
  kind: 'fact',
  of: 'member-unit',
  heading: '成立',
  test: { date: { kind: 'years-before', years: 1, at: '申报' } },
});
const works = makeCondition('works', {
  kind: 'projects',
  counting: [{ heading: '合格', is: 'yes' }],
  routes: [{ count: 1 }],
});
const seen = makeCondition('seen', { kind: 'confirmation' });
const MEMBER = makeCondition('member', { kind: 'member-unit' });

interface Cells {
  readonly nominee?: Readonly<Record<string, FactValue>>;
  readonly unit?: Readonly<Record<string, FactValue>>;
  readonly projects?: readonly Readonly<Record<string, FactValue>>[];
  readonly confirmed?: string;
}

/** `violation 成立 → 申报`: the findings about dates, with the cells that each names. */
function find(chains: readonly (readonly DatePoint[])[], cells: Cells): string[] {
  const dateOrder = chains.map((points): DateChain => ({ points, cite: null, reason: '' }));
  const scheme = {
    ...makeScheme([makeAward('one', '一', [MEMBER, age, works, seen])]),
    notice: { days: { value: 3, cite: CITE }, objections: null },
    dateOrder,
  };
  const rows: Partial<MasterRoster> = {
    memberUnits: [makeUnit(cells.unit)],
    nominees: [makeNominee('一等级', cells.nominee)],
    projects: (cells.projects ?? []).map((each, index) => ({ ...makeProject(100, each), row: index + 2 })),
    confirmations: cells.confirmed
      ? [{ row: 2, application: 'A1', condition: '须符合seen', holds: true, by: '人', on: cells.confirmed }]
      : [],
  };
  const { nominees, remarks } = checkRoster(scheme, makeIndex(scheme, rows).roster);
  const found = remarks.filter(({ rule }) => rule === 'dates-contradict');
  for (const { nominations } of found) expect(nominations).toEqual([nominees[0]?.nominee]);
  return found.map(({ severity, where }) => `${severity} ${where.map(({ heading }) => heading).join(' → ')}`);
}

describe('two dates', () => {
  it.each([
    ['2024-11-02', []],
    ['2024-11-01', []],
    ['2024-10-31', ['violation 申报 → 确认日期']],
  ])('applied on the 1st of November, confirmed on %s', (confirmed, wanted) => {
    expect(find([[APPLIED, CONFIRMED]], { nominee: { 申报: '2024-11-01' }, confirmed })).toEqual(wanted);
  });

  it.each([
    ['blank', null],
    ['no day', '2024-02-30'],
    ['a day that nobody means', '9999-12-31'],
  ])('of which one is %s say nothing', (_, day) => {
    expect(find([[APPLIED, ISSUED]], { nominee: { 申报: day, 发证: '2020-01-01' } })).toEqual([]);
  });

  it('are apart by the days of the notice', () => {
    const issued = (day: string) =>
      find([[APPLIED, { is: 'notice' }, ISSUED]], { nominee: { 申报: '2024-11-01', 发证: day } });
    expect([issued('2024-11-05'), issued('2024-11-04')]).toEqual([[], ['violation 申报 → 发证']]);
  });

  it('may be one that the document names: too late is a violation, too early a question', () => {
    const limits: DatePoint[] = [
      { is: 'first-day', day: '2024-01-01', name: '开始' },
      APPLIED,
      { is: 'last-day', day: '2024-12-31', name: '结束' },
    ];
    const applied = (day: string) => find([limits], { nominee: { 申报: day } });
    expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map(applied)).toEqual([
      ['question 申报'],
      [],
      [],
      ['violation 申报'],
    ]);
  });
});

describe('dates in a line', () => {
  const LINE = [[BUILT, DONE, APPLIED, CONFIRMED]];
  const good = { unit: { 成立: '2010-01-01' }, nominee: { 申报: '2024-11-01' }, confirmed: '2024-11-05' };
  const project = (day: string | null, counts: boolean | null = true) => ({ 竣工: day, 合格: counts });

  it('are told of as neighbours: one wrong date is one finding', () => {
    expect(find(LINE, { ...good, projects: [project('2024-12-01')] })).toEqual(['violation 竣工 → 申报']);
    expect(find(LINE, { ...good, nominee: { 申报: '2024-12-01' } })).toEqual(['violation 申报 → 确认日期']);
  });

  it('are held against the next one that is there', () => {
    expect(find(LINE, { ...good, nominee: {}, projects: [project('2024-12-01')] })).toEqual([
      'violation 竣工 → 确认日期 → 单位编号',
    ]);
  });

  it('of several projects each is held for itself, and none against another', () => {
    const projects = [project('2024-10-31'), project('2024-11-01'), project('2024-11-02')];
    expect(find(LINE, { ...good, projects })).toEqual(['violation 竣工 → 申报']);
  });

  it('of two columns of a project those of one row belong together', () => {
    const begun = (first: string, second: string) =>
      find([[column('projects', '开工'), DONE]], {
        ...good,
        projects: [
          { ...project('2024-03-01'), 开工: first },
          { ...project('2024-08-01'), 开工: second },
        ],
      });
    expect(begun('2024-02-01', '2024-07-01')).toEqual([]);
    expect(begun('2024-03-02', '2024-07-01')).toEqual(['violation 开工 → 竣工 → 单位编号']);
  });

  it.each([
    ['counts', true, 1],
    ['may count', null, 1],
    ['does not count', false, 0],
  ])('a project is held where it %s', (_, counts, findings) => {
    expect(find(LINE, { ...good, projects: [project('2024-12-01', counts)] })).toHaveLength(findings);
  });
});

describe('one wrong date among many', () => {
  const conditions = ['a', 'b', 'c'].map((id) => makeCondition(id, { kind: 'confirmation' }));
  const scheme = {
    ...makeScheme([makeAward('one', '一', [MEMBER, works, ...conditions])]),
    dateOrder: [{ points: [DONE, APPLIED, CONFIRMED, ISSUED], cite: null, reason: '' }],
  };
  const tell = (applied: string, confirmed: readonly string[], issued: string, done: readonly string[] = []) => {
    const confirmations = confirmed.map((on, index) => ({
      row: index + 2,
      application: 'A1',
      condition: `须符合${conditions[index]?.id ?? ''}`,
      holds: true,
      by: '人',
      on,
    }));
    const projects = done.map((day, index) => ({ ...makeProject(100, { 竣工: day, 合格: true }), row: index + 2 }));
    const nominees = [makeNominee('一等级', { 申报: applied, 发证: issued })];
    const { roster } = makeIndex(scheme, { memberUnits: [makeUnit()], nominees, confirmations, projects });
    const found = checkRoster(scheme, roster).remarks.filter(({ rule }) => rule === 'dates-contradict');
    return found.map(({ where, message }) =>
      [...where.map(({ heading, row }) => `${heading}${row ?? ''}`), message.match(/共 \d+ 处/)?.[0] ?? '']
        .join(' ')
        .trim(),
    );
  };
  const november = ['2024-11-05', '2024-11-05', '2024-11-06'];

  it('is one finding, with the wrong cell first', () => {
    expect(tell('2024-11-01', november, '2024-10-01')).toEqual(['发证2 确认日期2 确认日期3 确认日期4 共 3 处']);
    expect(tell('2024-12-01', november, '2025-01-01')).toEqual(['申报2 确认日期2 确认日期3 确认日期4 共 3 处']);
    expect(tell('2024-11-01', ['2024-11-05', '2024-10-05', '2024-11-06'], '2025-01-01')).toEqual(['申报2 确认日期3']);
  });

  it('is two where two kinds of dates speak against it, and one for each project that is wrong by itself', () => {
    const done = ['2024-11-20', '2024-11-21'];
    expect(tell('2024-11-10', november, '2025-01-01', done)).toEqual([
      '申报2 竣工2 竣工3 共 2 处',
      '申报2 确认日期2 确认日期3 确认日期4 共 3 处',
    ]);
  });
});

describe("a unit's dates", () => {
  it('are a question where the award looks at one of the two alone, and nothing where at none', () => {
    const unit = { 成立: '2020-01-01', 设点: '2019-01-01', 撤点: '2018-01-01' };
    const nominee = { 申报: '2024-11-01' };
    expect(find([[BUILT, BRANCH]], { unit, nominee })).toEqual(['question 成立 → 设点 → 单位编号']);
    expect(find([[BRANCH, column('memberUnits', '撤点')]], { unit, nominee })).toEqual([]);
  });

  it('are not told of twice: a condition that looks at both has said it', () => {
    expect(find([[BUILT, APPLIED]], { unit: { 成立: '2024-11-02' }, nominee: { 申报: '2024-11-01' } })).toEqual([]);
  });
});
