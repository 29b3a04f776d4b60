import { expect, it } from 'vitest';
import { checkIdNumbers } from '../../../rules/checks/id-numbers.ts';
import type { Nominee } from '../../../rules/master-roster.ts';
import { COLLECTIVE, listNominees, PERSON, showFindings } from '../../support/rows-by-hand.ts';

/** Of a man born in March 1975; the region was never given to anybody. */
const GOOD = { idNumber: '990000197503120014', birthMonth: '1975-03', sex: '男' };

const find = (change: Partial<Nominee>, award = PERSON) =>
  showFindings(checkIdNumbers, { nominees: listNominees(award, { ...GOOD, ...change }) });

it.each([
  ['in order', {}, []],
  ['blank', { idNumber: '' }, []],
  ['with another check digit', { idNumber: '990000197503120015' }, ['id-number-malformed 2:身份证号 (2)']],
  ['of another month than the cell says', { birthMonth: '1975-04' }, ['id-number-birth 2:出生年月 2:身份证号 (2)']],
  ['of the other sex than the cell says', { sex: '女' }, ['id-number-sex 2:性别 2:身份证号 (2)']],
  ['beside blank cells', { birthMonth: '', sex: '' }, []],
  [
    'that differs in both',
    { birthMonth: '1975-04', sex: '女' },
    ['id-number-birth 2:出生年月 2:身份证号 (2)', 'id-number-sex 2:性别 2:身份证号 (2)'],
  ],
] as const)('a number %s', (_, change, findings) => {
  expect(find(change)).toEqual(findings);
});

it('a collective has the number of its head, of whom the row says nothing else', () => {
  expect(find({ birthMonth: '1980-01', sex: '女' }, COLLECTIVE)).toEqual([]);
  expect(find({ idNumber: '99000019750312001' }, COLLECTIVE)).toEqual(['id-number-malformed 2:身份证号 (2)']);
});
