import { describe, expect, it } from 'vitest';
import { fillField } from '../../rules/approval-form.ts';
import type { ColumnType, FactValue } from '../../rules/roster-column.ts';
import type { ApprovalForm, Scheme } from '../../rules/scheme.ts';
import { CITE, makeAward, makeNominee, makeScheme, makeUnit, SMALL_SCHEME } from '../support/small-scheme.ts';

const AWARD = makeAward('one', '一级', []);
const FORM: ApprovalForm = {
  award: 'one',
  title: '虚构表',
  stage: 'approval',
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
  return fillField({
    form: FORM,
    placeholder: '何时',
    nominee,
    unit,
    context: { scheme: schemeWith(of, type), award: AWARD, code: '' },
  });
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
      fillField({ form: FORM, placeholder, nominee, unit: makeUnit(), context: { scheme, award: AWARD, code: '' } });
    expect([fill('职务'), fill('出生年月')]).toEqual(['1975-03', '1975年3月']);
  });
});

it('a field that no column has is told, and one of a unit that is not in the roster is empty', () => {
  const scheme = schemeWith('memberUnits', 'text');
  const fill = (placeholder: string) =>
    fillField({
      form: FORM,
      placeholder,
      nominee: makeNominee('一级等级'),
      unit: null,
      context: { scheme, award: AWARD, code: '' },
    });
  expect([fill('没有的列'), fill('列')]).toEqual([null, '']);
});

describe('a field that both rows could fill', () => {
  const column = { heading: '列', type: 'text' } as const;
  const scheme = schemeWith('nominees', 'text');
  const both = { ...scheme, roster: { ...scheme.roster, memberUnits: [column] } };
  const fill = (own: FactValue, unit: FactValue) =>
    fillField({
      form: FORM,
      placeholder: '何时',
      nominee: makeNominee('一级等级', { 列: own }),
      unit: makeUnit({ 列: unit }),
      context: {
        scheme: both,
        award: AWARD,
        code: '',
      },
    });

  it('is the nominee’s, which may be blank', () => {
    expect(fill('甲路', '乙路')).toBe('甲路');
    expect(fill(null, '乙路')).toBe('');
  });
});

it('a field that the form computes is no column', () => {
  const [award = AWARD] = SMALL_SCHEME.awards;
  const computed = {
    等级: 'award-short',
    奖: 'award',
    届: 'edition',
    至: 'valid-until',
    码: 'verification-code',
  } as const;
  const fill = (placeholder: string, issued: FactValue) =>
    fillField({
      form: { ...FORM, computed },
      placeholder,
      nominee: makeNominee('金等级', { 发证日期: issued }),
      unit: null,
      context: {
        scheme: SMALL_SCHEME,
        award,
        code: 'ABCD',
      },
    });
  expect(['等级', '奖', '届', '码'].map((name) => fill(name, null))).toEqual(['金', '金等级', '2030', 'ABCD']);
  expect([fill('至', '2030-11-05'), fill('至', null)]).toEqual(['2031年5月31日', '']);
});
