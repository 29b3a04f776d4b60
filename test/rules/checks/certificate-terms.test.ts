import { describe, expect, it } from 'vitest';
import { checkCertificateTerms } from '../../../rules/checks/certificate-terms.ts';
import type { FactValue } from '../../../rules/roster-column.ts';
import { makeIndex, makeNominee, SMALL_SCHEME } from '../../support/small-scheme.ts';

/** Valid to the 31st of May of the year after; the rules hold since 2028-03-01. */
function find(cells: Readonly<Record<string, FactValue>>): string[] {
  const index = makeIndex(SMALL_SCHEME, { nominees: [makeNominee('金等级', cells)] });
  return [...checkCertificateTerms(index)].map(({ severity, where: [cell] }) => `${severity} ${cell.heading}`);
}

describe('the certificate that is held', () => {
  it.each([
    ['as the clause says', '2028-03-01', '2029-05-31', []],
    ['shorter, as one issued again', '2028-03-01', '2028-05-31', []],
    ['a day too long', '2028-03-01', '2029-06-01', ['violation 原有效期至']],
    ['a year too long', '2028-03-01', '2030-05-31', ['violation 原有效期至']],
    ['issued on the last day of a year', '2028-12-31', '2029-05-31', []],
    ['to another day of the year', '2028-03-01', '2029-05-30', ['question 原有效期至']],
    ['too long, but from before the rules', '2028-02-29', '2030-05-31', ['question 原有效期至']],
    ['without its day of issue', null, '2030-01-01', []],
    ['without its last day', '2028-03-01', null, []],
  ])('%s', (_, issued, until, wanted) => {
    expect(find({ 事项: '晋级', 原发证日期: issued, 原有效期至: until })).toEqual(wanted);
  });
});

describe('the certificate that takes its place', () => {
  const held = { 原发证日期: '2028-03-01', 原有效期至: '2029-05-31' };

  it.each([
    ['on its last day', '变更', '2029-05-31', []],
    ['on the day after', '变更', '2029-06-01', ['violation 发证日期']],
    ['not yet', '变更', null, []],
    ['of a grade that is assessed anew', '晋级', '2029-06-01', []],
  ])('issued %s', (_, matter, issued, wanted) => {
    expect(find({ ...held, 事项: matter, 发证日期: issued })).toEqual(wanted);
  });
});
