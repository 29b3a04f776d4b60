import { describe, expect, it } from 'vitest';
import { hideIdNumbers, toCellText } from '../../workbook/cell-text.ts';

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

describe('hideIdNumbers', () => {
  it('hides 18 digits with a birth date, the last perhaps X', () => {
    expect(hideIdNumbers('张三990000197503120015，99000020010229001X')).toBe(
      '张三（身份证号不显示），（身份证号不显示）',
    );
  });

  it.each([
    ['17 digits', '99000019750312001'],
    ['19 digits', '9900001975031200155'],
    ['a month 13', '990000197513120015'],
    ['a day 32', '990000197503320015'],
    ['a date of the 19th century', '990000189903120015'],
    ['a code of a legal person', '913100001322000123'],
  ])('leaves %s', (_, text) => {
    expect(hideIdNumbers(text)).toBe(text);
  });
});
