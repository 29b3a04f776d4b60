import { describe, expect, it } from 'vitest';
import { checkUnits } from '../../../rules/checks/units.ts';
import type { MemberUnit } from '../../../rules/master-roster.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits, showFindings } from '../../support/rows-by-hand.ts';
import { CITE } from '../../support/small-scheme.ts';

const REGION: Scheme = { ...CITED_SCHEME, roster: { ...CITED_SCHEME.roster, regionNames: ['上海市', '上海'] } };

const find = (units: readonly Partial<MemberUnit>[], scheme: Scheme = REGION) =>
  showFindings(
    checkUnits,
    { memberUnits: listUnits(...units), nominees: listNominees(COLLECTIVE, {}, {}), sequence: ['制造业'] },
    scheme,
  );

describe('a number', () => {
  it('is needed, and is that of one unit', () => {
    expect(find([{}, {}])).toEqual([]);
    expect(find([{ number: '' }])).toEqual(['unit-number-blank 2:编号 ()']);
    expect(find([{}, { number: 'U2' }])).toEqual(['duplicate-unit-number 3:编号 2:编号 (2)']);
    expect(find([{ number: '080001' }, { number: '80001' }])).toEqual(['duplicate-unit-number 3:编号 2:编号 ()']);
  });
});

describe('a name', () => {
  it.each([
    ['星河安防有限公司', '星河 安防有限公司', 'same-unit-two-names 3:全称 2:全称 (2 3)'.replace('(2 3)', '(3 2)')],
    ['星河安防有限公司', '上海市星河安防股份有限公司', 'same-unit-two-names? 3:全称 2:全称 (3 2)'],
    ['星河安防有限公司', '星云安防有限公司', ''],
    ['', '', ''],
  ])('%j and %j', (one, other, finding) => {
    expect(find([{ name: one }, { name: other }])).toEqual(finding === '' ? [] : [finding]);
  });

  it('twice under one number is a number twice, and said once', () => {
    expect(find([{ name: '星河公司' }, { name: '星河公司', number: 'U2' }])).toEqual([
      'duplicate-unit-number 3:编号 2:编号 (2)',
    ]);
    expect(
      find([
        { name: '星河公司', number: '01' },
        { name: '星河公司', number: '1' },
      ]),
    ).toEqual(['duplicate-unit-number 3:编号 2:编号 ()']);
  });
});

describe('a district', () => {
  const scheme: Scheme = {
    ...REGION,
    districts: [{ name: '东区', scope: 'district', countsMembers: true, cite: CITE }],
  };

  it('is one of the scheme’s, where it has any', () => {
    expect(find([{ district: '东区' }], scheme)).toEqual([]);
    expect(find([{ district: '西区' }, { district: '' }], scheme)).toEqual([
      'unknown-district 2:所属 (2)',
      'unknown-district 3:所属 (3)',
    ]);
    expect(find([{ district: '西区' }])).toEqual([]);
  });
});

describe('a sequence', () => {
  const scheme: Scheme = { ...REGION, roster: { ...REGION.roster, sequence: CITE } };

  it('is asked of nominated units alone, and has to be known', () => {
    expect(find([{ sequence: '制造业' }, { sequence: '物流业' }, { sequence: '物流业' }], scheme)).toEqual([
      'sequence-unknown? 3:行业序列 (3)',
    ]);
    expect(find([{ sequence: '' }], scheme)).toEqual(['sequence-unknown? 2:行业序列 (2)']);
    expect(find([{ sequence: '' }])).toEqual([]);
  });
});
