import { describe, expect, it } from 'vitest';
import { fillField } from '../../rules/approval-form.ts';
<<<<<<< HEAD
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
=======
import type { FactValue } from '../../rules/roster-column.ts';
import type { ApprovalForm } from '../../rules/scheme.ts';
import { CITE, makeNominee, makeUnit, SMALL_SCHEME } from '../support/small-scheme.ts';

const FORM: ApprovalForm = {
  award: 'gold',
  title: '证书',
  workbook: 'c.xlsx',
  sheet: '证书',
  fields: { 负责人: '法定代表人' },
  computed: {
    等级: 'award-short',
    奖项全称: 'award',
    届: 'edition',
    有效期: 'valid-until',
    验证码: 'verification-code',
  },
  cite: CITE,
};
const [award] = SMALL_SCHEME.awards;

function fill(
  placeholder: string,
  nominee: Record<string, FactValue> = {},
  unit: Record<string, FactValue> | null = {},
) {
  if (!award) throw new Error('no award');
  const context = { scheme: SMALL_SCHEME, award, code: 'ABCD' };
  return fillField(FORM, placeholder, makeNominee('金等级', nominee), unit && makeUnit(unit), context);
}

describe('a field', () => {
  it('is the nominee’s own cell before the unit’s', () => {
    expect(fill('地址', { 地址: '甲路' }, { 地址: '乙路' })).toBe('甲路');
    expect(fill('地址', { 地址: null }, { 地址: '乙路' })).toBe('');
    expect(fill('地址', {}, { 地址: '乙路' })).toBe('乙路');
    expect(fill('地址', { 地址: '甲路' }, null)).toBe('甲路');
  });

  it('may bear another name than its column', () => {
    expect(fill('负责人', {}, { 法定代表人: '样例安' })).toBe('样例安');
  });

  it('is none of a column that no roster has, and empty of one that the missing unit would have', () => {
    expect(fill('没有的列')).toBeNull();
    expect(fill('全称', {}, null)).toBe('');
  });

  it.each([
    ['1975-03', '1975年3月'],
    ['2030-11-05', '2030年11月5日'],
    ['2030-13-05', '2030-13-05'],
    [true, '是'],
    [false, '否'],
    [null, ''],
    [0, '0'],
    ['12', '12'],
  ])('of %s is %j', (value, text) => {
    expect(fill('值', { 值: value })).toBe(text);
  });

  it('is computed where the form says so', () => {
    expect([fill('等级'), fill('奖项全称'), fill('届'), fill('验证码')]).toEqual(['金', '金等级', '2030', 'ABCD']);
    expect(fill('有效期', { 发证日期: '2030-11-05' })).toBe('2031年5月31日');
    expect(fill('有效期', { 发证日期: null })).toBe('');
  });
});
>>>>>>> 46f31bd (npm run mutants breaks a copy of the rules in one line after the other; unit tests of quotas, prizes, rosters, verdicts, conditions and checks that notice)
