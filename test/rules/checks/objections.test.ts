import { expect, it } from 'vitest';
import { checkObjections } from '../../../rules/checks/objections.ts';
import type { ObjectionState } from '../../../rules/master-roster.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, showFindings } from '../../support/rows-by-hand.ts';
import { CITE } from '../../support/small-scheme.ts';

const scheme = { ...CITED_SCHEME, notice: { days: null, objections: CITE } };
const nominees = listNominees(COLLECTIVE, {}, {});
const rows = (state: ObjectionState, application = 'A3') => ({
  nominees,
  objections: [{ row: 2, application, state, content: '反映业绩有误', facts: new Map() }],
});

it.each([
  ['open', ['objection-open 2:处理结果 3:申报编号 (3)']],
  ['upheld', ['objection-upheld 2:处理结果 3:申报编号 (3)']],
  ['dismissed', []],
] as const)('one that is %s', (state, findings) => {
  expect(showFindings(checkObjections, rows(state), scheme)).toEqual(findings);
});

it('against nobody who stands there holds up nobody, nor does one where no clause keeps them in the roster', () => {
  expect(showFindings(checkObjections, rows('open', 'A9'), scheme)).toEqual([]);
  expect(showFindings(checkObjections, rows('open', ''), scheme)).toEqual([]);
  expect(showFindings(checkObjections, rows('open'))).toEqual([]);
});
