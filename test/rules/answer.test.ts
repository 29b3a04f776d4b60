import { describe, expect, it } from 'vitest';
import { all, any, type Answer } from '../../rules/answer.ts';

const answers: Answer[] = ['yes', 'no', 'unknown'];
const pairs = answers.flatMap((a) => answers.map((b) => [a, b] as const));

describe('all', () => {
  it.each(pairs)('of %s and %s', (a, b) => {
    const expected = a === 'no' || b === 'no' ? 'no' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes';
    expect(all([a, b])).toBe(expected);
  });

  it('of nothing is yes', () => {
    expect(all([])).toBe('yes');
  });
});

describe('any', () => {
  it.each(pairs)('of %s and %s', (a, b) => {
    const expected = a === 'yes' || b === 'yes' ? 'yes' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'no';
    expect(any([a, b])).toBe(expected);
  });

  it('of nothing is no', () => {
    expect(any([])).toBe('no');
  });
});
