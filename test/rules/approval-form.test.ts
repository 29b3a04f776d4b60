import { describe, expect, it } from 'vitest';
import { fillField } from '../../rules/approval-form.ts';
import type { ColumnType, FactValue } from '../../rules/roster-column.ts';
import type { ApprovalForm, Scheme } from '../../rules/scheme.ts';
import { CITE, makeAward, makeNominee, makeScheme, makeUnit } from '../support/small-scheme.ts';

const AWARD = makeAward('one', '一级', []);
const FORM: ApprovalForm = {
  award: 'one',
  title: '虚构表',
  workbook: 'form.xlsx',
  sheet: '表',
  fields: { 何时: '列' },
  computed: {},
  cite: CITE,
};

/** A scheme whose roster has one column of its own, of the nominee or of the unit. */
function schemeWith(of: 'nominees' | 'memberUnits', type: ColumnType): Scheme {
  const scheme = makeScheme([AWARD]);
  return { ...scheme, roster: { ...scheme.roster, [of]: [{ heading: '列', type }] } };
}

function print(type: ColumnType, value: FactValue, of: 'nominees' | 'memberUnits' = 'nominees'): string | null {
  const cells = { 列: value };
  const isOwn = of === 'nominees';
  const [nominee, unit] = [makeNominee('一级等级', isOwn ? cells : {}), makeUnit(isOwn ? {} : cells)];
  return fillField(FORM, '何时', nominee, unit, { scheme: schemeWith(of, type), award: AWARD, code: '' });
}

describe('the column decides how a cell is printed, not its look', () => {
  it.each([
    ['date', '2024-01-01', '2024年1月1日'],
    ['month', '1975-03', '1975年3月'],
    ['text', '2024-01-01', '2024-01-01'],
    ['text', '1975-03', '1975-03'],
    ['code', '2024-01', '2024-01'],
    ['phone', '1975-03', '1975-03'],
    ['choice', '2024-01-01', '2024-01-01'],
    ['id-number', '2024-01-01', '2024-01-01'],
    ['number', 12.5, '12.5'],
    ['yes-no', true, '是'],
    ['yes-no', false, '否'],
    ['date', null, ''],
    ['text', null, ''],
  ] as const)('%s %j is %j', (type, value, printed) => {
    expect(print(type, value)).toBe(printed);
    expect(print(type, value, 'memberUnits')).toBe(printed);
  });

  it('of a common column too: a post is a text', () => {
    const scheme = makeScheme([AWARD]);
    const nominee = makeNominee('一级等级', { 职务: '1975-03', 出生年月: '1975-03' });
    const fill = (placeholder: string) =>
      fillField(FORM, placeholder, nominee, makeUnit(), { scheme, award: AWARD, code: '' });
    expect([fill('职务'), fill('出生年月')]).toEqual(['1975-03', '1975年3月']);
  });
});

it('a field that no column has is told, and one of a unit that is not in the roster is empty', () => {
  const scheme = schemeWith('memberUnits', 'text');
  const fill = (placeholder: string) =>
    fillField(FORM, placeholder, makeNominee('一级等级'), null, { scheme, award: AWARD, code: '' });
  expect([fill('没有的列'), fill('列')]).toEqual([null, '']);
});
