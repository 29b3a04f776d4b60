import { describe, expect, it } from 'vitest';
import { dayOfSerial, serialOfIso } from '../../../ooxml/read/serial-date.ts';

describe('serial numbers of days', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [45292, '2024-01-01'],
    [45292.999, '2024-01-01'],
    [2958465, '9999-12-31'],
    [2958466, undefined],
    [0, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    [1e300, undefined],
  ])('%d is %s in the 1900 calendar', (serial, day) => {
    expect(dayOfSerial(serial, false)).toBe(day);
  });

  it.each([
    [0, '1904-01-01'],
    [43830, '2024-01-01'],
    [-1, undefined],
    [2957003, '9999-12-31'],
    [2957004, undefined],
  ])('%d is %s in the 1904 calendar', (serial, day) => {
    expect(dayOfSerial(serial, true)).toBe(day);
  });

  it('come from ISO dates and go back', () => {
    for (const serial of [1, 59, 61, 45292, 2958465])
      expect(serialOfIso(dayOfSerial(serial, false) ?? '', false)).toBe(serial);
    expect(serialOfIso('1904-01-01', true)).toBe(0);
    expect(serialOfIso('2024-01-01T12:00:00', false)).toBe(45292.5);
    expect(serialOfIso('2024-01-01T06:00:00.000Z', false)).toBe(45292.25);
  });

  it.each(['', '2024-1-1', '2024-02-30', '2024-01-01T24:00', '1899-12-31', '0050-01-01', '20240101', '1904-01-01 '])(
    '%j gives none',
    (iso) => {
      expect(serialOfIso(iso, iso.startsWith('1899'))).toBeUndefined();
    },
  );
});
