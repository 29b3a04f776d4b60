/** Who stands twice: the same collective, the same person, and two people who only look alike. */
import { describe, expect, it } from 'vitest';
import { checkNominatedTwice } from '../../../rules/checks/nominated-twice.ts';
import type { Nominee } from '../../../rules/master-roster.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import {
  CITED_SCHEME,
  COLLECTIVE,
  COMMON,
  listNominees,
  listUnits,
  PERSON,
  showFindings,
} from '../../support/rows-by-hand.ts';
import { CITE, makeIndex, makeNominee, SMALL_SCHEME } from '../../support/small-scheme.ts';

const ONE = { name: '样例安', sex: '男', birthMonth: '1975-03' };
const FIRST_ID = '990000197503120014';
const OTHER_ID = '990000197503120030';

const find = (nominees: readonly Nominee[], scheme: Scheme = CITED_SCHEME) =>
  showFindings(checkNominatedTwice, { nominees }, scheme);
const persons = (...changes: readonly Partial<Nominee>[]) => listNominees(PERSON, ...changes);

describe('a person', () => {
  const sure = ['applied-twice 3:姓名 2:姓名 (2 3)'];
  const open = ['applied-twice? 3:姓名 2:姓名 (2 3)'];

  it.each([
    ['with one number is one', { ...ONE, idNumber: FIRST_ID }, { ...ONE, idNumber: FIRST_ID }, sure],
    [
      'with one number is one under any name',
      { idNumber: FIRST_ID },
      { ...ONE, name: '别名', idNumber: FIRST_ID },
      sure,
    ],
    [
      'with two numbers is two, though name, sex and month agree',
      { ...ONE, idNumber: FIRST_ID },
      { ...ONE, idNumber: OTHER_ID },
      [],
    ],
    ['is a question where one number is missing', { ...ONE, idNumber: FIRST_ID }, { ...ONE, idNumber: '' }, open],
    ['is a question where both are missing', ONE, ONE, open],
    ['is another with another name', ONE, { ...ONE, name: '样例平' }, []],
    ['is another with the other sex', ONE, { ...ONE, sex: '女' }, []],
    ['is another with another month of birth', ONE, { ...ONE, birthMonth: '1975-04' }, []],
    ['is nobody known without a name', { ...ONE, name: '' }, { ...ONE, name: '' }, []],
    ['is nobody known without a sex', { ...ONE, sex: '' }, { ...ONE, sex: '' }, []],
    ['is nobody known without a month of birth', { ...ONE, birthMonth: '' }, { ...ONE, birthMonth: '' }, []],
  ])('%s', (_, first, later, findings) => {
    expect(find(persons(first, later))).toEqual(findings);
  });

  it.each([
    [30, 435],
    [31, 465],
    [32, 495],
    [2000, 59_535],
  ])(
    'that stands in %s rows is held against the first thirty, so that a filler costs no more than its rows',
    (rows, pairs) => {
      const same = persons(...Array.from({ length: rows }, () => ({ ...ONE, idNumber: FIRST_ID })));
      const found = [...checkNominatedTwice(makeIndex(CITED_SCHEME, { nominees: same }))];
      expect(found).toHaveLength(pairs);
      // Nobody of them goes without.
      expect(new Set(found.flatMap(({ nominations }) => nominations)).size).toBe(rows);
    },
  );

  it('without a number may be either of two namesakes: each pair is asked, whoever stands between', () => {
    const [one, other] = [
      { ...ONE, idNumber: FIRST_ID },
      { ...ONE, idNumber: OTHER_ID },
    ];
    expect(find(persons(one, other, ONE))).toEqual([
      'applied-twice? 4:姓名 2:姓名 (2 4)',
      'applied-twice? 4:姓名 3:姓名 (3 4)',
    ]);
    expect(find(persons({ ...one, name: '别名' }, one, ONE))).toEqual([
      'applied-twice 3:姓名 2:姓名 (2 3)',
      'applied-twice? 4:姓名 3:姓名 (3 4)',
    ]);
  });

  it('stands once for each award, unless the notice allows one award at all', () => {
    const both = [
      ...persons({ ...ONE, idNumber: FIRST_ID }),
      ...listNominees({ ...PERSON, name: '能手奖' }, { ...ONE, idNumber: FIRST_ID, row: 3 }),
    ];
    const awards = [COLLECTIVE, PERSON, { ...PERSON, id: 'second', name: '能手奖' }];
    expect(find(both, { ...CITED_SCHEME, awards })).toEqual([]);
    expect(find(both, { ...CITED_SCHEME, awards, checks: { 'nominated-twice': COMMON } })).toEqual([
      'nominated-twice 3:姓名 2:姓名 (2 3)',
    ]);
  });
});

describe('a collective', () => {
  const units = (...numbers: readonly string[]) =>
    listNominees(COLLECTIVE, ...numbers.map((unitNumber) => ({ unitNumber })));

  it('stands once for an award, by the number of its unit but for leading zeros', () => {
    expect(find(units('1', '2', '1'))).toEqual(['applied-twice 4:单位名称 2:单位名称 (2 4)']);
    expect(find(units('01', '1'))).toEqual(['applied-twice 3:单位名称 2:单位名称 (2 3)']);
  });

  it('without a number is of no one unit', () => {
    expect(find(units('', ''))).toEqual([]);
  });

  it('may stand twice where the document says so', () => {
    expect(find(units('1', '1'), { ...CITED_SCHEME, waivers: { 'applied-twice': CITE } })).toEqual([]);
  });
});

describe('an application for a grade', () => {
  const apply = (award: string, matter: string, row: number): Nominee => ({
    ...makeNominee(award, { 事项: matter }),
    row,
  });

  it('is one for all grades, and what asks for no grade is a matter of its own', () => {
    expect(find([apply('金等级', '晋级', 2), apply('银等级', '新申请', 3)], SMALL_SCHEME)).toEqual([
      'applied-twice 3:单位名称 2:单位名称 (2 3)',
    ]);
    expect(find([apply('金等级', '晋级', 2), apply('金等级', '变更', 3)], SMALL_SCHEME)).toEqual([]);
  });

  it('is another thing than an award that is no grade', () => {
    const scheme = { ...SMALL_SCHEME, awards: [...SMALL_SCHEME.awards, COLLECTIVE] };
    expect(find([apply('金等级', '晋级', 2), apply('先进奖', '晋级', 3)], scheme)).toEqual([]);
  });
});

it('a unit is called as it is registered, however a nomination spells it', () => {
  const say = (unitName: string) => {
    const nominees = [
      ...listNominees(COLLECTIVE, ...[0, 1].map(() => ({ unitNumber: 'U2', unitName, name: unitName }))),
      ...persons(
        ...[4, 5].map((row) => ({ ...ONE, row, idNumber: FIRST_ID, unitNumber: row === 4 ? 'U2' : 'U3', unitName })),
      ),
    ];
    return [...checkNominatedTwice(makeIndex(CITED_SCHEME, { memberUnits: listUnits({}, {}), nominees }))].map(
      ({ message }) => message,
    );
  };
  const told = [
    '“虚构公司2”（先进奖）与第 2 行“虚构公司2”（先进奖）重复推荐',
    '“样例安”（虚构公司3，标兵奖）与第 4 行“样例安”（虚构公司2，标兵奖）重复推荐',
  ];
  expect(say('虚构公司2')).toEqual(told);
  expect(say('错名公司')).toEqual(told);
});
