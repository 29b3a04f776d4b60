import { describe, expect, it } from 'vitest';
import { checkUnitCodes } from '../../../rules/checks/unit-codes.ts';
import { checkUnits } from '../../../rules/checks/units.ts';
import { holdsUp } from '../../../rules/finding.ts';
import type { MemberUnit, Nominee } from '../../../rules/master-roster.ts';
import { COLLECTIVE, listNominees, listUnits, showFindings } from '../../support/rows-by-hand.ts';
import { makeIndex } from '../../support/small-scheme.ts';
import { CITED_SCHEME } from '../../support/rows-by-hand.ts';

const rowsOf = (units: readonly Partial<MemberUnit>[], nominees: readonly Partial<Nominee>[] = [{}, {}]) => ({
  memberUnits: listUnits(...units),
  nominees: listNominees(COLLECTIVE, ...nominees),
});
const NAME = '星河安防有限公司';

describe('two rows of 会员单位', () => {
  it.each<[what: string, Partial<MemberUnit>, Partial<MemberUnit>, found: string[]]>([
    ['no codes', {}, {}, []],
    ['two codes', { creditCode: 'A' }, { creditCode: 'B' }, []],
    [
      'one code',
      { creditCode: 'A' },
      { creditCode: 'A' },
      ['duplicate-unit-code 3:统一社会信用代码 2:统一社会信用代码 (3 2)'],
    ],
    [
      'one code and one number, said once',
      { creditCode: 'A', number: 'U2' },
      { creditCode: 'A', number: 'U2' },
      ['duplicate-unit-code 3:统一社会信用代码 2:统一社会信用代码 (2)'],
    ],
    [
      'one code and one name, said once',
      { creditCode: 'A', name: NAME },
      { creditCode: 'A', name: NAME },
      ['duplicate-unit-code 3:统一社会信用代码 2:统一社会信用代码 (3 2)'],
    ],
    [
      'one number, two codes',
      { creditCode: 'A' },
      { creditCode: 'B', number: 'U2' },
      ['duplicate-unit-number 3:编号 2:编号 (2)'],
    ],
    ['one name, a code', { name: NAME, creditCode: 'A' }, { name: NAME }, ['same-unit-two-names 3:全称 2:全称 (3 2)']],
    [
      'one name, two codes',
      { name: NAME, creditCode: 'A' },
      { name: NAME, creditCode: 'B' },
      ['same-unit-two-names? 3:全称 2:全称 (3 2)'],
    ],
    ['like names, no codes', { name: NAME }, { name: '星河安防公司' }, ['same-unit-two-names? 3:全称 2:全称 (3 2)']],
    [
      'like names, two codes: two units',
      { name: NAME, creditCode: 'A' },
      { name: '星河安防公司', creditCode: 'B' },
      [],
    ],
  ])('%s', (_, one, other, found) => {
    const rows = rowsOf([one, other]);
    expect([...showFindings(checkUnits, rows), ...showFindings(checkUnitCodes, rows)]).toEqual(found);
  });

  it('names both codes where name or number are one', () => {
    const messages = (units: readonly Partial<MemberUnit>[]) =>
      [...checkUnits(makeIndex(CITED_SCHEME, rowsOf(units)))].map(({ message }) => message);
    expect(
      messages([
        { name: NAME, creditCode: 'CODE1' },
        { name: NAME, creditCode: 'CODE2' },
      ]),
    ).toEqual([`“${NAME}”与第 2 行“${NAME}”是同一单位名称，而统一社会信用代码不同（“CODE2”、“CODE1”）`]);
    expect(messages([{ creditCode: 'CODE1' }, { number: 'U2', creditCode: 'CODE2' }])).toEqual([
      '编号“U2”与第 2 行“虚构公司2”的编号相同，而统一社会信用代码不同（“CODE2”、“CODE1”）',
    ]);
  });
});

describe('a nomination', () => {
  const find = (units: readonly Partial<MemberUnit>[], nominee: Partial<Nominee>) => [
    ...checkUnitCodes(makeIndex(CITED_SCHEME, rowsOf(units, [nominee]))),
  ];

  it.each<[what: string, units: readonly Partial<MemberUnit>[], Partial<Nominee>]>([
    ['without a code', [{ creditCode: 'A' }], {}],
    ['with its unit’s code', [{ creditCode: 'A' }], { creditCode: 'A' }],
    ['with a code, of a unit without one', [{}], { creditCode: 'A' }],
    ['of no member, with a code', [{ creditCode: 'A' }], { unitNumber: 'U9', creditCode: 'B' }],
  ])('%s is in order', (_, units, nominee) => {
    expect(find(units, nominee)).toEqual([]);
  });

  it('with the code of nobody waits for an answer that names both codes', () => {
    const [finding, ...more] = find([{ creditCode: 'CODE1' }], { creditCode: 'CODE2' });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'unit-code-differs',
      severity: 'question',
      message:
        '单位编号是编号“U2”的“虚构公司2”的，会员单位表中它的代码是“CODE1”；而这里填的“CODE2”不是会员单位表中任何一家的',
      candidates: ['CODE1'],
    });
    expect(finding && holdsUp(finding)).toBe(true);
  });

  it('with the code of another member names that one', () => {
    const [finding] = find([{}, { creditCode: 'CODE2' }], { creditCode: 'CODE2' });
    expect(finding?.message).toBe(
      '单位编号是编号“U2”的“虚构公司2”的，会员单位表中它没有填写代码；而这里填的“CODE2”是编号“U3”的“虚构公司3”的',
    );
    expect(finding?.candidates).toBeUndefined();
  });
});
