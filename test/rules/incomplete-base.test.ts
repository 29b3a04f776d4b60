/** What an output rests on and does not have: told of each output that rests on it, and of no other, until somebody mends or decides it. */
import { describe, expect, it } from 'vitest';
import { checkRoster, type RosterCheck } from '../../rules/check-roster.ts';
import type { Decision } from '../../rules/decision.ts';
import {
  describeGaps,
  describeGapsInPublic,
  describeOwnGaps,
  listGaps,
  makeOwnGapLister,
  type Basis,
  type Gap,
} from '../../rules/incomplete-base.ts';
import type { MasterRoster } from '../../rules/master-roster.ts';
import type { UnseenPart } from '../../rules/roster-oddities.ts';
import type { District, Scheme } from '../../rules/scheme.ts';
import { CITE, makeAward, makeIndex, makeNominee, makeScheme, makeUnit } from '../support/small-scheme.ts';

const DISTRICT: District = { name: '甲区', scope: 'district', countsMembers: true, cite: CITE };
const SCHEME: Scheme = { ...makeScheme([makeAward('gold', '金', [])]), districts: [DISTRICT] };
const UNIT = { ...makeUnit(), district: '甲区' };
const NOMINEE = { ...makeNominee('金等级'), application: 'A1' };

function check(rows: Partial<MasterRoster> = {}, scheme = SCHEME): RosterCheck {
  const { roster } = makeIndex(scheme, { memberUnits: [UNIT], nominees: [NOMINEE], ...rows });
  return checkRoster(scheme, roster);
}

const tell = (gaps: readonly Gap[]) =>
  gaps.map(
    ({ what, count, where }) => `${what} ${count} ${where.map(({ sheet, row }) => `${sheet} ${row ?? ''}`).join()}`,
  );

function unseen(kind: UnseenPart['kind'], sheet: UnseenPart['cell']['sheet'], row: number | null): UnseenPart {
  return { kind, cell: { sheet, row, heading: '编号' }, rows: row === null ? [] : [row] };
}

const problem = (sheet: 'memberUnits' | 'nominees', heading: string) => ({
  cell: { sheet, row: 2, heading },
  code: 'not-text',
  message: '应为文字',
});

const BASES: readonly Basis[] = ['quota', 'tally', 'materials', 'roster', 'notice', 'prize', 'certificate', 'report'];
const LISTS = ['roster', 'notice', 'prize', 'certificate'];

it('a complete base has no gap', () => {
  for (const basis of BASES) expect(listGaps(check(), basis)).toEqual([]);
  expect(makeOwnGapLister(check())(NOMINEE)).toEqual([]);
});

describe('each gap is told of the outputs that rest on it', () => {
  it.each<[string, Partial<MasterRoster>, string, readonly string[]]>([
    [
      'an unknown district',
      { memberUnits: [{ ...UNIT, district: '乙区' }] },
      '所属不在名额分配表中 1 memberUnits 2',
      BASES,
    ],
    [
      'a unit without number',
      { memberUnits: [UNIT, { ...UNIT, row: 3, number: '', name: '无号' }] },
      '没有单位编号 1 memberUnits 3',
      BASES,
    ],
    [
      'a number twice',
      { memberUnits: [UNIT, { ...UNIT, row: 3, name: '同号' }] },
      '单位编号重复 1 memberUnits 3',
      BASES,
    ],
    ['a hidden unit', { unseen: [unseen('row-hidden', 'memberUnits', 2)] }, '隐藏的行 1 memberUnits 2', BASES],
    ['an unreadable district', { problems: [problem('memberUnits', '所属')] }, '单元格无法读取 1 memberUnits 2', BASES],
    [
      'an unreadable fee',
      { problems: [problem('memberUnits', '会费')] },
      '单元格无法读取 1 memberUnits 2',
      ['materials', ...LISTS, 'report'],
    ],
    [
      'a struck nomination',
      { unseen: [unseen('row-struck', 'nominees', 2)] },
      '划掉的行 1 nominees 2',
      ['materials', ...LISTS, 'report'],
    ],
    [
      'a hidden sheet of places',
      { unseen: [unseen('sheet-hidden', 'overrides', null)] },
      '隐藏的工作表 1 overrides ',
      ['quota', ...LISTS, 'report'],
    ],
    [
      'an unknown award',
      { nominees: [NOMINEE, { ...NOMINEE, row: 3, application: 'A2', award: '铜等级' }] },
      '奖项不在本次评选之列 1 nominees 3',
      ['materials', ...LISTS, 'report'],
    ],
    [
      'an unknown unit',
      { nominees: [NOMINEE, { ...NOMINEE, row: 3, application: 'A2', unitNumber: '9' }] },
      '推荐的单位不在会员单位表中 1 nominees 3',
      ['materials', ...LISTS, 'report'],
    ],
  ])('%s', (_, rows, gap, bases) => {
    const telling = BASES.filter((basis) => tell(listGaps(check(rows), basis)).includes(gap));
    expect(telling).toEqual(BASES.filter((basis) => bases.includes(basis)));
  });
});

describe('whom nobody has decided about', () => {
  const step = { id: 'review', name: '评审', body: '评审会', gates: ['notice'] as const, asks: null, cite: CITE };
  const reviewed: Scheme = { ...SCHEME, review: { steps: [step], places: [] } };
  const conclude = (word: Decision['word']): Decision => ({
    row: 2,
    matter: '评审',
    subject: 'A1',
    word,
    by: '评审会',
    on: '2030-01-01',
    tally: '',
    reason: '',
  });

  it('stands as a gap on the list that waits for the body, until it has said something', () => {
    expect(listGaps(check({}, reviewed), 'notice').map(({ listed }) => listed)).toEqual(['待结论']);
    expect(tell(listGaps(check({}, reviewed), 'notice'))).toEqual(['待结论的推荐 1 nominees 2']);
    expect(listGaps(check({}, reviewed), 'report')).toEqual([]);
    for (const word of ['shortlisted', 'rejected', 'deferred'] as const) {
      expect(listGaps(check({ decisions: [conclude(word)] }, reviewed), 'notice')).toEqual([]);
    }
  });

  it('is looked for in the reasons, not among those to be concluded, where its row is there and wrong', () => {
    const wrong = check({ decisions: [conclude('agreed')] }, reviewed);
    expect(tell(listGaps(wrong, 'notice'))).toEqual([
      '须更正或待确认的推荐 1 nominees 2',
      '决定的用词不合事项 1 decisions 2',
    ]);
    expect(listGaps(wrong, 'notice')[0]?.listed).toBe('逐人结论');
    expect(makeOwnGapLister(wrong)(NOMINEE).map(({ what }) => what)).toEqual(['决定的用词不合事项']);
    expect(makeOwnGapLister(wrong, true)(NOMINEE)).toEqual([]);
  });

  it('is one of two steps that the list waits for', () => {
    const steps = [step, { ...step, id: 'last', name: '终审', gates: ['prize'] as const }];
    const two: Scheme = { ...SCHEME, review: { steps, places: [] } };
    const wrong = check({ decisions: [conclude('agreed')] }, two);
    // The last step is to be concluded; the notice does not wait for it.
    expect(listGaps(wrong, 'notice')[0]?.what).toBe('须更正或待确认的推荐');
    expect(listGaps(wrong, 'prize')[0]?.what).toBe('待结论的推荐');
  });

  it('stands as a gap while its own rows are in disorder, but not when a condition refuses it', () => {
    const twice = { nominees: [NOMINEE, { ...NOMINEE, row: 3, application: 'A2' }] };
    expect(listGaps(check(twice), 'roster').map(({ listed }) => listed)).toEqual(['逐人结论']);
    expect(tell(listGaps(check(twice), 'roster'))).toEqual(['须更正或待确认的推荐 2 nominees 2,nominees 3']);
    const refusing = makeAward('gold', '金', [
      {
        id: 'fee',
        kind: 'fact',
        of: 'member-unit',
        heading: '会费',
        test: { is: 'yes' },
        demand: '',
        mend: '',
        cite: CITE,
      },
    ]);
    const refused = checkRoster(
      { ...SCHEME, awards: [refusing] },
      makeIndex(SCHEME, { memberUnits: [{ ...UNIT, facts: new Map([['会费', false]]) }], nominees: [NOMINEE] }).roster,
    );
    expect(refused.nominees.map(({ cleared }) => cleared)).toEqual([false]);
    expect(listGaps(refused, 'roster')).toEqual([]);
  });
});

it('what somebody has decided is no gap any more', () => {
  const hidden = { unseen: [unseen('row-hidden', 'nominees', 2)] };
  const decision = {
    row: 2,
    matter: '隐藏的行',
    subject: 'A1',
    word: 'agreed',
    by: '秘书处',
    on: '2030-01-01',
  } as const;
  expect(listGaps(check(hidden), 'notice')).toHaveLength(1);
  expect(listGaps(check({ ...hidden, decisions: [{ ...decision, tally: '', reason: '核对过' }] }), 'notice')).toEqual(
    [],
  );
});

it('a nomination’s own papers rest on its own rows', () => {
  const other = { ...NOMINEE, row: 3, application: 'A2', unitNumber: '2' };
  const rows = {
    memberUnits: [UNIT, { ...UNIT, row: 3, number: '2', name: '虚构乙公司' }],
    nominees: [NOMINEE, other],
    unseen: [unseen('row-hidden', 'memberUnits', 3), unseen('row-struck', 'nominees', 3)],
  };
  const ownGaps = makeOwnGapLister(check(rows));
  expect(ownGaps(NOMINEE)).toEqual([]);
  expect(tell(ownGaps(other))).toEqual(['隐藏的行 1 memberUnits 3', '划掉的行 1 nominees 3']);
  expect(describeOwnGaps(ownGaps(other))).toBe('“隐藏的行”等 2 处（会员单位第 3 行，推荐名单第 3 行）');
});

describe('the line', () => {
  const gap = (what: string, rows: readonly number[]): Gap => ({
    what,
    count: rows.length,
    unit: '处',
    where: rows.map((row) => ({ sheet: 'memberUnits', row, heading: '编号' })),
    listed: '问题清单',
  });

  it('is none where nothing is missing', () => {
    expect([describeGaps([]), describeGapsInPublic([]), describeOwnGaps([])]).toEqual(['', '', '']);
  });

  it('tells count and place of each kind, the first places of many', () => {
    expect(describeGaps([gap('甲', [2, 5, 9]), gap('乙', [1, 2, 3, 4])])).toBe(
      '未定稿：总名册还有以下各项没有处理，本表可能不全。甲 3 处（会员单位第 2、5、9 行）；乙 4 处（会员单位第 1、2、3 行等）。逐处见资格审查报告的“问题清单”，处理后请重新生成。',
    );
  });

  it('names the sheet of the report in which each kind stands', () => {
    const findings = gap('甲', [2]);
    const waiting: Gap = { ...gap('乙', [3]), listed: '待结论' };
    const held: Gap = { ...gap('丙', [4]), listed: '逐人结论' };
    const ends = (...gaps: readonly Gap[]) => {
      const [told, inPublic] = [describeGaps(gaps), describeGapsInPublic(gaps)].map((line) => line.split('。').at(-2));
      expect(told).toBe(inPublic);
      return told;
    };
    expect(ends(findings)).toBe('逐处见资格审查报告的“问题清单”，处理后请重新生成');
    expect(ends(waiting)).toBe('逐处见资格审查报告的“待结论”，处理后请重新生成');
    expect(ends(held, waiting)).toBe('逐处见资格审查报告，乙见“待结论”，其余见“逐人结论”，处理后请重新生成');
    expect(ends(waiting, held, findings)).toBe(
      '逐处见资格审查报告，乙见“待结论”，丙见“逐人结论”，其余见“问题清单”，处理后请重新生成',
    );
  });

  it('counts the kinds beyond five together', () => {
    const many = Array.from('甲乙丙丁戊己庚', (what) => gap(what, [2, 3]));
    expect(describeGaps(many)).toContain('戊 2 处（会员单位第 2、3 行）；其他 4 处。');
    expect(describeGaps(many.slice(0, 5))).not.toContain('其他');
  });

  it('tells the public counts and nothing of the roster, and that the list must not hang out', () => {
    const line = describeGapsInPublic([gap('甲', [2, 5]), gap('乙', [3])]);
    expect(line).toMatch(/^未定稿，不得张贴：.*甲 2 处，乙 1 处/);
    expect(line).not.toMatch(/第 \d|会员单位/);
  });
});
