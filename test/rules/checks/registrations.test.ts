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
  const {
    remarks,
    basis,
    nominees: checks,
  } = checkRoster(SCHEME, makeIndex(SCHEME, { memberUnits, nominees, absentColumns }).roster);
  return {
    basis,
    told: remarks.map(({ rule, severity, nominations }) => `${rule} ${severity} ${nominations.length}`),
    cleared: checks.map(({ cleared }) => cleared),
  };
}

describe('what is registered as it comes in', () => {
  it('is judged once it is there', () => {
    expect(check(['2024-12-30', '2024-12-31'])).toEqual({
      basis: [],
      told: ['in-time violation 1'],
      cleared: [true, false],
    });
  });

  it('is one question until it is there, and holds nobody up', () => {
    expect(check(['2024-12-30', null, null])).toEqual({
      basis: [],
      told: ['registration-blank question 2'],
      cleared: [true, true, true],
    });
    expect(check([null, null]).told).toEqual(['registration-blank question 2']);
  });

  it('is no finding where the roster has no such column, and is said once as what the check rests on', () => {
    const lacking = check([null, null], '一等级', [{ sheet: 'nominees', heading: '收到日期' }]);
    const sentence = '“推荐名单”没有“收到日期”一列，没有核对：须符合in-time；要核对的，加上这一列，收到后逐项填写。';
    expect(lacking).toEqual({ basis: [sentence], told: [], cleared: [true, true] });
  });

  it('is asked of those alone whose award asks for it', () => {
    expect(check([null, '2025-01-01'], '二等级')).toEqual({ basis: [], told: [], cleared: [true, true] });
  });
});
