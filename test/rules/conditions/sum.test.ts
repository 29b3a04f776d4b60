import { describe, expect, it } from 'vitest';
import { judgeOne, makeCondition } from '../../support/small-scheme.ts';

describe('a sum of several cells', () => {
  const sum = makeCondition('points', { kind: 'sum', of: 'nominee', headings: ['自报', '平台'], atLeast: 0.3 });

  it.each([
    [0.1, 0.1, 'no', '还差 0.1'],
    [0.1, 0.2, 'yes', ''],
    [0.2, 0.2, 'yes', ''],
    [0.3, null, 'yes', ''],
    [0.1, null, 'unknown', '还差 0.2'],
    [null, null, 'unknown', '还差 0.3'],
  ] as const)('%s and %s', (self, platform, answer, gap) => {
    const reason = judgeOne(sum, { nominee: { 自报: self, 平台: platform } });
    expect(reason).toMatchObject({ answer, gap });
    expect(reason.message).toContain('“自报”为');
    expect(reason.message).toContain('“平台”为');
  });

  it('points at the cell that is blank', () => {
    expect(judgeOne(sum, { nominee: { 自报: 0.1, 平台: null } }).where.heading).toBe('平台');
  });
});
