/** What nobody sees is read, asked about, and holds nobody up; a decision about that row answers it. */
import { expect, it } from 'vitest';
import { checkRoster } from '../../../rules/check-roster.ts';
import type { Decision } from '../../../rules/decision.ts';
import { isOpen } from '../../../rules/finding.ts';
import type { CellRef } from '../../../rules/roster-cell.ts';
import type { UnseenPart } from '../../../rules/roster-oddities.ts';
import { makeAward, makeIndex, makeNominee, makeScheme, makeUnit } from '../../support/small-scheme.ts';

const SCHEME = makeScheme([makeAward('gold', '金', [])]);

function part(kind: UnseenPart['kind'], sheet: CellRef['sheet'], row: number | null, rows = row === null ? [] : [row]) {
  return { kind, cell: { sheet, row, heading: '编号' }, rows };
}

function check(unseen: readonly UnseenPart[], decisions: readonly (readonly [matter: string, subject: string])[] = []) {
  const { roster } = makeIndex(SCHEME, {
    memberUnits: [makeUnit(), { ...makeUnit(), row: 3, number: '2', name: '虚构乙公司' }],
    nominees: [
      makeNominee('金等级'),
      { ...makeNominee('金等级'), row: 3, application: 'A2', unitNumber: '2', name: '虚构乙公司' },
    ],
    unseen,
    decisions: decisions.map(([matter, subject], at): Decision => {
      const signed = { by: '秘书处', on: '2030-01-01', tally: '', reason: '核对过' };
      return { row: at + 2, matter, subject, word: 'agreed', ...signed };
    }),
  });
  const { remarks, nominees } = checkRoster(SCHEME, roster);
  const own = remarks.filter(({ rule }) => /-(hidden|struck)$/.test(rule));
  return {
    cleared: nominees.map(({ cleared }) => cleared),
    asked: own.map(({ rule, severity, nominations, message }) => [
      rule,
      severity,
      nominations.map(({ application }) => application).join(),
      message,
    ]),
    open: own.filter(isOpen).map(({ rule }) => rule),
  };
}

it.each([
  [part('row-hidden', 'nominees', 3), 'row-hidden', 'A2', '第 3 行被隐藏，是否仍然有效？'],
  [part('row-struck', 'memberUnits', 3), 'row-struck', 'A2', '第 3 行有划掉的内容，是否仍然有效？'],
  [
    part('rows-filtered', 'memberUnits', null, [2, 3]),
    'row-hidden',
    'A1,A2',
    '“会员单位”正在筛选，有 2 行没有显示，是否仍然有效？',
  ],
  [part('column-hidden', 'nominees', null), 'column-hidden', '', '“推荐名单”的“编号”一列被隐藏，是否仍然有效？'],
  [part('sheet-hidden', 'sequence', null), 'sheet-hidden', '', '工作表“行业序列”被隐藏，是否仍然有效？'],
  [
    part('sheet-very-hidden', 'sequence', null),
    'sheet-hidden',
    '',
    '工作表“行业序列”被深度隐藏，“取消隐藏”里找不到它，是否仍然有效？',
  ],
])('%o is one question', (unseen, rule, nominations, message) => {
  const { asked, cleared } = check([unseen]);
  expect(asked).toEqual([[rule, 'question', nominations, message]]);
  expect(cleared).toEqual([true, true]);
});

it('is answered by a decision that names the row’s unit or nomination, and by no other', () => {
  const hidden = part('row-hidden', 'memberUnits', 3);
  const struck = part('row-struck', 'nominees', 3);
  expect(check([hidden, struck]).open).toEqual(['row-hidden', 'row-struck']);
  expect(check([hidden, struck], [['隐藏的行', '2']]).open).toEqual(['row-struck']);
  expect(check([hidden, struck], [['隐藏的行', 'A2']]).open).toEqual(['row-hidden', 'row-struck']);
  expect(check([hidden, struck], [['划掉的行', 'A2']]).open).toEqual(['row-hidden']);
  expect(check([hidden, struck], [['划掉的行', 'A1']]).open).toEqual(['row-hidden', 'row-struck']);
  const filter = part('rows-filtered', 'memberUnits', null, [2, 3]);
  expect(check([filter], [['隐藏的行', '2']]).open).toEqual(['row-hidden']);
});

it('is answered for all rows of a kind in a sheet by a decision that names the sheet', () => {
  const rows = [part('row-hidden', 'memberUnits', 2), part('row-hidden', 'memberUnits', 3)];
  const others = [part('row-hidden', 'nominees', 3), part('row-struck', 'memberUnits', 3)];
  const filter = part('rows-filtered', 'memberUnits', null, [2, 3]);
  const sheet = part('sheet-hidden', 'sequence', null);
  expect(check([...rows, filter], [['隐藏的行', '会员单位']]).open).toEqual([]);
  expect(check([...rows, ...others], [['隐藏的行', '会员 单位']]).open).toEqual(['row-struck', 'row-hidden']);
  expect(check(rows, [['隐藏的行', '推荐名单']]).open).toEqual(['row-hidden', 'row-hidden']);
  expect(check([sheet], [['隐藏的工作表', '行业序列']]).open).toEqual([]);
});

it('is asked though its first cell is at fault as well', () => {
  const problem = {
    cell: { sheet: 'memberUnits' as const, row: 3, heading: '编号' },
    code: 'not-text',
    message: '应为文字',
  };
  const { roster } = makeIndex(SCHEME, { problems: [problem], unseen: [part('row-hidden', 'memberUnits', 3)] });
  expect(checkRoster(SCHEME, roster).remarks.map(({ rule }) => rule)).toEqual(['unreadable-cell', 'row-hidden']);
});
