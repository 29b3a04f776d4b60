import { expect, it } from 'vitest';
import { checkGrounds } from '../../../rules/checks/grounds.ts';
import type { FactValue } from '../../../rules/roster-column.ts';
import { showFindings } from '../../support/rows-by-hand.ts';
import { makeNominee, makeUnit, SMALL_SCHEME } from '../../support/small-scheme.ts';

type Cells = Readonly<Record<string, FactValue>>;

/** Of a unit that reaches gold, unless `unit` says otherwise. */
function find(applied: string, nominee: Cells, unit: Cells) {
  const facts = { 事项: '新申请', 按时: true, 自报: 90, 平台: 0, ...nominee };
  const rows = { nominees: [makeNominee(applied, facts)], memberUnits: [makeUnit({ 人员: 9, ...unit })] };
  return showFindings(checkGrounds, rows, SMALL_SCHEME);
}

it.each([
  ['no ground', {}, {}, []],
  ['a ground that was looked into and is none', {}, { 投诉: false }, []],
  ['a word that is no ground', { 处分: '通报' }, {}, []],
  ['a complaint', {}, { 投诉: true }, ['grade-ground 2:投诉 2:奖项 (2)']],
  ['a warning', { 处分: '警告' }, {}, ['grade-ground 2:处分 2:奖项 (2)']],
  ['both', { 处分: '警告' }, { 投诉: true }, ['grade-ground 2:投诉 2:奖项 (2)', 'grade-ground 2:处分 2:奖项 (2)']],
  ['what revokes', {}, { 违法: true }, ['grade-ground 2:违法 2:奖项 (2)']],
] as const)('%s, against gold', (_, nominee, unit, findings) => {
  expect(find('金等级', nominee, unit)).toEqual(findings);
});

it('who applies for the grade that is left after the ground has nothing to mend', () => {
  expect(find('银等级', { 原等级: '金' }, { 投诉: true })).toEqual([]);
  expect(find('铜等级', { 原等级: '金' }, { 投诉: true })).toEqual([]);
  expect(find('银等级', { 原等级: '金' }, { 违法: true })).toEqual(['grade-ground 2:违法 2:奖项 (2)']);
});
