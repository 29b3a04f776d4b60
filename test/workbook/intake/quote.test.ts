import { expect, it } from 'vitest';
import { quoteForUser } from '../../../workbook/intake/quote.ts';

it('quotes text and leaves out what cannot be seen', () => {
  expect(quoteForUser('甲\n\u0000单位\u202e\u200b')).toBe('“甲单位”');
});

it('cuts after 60 characters, counting a rare character as one', () => {
  expect(quoteForUser('𠮷'.repeat(60))).toBe(`“${'𠮷'.repeat(60)}”`);
  expect(quoteForUser('𠮷'.repeat(61))).toBe(`“${'𠮷'.repeat(60)}…”`);
});

it('hides what looks like an ID number or a telephone, and leaves amounts', () => {
  for (const digits of [
    '11010119900101123X',
    '110101199001011230',
    '110101900101123',
    '１１０１０１１９９００１０１１２３Ｘ',
    '13800000000',
  ]) {
    expect(quoteForUser(`号${digits}。`)).toBe('“号（号码不显示）。”');
  }
  expect(quoteForUser('2024-12-30、12345678901234')).toBe('“2024-12-30、12345678901234”');
});
