import { describe, expect, test } from 'vitest';
import { describeSchemeFault } from '../../schemes/fault.ts';

describe('describeFault', () => {
  test('names file, line and field', () => {
    const fault = { file: 'quota.yaml', line: 8, field: 'ratios[2].ratio', message: '缺少“ratio”，请补写' };
    expect(describeSchemeFault(fault)).toBe('quota.yaml 第 8 行 ratios[2].ratio：缺少“ratio”，请补写');
  });

  test('leaves out the line and the field where there are none', () => {
    expect(describeSchemeFault({ file: 'prize.yaml', line: null, field: '', message: '缺少' })).toBe(
      'prize.yaml：缺少',
    );
  });
});
