/** When a list came, held against the last day: the day before, the day itself, the day after, in Beijing's days. */
import { describe, expect, it } from 'vitest';
import { makeReceiptJudge, type EarlierReceipt, type Punctuality } from '../../../rules/nominations/receipts.ts';

const DEADLINE = '2024-12-30';
const saved = (savedAt: string | null, sha256 = 'a') => ({ sha256, savedAt });

interface Case {
  readonly savedAt: string | null;
  readonly receivedOn: string | null;
  readonly on: string | null;
  readonly is: Punctuality;
  readonly late?: number;
  readonly deadline?: string | null;
}

it.each<Case>([
  { savedAt: '2024-12-29T15:59:59Z', receivedOn: null, on: '2024-12-29', is: 'in-time' },
  { savedAt: '2024-12-29T16:00:00Z', receivedOn: null, on: '2024-12-30', is: 'in-time' },
  { savedAt: '2024-12-30T15:59:59Z', receivedOn: null, on: '2024-12-30', is: 'in-time' },
  { savedAt: '2024-12-30T15:59:59.999Z', receivedOn: null, on: '2024-12-30', is: 'in-time' },
  { savedAt: '2024-12-30T16:00:00Z', receivedOn: null, on: '2024-12-31', is: 'late', late: 1 },
  { savedAt: '2024-12-31T16:00:00Z', receivedOn: null, on: '2025-01-01', is: 'late', late: 2 },
  // What staff say is what holds.
  { savedAt: '2024-12-30T16:00:00Z', receivedOn: '2024-12-30', on: '2024-12-30', is: 'in-time' },
  { savedAt: '2024-12-01T00:00:00Z', receivedOn: '2024-12-31', on: '2024-12-31', is: 'late', late: 1 },
  { savedAt: null, receivedOn: '2024-12-29', on: '2024-12-29', is: 'in-time' },
  { savedAt: null, receivedOn: '2025-01-02', on: '2025-01-02', is: 'late', late: 3 },
  { savedAt: null, receivedOn: null, on: null, is: 'unknown' },
  // No year that anybody can mean.
  { savedAt: '9999-12-31T23:00:00Z', receivedOn: null, on: null, is: 'unknown' },
  { savedAt: '2025-01-02T00:00:00Z', receivedOn: null, on: '2025-01-02', is: 'unknown', deadline: null },
])('saved $savedAt, said $receivedOn', ({ savedAt, receivedOn, on, is, late = 0, deadline = DEADLINE }) => {
  const judge = makeReceiptJudge({ deadline, receivedOn, earlier: [] });
  expect(judge(saved(savedAt), '浦东', [saved(savedAt)])).toMatchObject({ on, punctuality: is, daysLate: late });
});

describe('a list that was saved after the day on which it is said to have come', () => {
  it.each([
    ['2024-12-29T00:00:00Z', false],
    ['2024-12-30T00:00:00Z', false],
    ['2024-12-31T00:00:00Z', true],
  ])('%s', (savedAt, isSavedLater) => {
    const judge = makeReceiptJudge({ deadline: DEADLINE, receivedOn: '2024-12-30', earlier: [] });
    expect(judge(saved(savedAt), '浦东', []).isSavedLater).toBe(isSavedLater);
  });
});

describe('a list that came behind the last day', () => {
  const late = saved('2025-01-02T00:00:00Z', 'late');
  const first: EarlierReceipt = {
    district: '浦东',
    sha256: 'first',
    on: '2024-12-30',
    isCounted: true,
    isMended: false,
  };
  const judge = (earlier: readonly EarlierReceipt[], own = [late]) =>
    makeReceiptJudge({ deadline: DEADLINE, receivedOn: null, earlier })(late, '浦东', own).punctuality;

  it.each<[what: string, earlier: EarlierReceipt, is: Punctuality]>([
    ['of a district that had been in time', first, 'mended'],
    ['of one that had been late', { ...first, on: '2024-12-31' }, 'late'],
    ['of one whose list did not count', { ...first, isCounted: false }, 'late'],
    ['of one whose list nobody knows the day of', { ...first, on: null }, 'late'],
    ['of another district', { ...first, district: '黄浦' }, 'late'],
    ['mended once more', { ...first, on: '2025-01-01', isMended: true }, 'mended'],
    // Nobody had chosen among several then.
    ['mended, and not counted', { ...first, on: '2025-01-01', isMended: true, isCounted: false }, 'mended'],
  ])('%s', (_, earlier, is) => {
    expect(judge([earlier])).toBe(is);
  });

  it('beside another that came in time', () => {
    expect(judge([], [late, saved('2024-12-30T00:00:00Z', 'other')])).toBe('mended');
  });

  it('keeps the day that a summary has of it, whatever is said of what is new', () => {
    const earlier = [{ ...first, sha256: 'late', on: '2024-12-28' }];
    const judgeNew = makeReceiptJudge({ deadline: DEADLINE, receivedOn: '2025-01-06', earlier });
    expect(judgeNew(late, '浦东', [late])).toMatchObject({ on: '2024-12-28', punctuality: 'in-time' });
    expect(judgeNew(saved(null, 'new'), '黄浦', [])).toMatchObject({ on: '2025-01-06', punctuality: 'late' });
  });

  it.each([
    [null, null, 'unknown'],
    ['2024-12-30T15:59:59Z', '2024-12-30', 'in-time'],
    ['2024-12-30T16:00:00Z', '2024-12-31', 'late'],
  ] as const)(
    'that a summary knows without a day, saved %s, is none of what came on the day given',
    (savedAt, on, is) => {
      const earlier = [{ ...first, sha256: 'known', on: null, isCounted: false }];
      const judgeKnown = makeReceiptJudge({ deadline: DEADLINE, receivedOn: '2025-01-06', earlier });
      expect(judgeKnown(saved(savedAt, 'known'), '黄浦', [])).toMatchObject({ on, punctuality: is });
    },
  );
});
