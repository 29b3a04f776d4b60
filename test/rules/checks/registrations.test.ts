import { describe, expect, it } from 'vitest';
import { checkRoster } from '../../../rules/check-roster.ts';
import type { MasterRoster } from '../../../rules/master-roster.ts';
import type { FactValue } from '../../../rules/roster-column.ts';
import { makeAward, makeCondition, makeIndex, makeNominee, makeScheme, makeUnit } from '../../support/small-scheme.ts';

const inTime = makeCondition('in-time', {
  kind: 'fact',
  of: 'nominee',
  heading: '收到日期',
  test: { date: { kind: 'between', to: '2024-12-30' } },
  whenFilled: true,
});
const SCHEME = makeScheme([
  makeAward('one', '一', [makeCondition('member', { kind: 'member-unit' }), inTime]),
  makeAward('two', '二', [makeCondition('member', { kind: 'member-unit' })]),
]);

/** One nomination of a unit of its own for each cell. */
function check(cells: readonly FactValue[], award = '一等级', absentColumns: MasterRoster['absentColumns'] = []) {
  const memberUnits = cells.map((_, index) => ({ ...makeUnit(), row: index + 2, number: String(index) }));
  const nominees = cells.map((cell, index) => ({
    ...makeNominee(award, { 收到日期: cell }),
    row: index + 2,
    application: `A${index}`,
    unitNumber: String(index),
  }));
  const { remarks, nominees: checks } = checkRoster(
    SCHEME,
    makeIndex(SCHEME, { memberUnits, nominees, absentColumns }).roster,
  );
  return {
    told: remarks.map(({ rule, severity, nominations }) => `${rule} ${severity} ${nominations.length}`),
    cleared: checks.map(({ cleared }) => cleared),
  };
}

describe('what is registered as it comes in', () => {
  it('is judged once it is there', () => {
    expect(check(['2024-12-30', '2024-12-31'])).toEqual({ told: ['in-time violation 1'], cleared: [true, false] });
  });

  it('is one question until it is there, and holds nobody up', () => {
    expect(check(['2024-12-30', null, null])).toEqual({
      told: ['registration-blank question 2'],
      cleared: [true, true, true],
    });
    expect(check([null, null]).told).toEqual(['registration-blank question 2']);
  });

  it('is worth a note where the roster has no such column', () => {
    const lacking = check([null, null], '一等级', [{ sheet: 'nominees', heading: '收到日期' }]);
    expect(lacking).toEqual({ told: ['registration-blank note 2'], cleared: [true, true] });
  });

  it('is asked of those alone whose award asks for it', () => {
    expect(check([null, '2025-01-01'], '二等级')).toEqual({ told: [], cleared: [true, true] });
  });
});
