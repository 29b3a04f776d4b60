import { describe, expect, it } from 'vitest';
import { toCellText } from '../../../workbook/draw/cell-text.ts';

describe('toCellText', () => {
  it('keeps 32,767 characters and cuts the 32,768th', () => {
    expect(toCellText('字'.repeat(32_767))).toBe('字'.repeat(32_767));
    expect(toCellText('字'.repeat(32_768))).toBe(`${'字'.repeat(32_766)}…`);
  });

  it('drops what XML forbids and keeps tabs and line breaks', () => {
    expect(toCellText('甲\u0000乙\u001F\uFFFE\t丙\n丁')).toBe('甲乙\t丙\n丁');
  });

  it('escapes what spreadsheet programs would read as a character code', () => {
    expect(toCellText('_x0041_ 与 _x41_')).toBe('_x005F_x0041_ 与 _x41_');
  });
});
