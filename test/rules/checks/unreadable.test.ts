import { expect, it } from 'vitest';
import { checkRoster } from '../../../rules/check-roster.ts';
import { AWARDS_2021, sampleScheme } from '../../support/scheme-sample.ts';

it.each([
  ['id-as-number', /^先把这一格设为文本格式，再照原件重新输入全部号码/],
  ['digits-lost', /^先把这一格设为文本格式/],
  ['not-text', /^按该列的要求重新填写/],
])('digits that a number has lost are typed anew, into a cell of text: %s', async (code, mend) => {
  const { scheme, roster } = await sampleScheme(AWARDS_2021);
  const cell = { sheet: 'nominees', row: roster.nominees[0]?.row ?? null, heading: '身份证号' } as const;
  const { remarks } = checkRoster(scheme, { ...roster, problems: [{ cell, code, message: '虚构' }] });
  expect(remarks.find(({ rule }) => rule === 'unreadable-cell')?.mend).toMatch(mend);
});
