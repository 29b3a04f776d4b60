import { describe, expect, it } from 'vitest';
import { readDay, readDayText, readMonth, type DateReading } from '../../../workbook/intake/calendar-text.ts';

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
    expect(readMonth(text).date).toBe('1975-03');
  });

  it('takes months 1 to 12 of the years 1900 to 2099', () => {
    const read = ['1900-01', '2099-12', '1975-00', '1975-13', '1899-12', '2100-01'].map((each) => readMonth(each).date);
    expect(read).toEqual(['1900-01', '2099-12', undefined, undefined, undefined, undefined]);
  });

  it.each([
    ...['1966-09-05 00:00:00', '1966/9/5 0:00', '1966-09-05T00:00:00', '1966。9', '1966．9', '1966年9', '1966-9月'],
    ...[
      '一九六六年九月',
      '1966年九月',
      '1966年9月5号',
      '1966、9',
      '1966--09',
      '9/1966',
      '1966.9.',
      "'1966-09",
      '1966年9月份',
    ],
  ])('%j is September 1966', (text) => {
    expect(readMonth(text).date).toBe('1966-09');
  });

  it.each(['', '1975', '19753', '1975-02-30', '1975年年3月', '1975月3', '三月', '1975-3-9-1', '不详'])(
    '%j is none',
    (text) => {
      expect(readMonth(text)).toEqual({ date: undefined, meanings: [] });
    },
  );

  it.each([
    ['66.9', ['2066-09', '1966-09']],
    ['75-3', ['2075-03', '1975-03']],
    ['66年9月', ['2066-09', '1966-09']],
    ['24.7.7', ['2024-07', '1924-07']],
  ])('%j may be either of %j', (text, months) => {
    expect(meaningsOf(readMonth(text))).toEqual(months);
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

  it.each([
    ...[
      '2024-07-07 00:00:00',
      '2024/7/7 0:00',
      '2024-07-07 10:23',
      '2024年7月7号',
      '2024.7.7.',
      '2024。7。7',
      '7/7/2024',
    ],
    ...[
      '二〇二四年七月七日',
      '二零二四年七月七日',
      '2024-07-07T00:00:00',
      '2024--7--7',
      '2024、7、7',
      '2024-7/7',
      '2024 7 7',
    ],
  ])('%j is 7 July 2024', (text) => {
    expect(readDayText(text)).toBe('2024-07-07');
  });

  it.each(['13/5/2024', '5/13/2024', '13.5.2024'])('%j is 13 May 2024: no month has the number 13', (text) => {
    expect(readDayText(text)).toBe('2024-05-13');
  });

  it.each([
    ...['2024年5-6月', '2024.5-6', '2024年5—6月', '2024年5月-6日', '2024/5~6', '2024年5、6月', '2024-5-6月'],
    ...['二〇二四年五至六月', '2024.5-2024.6', '2024年5月1-3日'],
  ])('%j is a time from one to another: no day, and no month', (text) => {
    expect([readDay(text), readMonth(text)]).toEqual(Array(2).fill({ date: undefined, meanings: [] }));
  });

  it.each(['', '2024-03', '20241305', '长期', '2024年7月', '2024-7-7（验收）', '2024-13-01', '1'])(
    '%j is none',
    (text) => {
      expect(readDay(text)).toEqual({ date: undefined, meanings: [] });
    },
  );

  it.each([
    ['24.7.7', ['2024-07-07', '1924-07-07']],
    ['3/5/2024', ['2024-03-05', '2024-05-03']],
    ['24年7月7日', ['2024-07-07', '1924-07-07']],
  ])('%j may be either of %j', (text, days) => {
    expect(meaningsOf(readDay(text))).toEqual(days);
  });
});

function meaningsOf(reading: DateReading): (string | null)[] {
  return reading.date === undefined ? reading.meanings.map(({ typed }) => typed) : [];
}
