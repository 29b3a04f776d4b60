import { expect, it } from 'vitest';
import { judgeNominees, makeJudge } from '../../rules/eligibility.ts';
import { makeAward, makeCondition, makeIndex, makeNominee, makeScheme } from '../support/small-scheme.ts';

const staff = (atLeast: number) =>
  makeCondition(`staff-${atLeast}`, { kind: 'fact', of: 'nominee', heading: '人员', test: { atLeast } });
const gold = makeAward('gold', '金', [staff(9), staff(3)]);
const silver = makeAward('silver', '银', [staff(3)]);

const nominees = [
  makeNominee(gold.name, { 人员: 5 }),
  makeNominee('别的奖', { 人员: 5 }),
  makeNominee(silver.name, { 人员: 5 }),
  makeNominee(gold.name, { 人员: null }),
];
const index = makeIndex(makeScheme([gold, silver]), { nominees });

it('every nominee of a known award is judged, with all reasons, those that hold too', () => {
  const judged = judgeNominees(index).map(({ award, answer, reasons }) =>
    [award.id, answer, ...reasons.map((reason) => reason.answer)].join(' '),
  );
  expect(judged).toEqual(['gold no no yes', 'silver yes yes', 'gold unknown unknown unknown']);
});

it('a nominee that is judged for another award is judged again', () => {
  const judge = makeJudge(index);
  const [nominee = makeNominee('')] = nominees;
  expect([judge(nominee, gold).answer, judge(nominee, silver).answer, judge(nominee, gold).answer]).toEqual([
    'no',
    'yes',
    'no',
  ]);
  expect(judge(nominee, gold)).toBe(judge(nominee, gold));
});

it('a long number that somebody typed into a cell stands in no reason', () => {
  const wrong = makeNominee(gold.name, { 人员: '990000197503120014' });
  const [judged] = judgeNominees(makeIndex(makeScheme([gold]), { nominees: [wrong] }));
  expect(judged?.reasons).toHaveLength(2);
  for (const { message, found } of judged?.reasons ?? []) expect(message + found).not.toMatch(/\d{6}/);
});
