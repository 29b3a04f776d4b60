import { describe, expect, it } from 'vitest';
import type { Confirmation } from '../../../rules/master-roster.ts';
import { judgeOne, makeCondition } from '../../support/small-scheme.ts';

const condition = makeCondition('good-name', { kind: 'confirmation' });
const SIGNED: Confirmation = {
  row: 5,
  application: 'A1',
  condition: condition.demand,
  holds: true,
  by: '核',
  on: '2030-05-01',
};

const judge = (...confirmations: readonly Confirmation[]) => judgeOne(condition, { confirmations });

describe('what somebody confirms', () => {
  it.each([
    ['yes', {}, 'yes', '结论', '须符合good-name：核于 2030-05-01 确认为“是”'],
    ['no', { holds: false }, 'no', '结论', '须符合good-name：核于 2030-05-01 确认为“否”'],
    ['no answer', { holds: null }, 'unknown', '结论', '须符合good-name：没有填写结论'],
    ['no name', { by: '' }, 'unknown', '确认人', '须符合good-name：没有填写确认人'],
    ['no date', { on: '' }, 'unknown', '确认日期', '须符合good-name：没有填写确认日期'],
    ['nothing at all', { holds: null, by: '', on: '' }, 'unknown', '结论', '须符合good-name：没有填写结论'],
    ['no without a name', { holds: false, by: '' }, 'unknown', '确认人', '须符合good-name：没有填写确认人'],
  ] as const)('%s', (_, change, answer, heading, message) => {
    expect(judge({ ...SIGNED, ...change })).toMatchObject({
      answer,
      message,
      where: { sheet: 'confirmations', row: 5, heading },
    });
  });

  it('is not there without a row, nor in one about another application or another matter', () => {
    const open = { answer: 'unknown', where: { sheet: 'nominees', row: 2, heading: '申报编号' } };
    expect(judge()).toMatchObject(open);
    expect(judge({ ...SIGNED, application: 'A2' })).toMatchObject(open);
    expect(judge({ ...SIGNED, condition: '须符合别的' })).toMatchObject(open);
  });

  it('is the same matter however it is punctuated', () => {
    expect(judge({ ...SIGNED, condition: '须符合 good－name。' }).answer).toBe('yes');
  });
});
