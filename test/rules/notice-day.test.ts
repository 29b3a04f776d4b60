import { describe, expect, it } from 'vitest';
import { checkRoster } from '../../rules/check-roster.ts';
import { findLaterDate } from '../../rules/notice-day.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { DateChain, DatePoint } from '../../rules/scheme-parts.ts';
import { makeAward, makeCondition, makeIndex, makeNominee, makeScheme, makeUnit } from '../support/small-scheme.ts';

const column = (heading: string): DatePoint => ({ is: 'column', sheet: 'nominees', heading });
const chain = (...points: DatePoint[]): DateChain => ({ points, cite: null, reason: '' });
const BEFORE = chain(column('申报'), { is: 'notice' });
const SCHEME = makeScheme([makeAward('one', '一', [makeCondition('member', { kind: 'member-unit' })])]);

function find(chains: readonly DateChain[], published: string, cells: readonly Readonly<Record<string, FactValue>>[]) {
  const scheme = { ...SCHEME, dateOrder: chains };
  const memberUnits = cells.map((_, index) => ({ ...makeUnit(), number: String(index), row: index + 2 }));
  const nominees = cells.map((each, index) => ({
    ...makeNominee('一等级', each),
    application: `A${index}`,
    unitNumber: String(index),
    row: index + 2,
  }));
  const later = findLaterDate(checkRoster(scheme, makeIndex(scheme, { memberUnits, nominees }).roster), published);
  return later && `${later.where.heading}${later.where.row} ${later.day}`;
}

describe('a notice is published after what it rests on', () => {
  it.each([
    ['2024-11-03', null],
    ['2024-11-02', '申报3 2024-11-03'],
    ['2024-10-01', '申报3 2024-11-03'],
  ])('on %s', (published, wanted) => {
    expect(find([BEFORE], published, [{ 申报: '2024-11-01' }, { 申报: '2024-11-03' }, { 申报: null }])).toBe(wanted);
  });

  it('what comes after it, or stands beside it, says nothing', () => {
    const cells = [{ 申报: '2024-11-01', 发证: '2024-12-01', 别的: '2024-12-01' }];
    const after = chain(column('申报'), { is: 'notice' }, column('发证'));
    expect(find([after, chain(column('申报'), column('别的'))], '2024-11-01', cells)).toBeNull();
  });

  it('where the scheme orders none before it there is none', () => {
    expect(find([], '2024-01-01', [{ 申报: '2024-11-01' }])).toBeNull();
  });
});
