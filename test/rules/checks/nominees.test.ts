import { expect, it } from 'vitest';
import { checkNominees } from '../../../rules/checks/nominees.ts';
import type { Nominee } from '../../../rules/master-roster.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits, PERSON, showFindings } from '../../support/rows-by-hand.ts';

const find = (change: Partial<Nominee>, awards = [COLLECTIVE, PERSON]) =>
  showFindings(
    checkNominees,
    { nominees: listNominees(COLLECTIVE, change), memberUnits: listUnits({}) },
    { ...CITED_SCHEME, awards },
  );

it('an award that the scheme does not have is named', () => {
  expect(find({})).toEqual([]);
  expect(find({ award: '先进' })).toEqual(['unknown-award 2:奖项 (2)']);
  expect(find({ award: '' })).toEqual(['unknown-award 2:奖项 (2)']);
});

it.each(['虚构公司', '虚构公司2 ', '虚构公司22'])('%j is not the name of the unit with that number', (unitName) => {
  expect(find({ unitName })).toEqual(['unit-name-differs 2:单位名称 2:全称 (2)']);
});

it('a blank name beside a number that is right is asked about, and not also missing', () => {
  expect(find({ unitName: '' })).toEqual(['unit-name-differs? 2:单位名称 2:全称 (2)']);
});

it('of an unknown unit no name can differ', () => {
  expect(find({ unitNumber: 'U9', unitName: '别的公司' })).toEqual([]);
});

it('a field that the award asks for is filled in', () => {
  const asks = [{ ...COLLECTIVE, requiredFields: ['职务', '地址'] }, PERSON];
  const facts = (job: string | null) =>
    new Map<string, string | null>([
      ['职务', job],
      ['地址', '某路'],
    ]);
  expect(find({ facts: facts('处长') }, asks)).toEqual([]);
  expect(find({ facts: facts('') }, asks)).toEqual(['field-missing 2:职务 (2)']);
  expect(find({ facts: facts(null) }, asks)).toEqual(['field-missing 2:职务 (2)']);
  expect(find({ facts: new Map() }, asks)).toEqual(['field-missing 2:职务 (2)', 'field-missing 2:地址 (2)']);
});

it('0 and 否 are filled in', () => {
  const asks = [{ ...COLLECTIVE, requiredFields: ['人数', '持证'] }, PERSON];
  expect(
    find(
      {
        facts: new Map<string, number | boolean>([
          ['人数', 0],
          ['持证', false],
        ]),
      },
      asks,
    ),
  ).toEqual([]);
});
