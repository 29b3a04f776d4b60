import { describe, expect, it } from 'vitest';
import { checkDecisionDays } from '../../rules/checks/decision-days.ts';
import type { DecisionWord } from '../../rules/decision.ts';
import type { Finding } from '../../rules/finding.ts';
import type { DatePoint } from '../../rules/scheme-parts.ts';
import { seasonOf } from '../../rules/season.ts';
import { CITE, makeAward, makeIndex, makeNominee, makeScheme } from '../support/small-scheme.ts';

const named = (is: 'first-day' | 'last-day', day: string): DatePoint => ({ is, day, name: '某日' });
const order = (...points: readonly DatePoint[]) => [{ points, cite: null, reason: '虚构' }];

describe('the time of an award', () => {
  it.each([
    ['no day', {}, null],
    ['a deadline', { deadline: { value: '2024-12-30', cite: CITE } }, [null, '2025-12-30']],
    ['a last day', { dateOrder: order(named('last-day', '2022-12-31')) }, [null, '2023-12-31']],
    ['a beginning', { dateOrder: order(named('first-day', '2024-12-17')) }, ['2024-12-17', '2025-12-17']],
    [
      'both',
      { dateOrder: order(named('first-day', '2024-12-17')), deadline: { value: '2024-12-30', cite: CITE } },
      ['2024-12-17', '2025-12-30'],
    ],
    [
      'stages',
      {
        stages: [
          { name: '申报', from: '2021-12-31', to: '2022-01-15', cite: CITE },
          { name: '颁奖', cite: CITE },
        ],
      },
      ['2021-12-31', '2023-01-15'],
    ],
  ])('of which the document names %s', (_, parts, days) => {
    const season = seasonOf({ ...makeScheme([]), ...parts });
    expect(season && [season.first, season.last]).toEqual(days);
  });
});

describe('the day of a decision', () => {
  const steps = ['初审', '报审'].map((name) => ({
    id: name,
    name,
    body: '评审会',
    gates: ['notice' as const],
    asks: null,
    cite: CITE,
  }));
  const scheme = {
    ...makeScheme([makeAward('one', '一', [])]),
    review: { steps, places: [] },
    dateOrder: order(named('first-day', '2024-12-17')),
    deadline: { value: '2024-12-30', cite: CITE },
  };
  type Row = { readonly matter?: string; readonly word?: DecisionWord | null; readonly subject?: string };
  const find = (
    on: string,
    { matter = '初审', word = 'shortlisted', subject = 'A1' }: Row = {},
    told: readonly Finding[] = [],
  ) => {
    const decision = {
      row: 2,
      matter,
      subject,
      word,
      by: '评审会',
      on,
      tally: '',
      reason: '',
    };
    const index = makeIndex(scheme, { nominees: [makeNominee('一等级')], decisions: [decision] });
    return [...checkDecisionDays(index, told)].map(({ rule, severity, nominations }) =>
      [rule, severity, ...nominations.map(({ application }) => application)].join(' '),
    );
  };
  const ASKED = ['decision-day-odd question A1'];
  const CONSENTS = (['agreed', 'refused'] as const).map((word) => ({ matter: '名称里有电话', word }));

  it.each([
    ['1904-12-20', ASKED],
    ['2024-12-16', ASKED],
    ['2024-12-17', []],
    ['2025-12-30', []],
    ['2025-12-31', ASKED],
    ['2099-12-20', ASKED],
    ['', []],
  ])('%s of every step and of every consent is asked about where it lies outside', (on, found) => {
    const rows = [{}, { matter: '报审' }, ...CONSENTS];
    expect(rows.map((row) => find(on, row))).toEqual(rows.map(() => found));
  });

  it('of a consent about a unit is asked about those whom the unit has nominated, about a sheet by itself', () => {
    const consent = { matter: '与统一社会信用代码不符', word: 'agreed' } as const;
    expect(find('2099-12-20', { ...consent, subject: makeNominee('一等级').unitNumber })).toEqual(ASKED);
    expect(find('2099-12-20', { ...consent, subject: '推荐名单' })).toEqual(['decision-day-odd question']);
  });

  it('is no matter where another row contradicts it already, nor of what says nothing yet or fits no matter', () => {
    const told: Finding = {
      rule: 'dates-contradict',
      severity: 'question',
      cite: null,
      where: [{ sheet: 'decisions', row: 2, heading: '决定日期' }],
      nominations: [],
      message: '',
      found: '',
      mend: '',
    };
    expect(find('2099-12-20', {}, [told])).toEqual([]);
    expect(find('2099-12-20', { matter: '别的事', word: null })).toEqual([]);
    expect(find('2099-12-20', { matter: '别的事' })).toEqual([]);
  });
});
