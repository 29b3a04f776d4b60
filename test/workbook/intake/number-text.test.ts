import { describe, expect, it } from 'vitest';
import { readNumberText } from '../../../workbook/intake/number-text.ts';

describe('a number typed as text', () => {
  it.each([
    ['96', 96],
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['2.5', 2.5],
    ['-3', -3],
    ['９６', 96],
    ['２．５', 2.5],
    ['－３', -3],
    ['−3', -3],
    [' 8\u3000', 8],
    ['\n8\t', 8],
    ['123456789012345', 123456789012345],
  ])('%j is %d', (text, number) => {
    expect(readNumberText(text)).toBe(number);
  });

  it.each([
    ...[
      '',
      ' ',
      '\u3000',
      '1e3',
      '1E3',
      '0x10',
      '+5',
      '1,000',
      '１，０００',
      '.5',
      '5.',
      '１２ 分',
      '8分',
      '1 2',
      '--1',
      '1-',
    ],
    ...['1.2.3', '1/2', '½', '五', '②', 'NaN', 'Infinity', '٣', '1_000', '8%', '1234567890123456', "'5"],
  ])('%j is none', (text) => {
    expect(readNumberText(text)).toBeUndefined();
  });
});
