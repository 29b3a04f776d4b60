/** What a unit is asked is its own to do: not what the scorers or the office have to mend. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileRemark } from '../../../rules/tally/returned-file.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { listUnitTasks } from '../../../workbook/tally/unit-tasks.ts';
import { fillingOf, type Filling } from '../../support/filled-sheets.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { makeFile, makeUnit, tallyOf } from '../../support/tally-files.ts';

let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

const unit = makeUnit('200001');
const messagesOf = (tally: Parameters<typeof listUnitTasks>[0]) =>
  [...listUnitTasks(tally, layOutScoreSheet(scheme))].flatMap(({ tasks }) => tasks.map(({ message }) => message));

describe('several sheets of a unit', () => {
  const withSelf = (filling: Filling, first: number): Filling => {
    const self = filling.scores.self.map((score, at) => (at === 0 ? first : score));
    return { ...filling, scores: { ...filling.scores, self } };
  };
  const ask = (one: Filling, other: Filling) =>
    messagesOf(
      tallyOf(
        scheme,
        [unit],
        [makeFile(scheme, unit, one, { path: 'a.xlsx' }), makeFile(scheme, unit, other, { path: 'b.xlsx' })],
      ),
    );

  it('that differ in the scorers’ column alone are nothing that it can decide', () => {
    expect(ask(fillingOf(scheme, 90), fillingOf(scheme, 91))).toEqual([]);
  });

  it('are asked about where its own column differs', () => {
    const [one, other] = [fillingOf(scheme, 90), withSelf(fillingOf(scheme, 91), 0)];
    expect(ask(one, other)).toEqual([expect.stringContaining('几份评分表不一致')]);
  });
});

it.each([
  [true, 1],
  [false, 0],
] as const)('a fault of a file that went back, where it is the unit’s to mend: %s', (isForUnit, count) => {
  const fault: FileRemark = { code: 'some', cell: null, message: '打不开。', ...(isForUnit && { isForUnit }) };
  const back = {
    ...makeFile(scheme, unit, 90),
    outcome: { kind: 'rejected', faults: [fault], unitNumber: unit.number } as const,
  };
  expect(messagesOf(tallyOf(scheme, [unit], [back]))).toHaveLength(count);
});
