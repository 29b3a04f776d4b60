import { describe, expect, it } from 'vitest';
import { readDayText, readMonthText } from '../../../workbook/intake/calendar-text.ts';

describe('a month typed as text', () => {
  it.each([
    ...[
      '1975-03',
      '1975-3',
      '1975/03',
      '1975/3',
      '1975.3',
      '1975.03',
      '1975年3月',
      '1975年03月',
      '197503',
      '１９７５．３',
    ],
    ...[' 1975 年 3 月 ', '1975-03-09', '1975年3月9日', '19750309'],
  ])('%j is March 1975', (text) => {
    expect(readMonthText(text)).toBe('1975-03');
  });

  it('takes months 1 to 12 of the years 1900 to 2099', () => {
    const read = ['1900-01', '2099-12', '1975-00', '1975-13', '1899-12', '2100-01'].map(readMonthText);
    expect(read).toEqual(['1900-01', '2099-12', undefined, undefined, undefined, undefined]);
  });

  it.each([
    '',
    '75-03',
    '1975',
    '19753',
    '1975-03月',
    '1975年3',
    '03-1975',
    '1975-02-30',
    '1975-3.9',
    '1975--03',
    '三月',
  ])('%j is none', (text) => {
    expect(readMonthText(text)).toBeUndefined();
  });
});

describe('a day typed as text', () => {
  it.each(['2024-03-05', '2024-3-5', '2024/3/5', '2024.3.5', '2024年3月5日', '20240305', '２０２４－０３－０５'])(
    '%j is 5 March 2024',
    (text) => {
      expect(readDayText(text)).toBe('2024-03-05');
    },
  );

  it('knows leap years', () => {
    const read = ['2024-02-29', '2023-02-29', '2000-02-29', '1900-02-29', '2024-04-31'].map(readDayText);
    expect(read).toEqual(['2024-02-29', undefined, '2000-02-29', undefined, undefined]);
  });

  it.each(['', '2024-03', '3/5/2024', '2024-03-05 10:00', '2024-3/5', '20241305'])('%j is none', (text) => {
    expect(readDayText(text)).toBeUndefined();
  });
});
