import { describe, expect, it } from 'vitest';
import { orderDates, pointKey } from '../../rules/date-order.ts';
import type { DatePoint } from '../../rules/scheme-parts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { CITE, makeScheme } from '../support/small-scheme.ts';

const OTHER = { ...CITE, clause: '第二条' };
const column = (heading: string): DatePoint => ({ is: 'column', sheet: 'nominees', heading });
const NOTICE: DatePoint = { is: 'notice' };

const SCHEME: Scheme = {
  ...makeScheme([]),
  notice: { days: { value: 3, cite: OTHER }, objections: null },
  dateOrder: [
    { points: [column('甲'), column('乙'), column('丙')], cite: CITE, reason: '' },
    { points: [column('丙'), NOTICE, column('丁')], cite: null, reason: '公示以后' },
    { points: [column('戊'), column('丁')], cite: null, reason: '先戊后丁' },
    { points: [column('丙'), column('丁')], cite: CITE, reason: '' },
  ],
};

function gap(earlier: string, later: string, hasNotice = true) {
  const order = orderDates(SCHEME, hasNotice);
  const at = (heading: string) => order.points.findIndex((point) => pointKey(point) === pointKey(column(heading)));
  return order.gap(at(earlier), at(later));
}

describe('what comes before what', () => {
  it.each([
    ['甲', '乙', { days: 0, cite: CITE, reason: '' }],
    ['甲', '丙', { days: 0, cite: CITE, reason: '' }],
    ['戊', '丁', { days: 0, cite: null, reason: '先戊后丁' }],
  ])('%s before %s, for the ground of their chain', (earlier, later, wanted) => {
    expect(gap(earlier, later)).toEqual(wanted);
  });

  it.each([
    ['乙', '甲'],
    ['丁', '丙'],
    ['甲', '戊'],
    ['戊', '甲'],
    ['甲', '甲'],
  ])('%s need not come before %s', (earlier, later) => {
    expect(gap(earlier, later)).toBeNull();
  });

  it('through chains that meet; the notice keeps apart what stands on either side, for its clause', () => {
    const wanted = { days: 4, cite: OTHER, reason: '' };
    expect([gap('丙', '丁'), gap('甲', '丁')]).toEqual([wanted, wanted]);
  });

  it('but not where there is no notice', () => {
    expect(gap('丙', '丁', false)).toEqual({ days: 0, cite: CITE, reason: '' });
    expect(gap('甲', '丁', false)?.days).toBe(0);
  });
});
