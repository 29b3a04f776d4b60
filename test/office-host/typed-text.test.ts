import { describe, expect, it } from 'vitest';
import { readTyped, showValue } from './typed-text.ts';
import { HostGap } from './wire.ts';

describe('what is typed into a cell', () => {
  it('becomes what Excel makes of it', () => {
    const read = (input: string, format = 'General') => readTyped(input, format);
    expect(read('12')).toEqual({ value: 12, formula: null });
    expect(read(' -1.5e2 ')).toEqual({ value: -150, formula: null });
    expect(read('12分')).toEqual({ value: '12分', formula: null });
    expect(read('50%')).toEqual({ value: 0.5, formula: null, numberFormat: '0%' });
    expect(read('true')).toEqual({ value: true, formula: null });
    expect(read('2026-11-20')).toEqual({ value: 46346, formula: null, numberFormat: 'yyyy/m/d' });
    expect(read("'=1+1")).toEqual({ value: '=1+1', formula: null });
    expect(read('=1+1')).toEqual({ value: null, formula: '=1+1' });
    expect(read('')).toEqual({ value: null, formula: null });
    expect(read('012', '@')).toEqual({ value: '012', formula: null });
    expect(read('=1+1', '@')).toEqual({ value: '=1+1', formula: null });
  });

  it('shows as its number format says', () => {
    expect(showValue(1234.5, '#,##0.00')).toBe('1,234.50');
    expect(showValue(1.005, '0.00')).toBe('1.01');
    expect(showValue(-0.5, '0')).toBe('-1');
    expect(showValue(0.285, '0.0%')).toBe('28.5%');
    expect(showValue(46346, 'yyyy"年"m"月"d"日"')).toBe('2026年11月20日');
    expect(showValue(0.1 + 0.2, 'General')).toBe('0.3');
    expect(showValue(null, '0.00')).toBe('');
    expect(showValue('文字', '0.00')).toBe('文字');
    expect(showValue({ error: '#N/A' }, '0')).toBe('#N/A');
    expect(() => showValue(1, '# ?/?')).toThrow(HostGap);
  });
});
