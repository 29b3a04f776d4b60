import { expect, it } from 'vitest';
import { checkCertificates } from '../../../rules/checks/certificates.ts';
import type { FactValue } from '../../../rules/roster-column.ts';
import { CITED_SCHEME, showFindings } from '../../support/rows-by-hand.ts';
import { makeIndex, makeNominee, makeUnit, SMALL_SCHEME } from '../../support/small-scheme.ts';

const find = (...numbers: readonly (readonly [number: FactValue, unit: string])[]) =>
  showFindings(
    checkCertificates,
    {
      nominees: numbers.map(([number, unitNumber], index) => ({
        ...makeNominee('金等级', { 证书编号: number }),
        row: index + 2,
        unitNumber,
      })),
    },
    SMALL_SCHEME,
  );

it.each(['X1', 'X00001', null, ''])('%j is in order', (number) => {
  expect(find([number, '1'])).toEqual([]);
});

it.each(['X', '1', 'Y1', 'X1a', 'x1', 'X 1', 'X-1'])('%j is the prefix and digits to nobody', (number) => {
  expect(find([number, '1'])).toEqual(['certificate-number-malformed 2:证书编号 (2)']);
});

it('is one unit’s: two applications of it may bear one number, those of two units not', () => {
  expect(find(['X1', '1'], ['X1', '1'], ['X2', '2'])).toEqual([]);
  expect(find(['X1', '1'], ['X2', '2'], ['X1', '3'])).toEqual(['certificate-number-twice 4:证书编号 2:证书编号 (2 4)']);
});

it('of two units is of nobody: all that bear it wait, in whatever order they stand', () => {
  expect(find(['X1', '1'], ['X1', '2'], ['X1', '1'])).toEqual([
    'certificate-number-twice 3:证书编号 2:证书编号 (2 3 4)',
    'certificate-number-twice 4:证书编号 3:证书编号 (2 3 4)',
  ]);
  expect(find(['X1', '1'], ['X1', '1'], ['X1', '2'])).toEqual([
    'certificate-number-twice 4:证书编号 2:证书编号 (2 3 4)',
  ]);
});

it('is one unit’s by the unit’s number but for leading zeros; without a number nobody is one', () => {
  expect(find(['X1', '01'], ['X1', '1'])).toEqual([]);
  expect(find(['X1', ''], ['X1', ''])).toEqual(['certificate-number-twice 3:证书编号 2:证书编号 (2 3)']);
});

it('is not looked at where there are no grades', () => {
  const nominees = [makeNominee('先进奖', { 证书编号: '?' })];
  expect(showFindings(checkCertificates, { nominees }, CITED_SCHEME)).toEqual([]);
});

it('is told of with the unit’s registered name', () => {
  const nominees = ['1', '2'].map((unitNumber, index) => ({
    ...makeNominee('金等级', { 证书编号: 'X1' }),
    row: index + 2,
    unitNumber,
    unitName: '错名公司',
  }));
  const memberUnits = [{ ...makeUnit(), number: '1', name: '虚构公司' }];
  const found = [...checkCertificates(makeIndex(SMALL_SCHEME, { memberUnits, nominees }))];
  expect(found.map(({ message }) => message)).toEqual(['证书编号“X1”已用于第 2 行“虚构公司”']);
});
