import type { DateChain, DatePoint } from '../rules/scheme-parts.ts';
import { collectNames } from './checks/collect-names.ts';
import type { Cite } from './cite.ts';
import type { RawScheme } from './raw-scheme.ts';
import { NOTICE_POINT } from './shapes/date-order.ts';

export function buildDateOrder(raw: RawScheme, cite: Cite): DateChain[] {
  const { dateColumns, steps } = collectNames(raw);
  const build = (heading: string): DatePoint => {
    if (heading === NOTICE_POINT) return { is: 'notice' };
    if (steps.has(heading)) return { is: 'step', step: heading };
    const [sheet] = dateColumns.get(heading) ?? [];
    if (!sheet) throw new Error('a date of no column has passed the check');
    return { is: 'column', sheet, heading };
  };
  return raw.scheme.data.dateOrder.map((chain) => ({
    points: [
      ...(chain.from ? [{ is: 'first-day' as const, ...chain.from }] : []),
      ...chain.dates.map(build),
      ...(chain.until ? [{ is: 'last-day' as const, ...chain.until }] : []),
    ],
    cite: chain.cite ? cite(chain.cite) : null,
    reason: chain.reason ?? '',
  }));
}
