/** 日期的先后: columns of dates that exist, a notice whose days are known, and no date before itself. */
import type { RawScheme } from '../raw-scheme.ts';
import { NOTICE_POINT, type DateChainShape } from '../shapes/date-order.ts';
import type { FieldPath } from '../yaml-file.ts';
import { findCircle } from './circles.ts';
import { collectNames } from './collect-names.ts';
import { checkName } from './names.ts';

/** Reports what `dateOrder` names and nobody defined, and orders that nothing could keep. */
export function checkDateOrder(raw: RawScheme): void {
  const { dateColumns, steps } = collectNames(raw);
  const { dateOrder } = raw.scheme.data;
  dateOrder.forEach(({ from, dates, until }, chain) => {
    dates.forEach((point, position) => {
      const path = ['dateOrder', chain, 'dates', position];
      if (point === NOTICE_POINT) {
        const hasEarlier = position > 0 || from !== undefined;
        const hasLater = position < dates.length - 1 || until !== undefined;
        checkNotice(raw, path, hasEarlier, hasLater);
        return;
      }
      checkName(raw.scheme, path, point, [...dateColumns.keys(), ...steps, NOTICE_POINT]);
      if ((dateColumns.get(point)?.length ?? 0) + (steps.has(point) ? 1 : 0) > 1) {
        raw.scheme.report(
          path,
          `总名册有几个表都有“${point}”列，或者评审的一步也叫这个名称，分不清是哪一个，请改得不同`,
        );
      }
    });
  });
  checkCircles(raw, dateOrder);
}

/** At the end it is the day of publication, which `notice` is told; what comes behind it waits for its days. */
function checkNotice({ scheme }: RawScheme, path: FieldPath, hasEarlier: boolean, hasLater: boolean): void {
  if (!hasEarlier) scheme.report(path, '公示期的前面应有日期，请补上');
  if (hasLater && !scheme.data.notice.days) {
    scheme.report(path, '公示期后面的日期要隔公示的天数，须在 notice 的 days 写明，请补上');
  }
}

function checkCircles({ scheme }: RawScheme, chains: readonly DateChainShape[]): void {
  const next = (name: string) =>
    chains.flatMap(({ dates }) => dates.slice(1).filter((_, position) => dates[position] === name));
  const known = new Set<string>();
  chains.forEach(({ dates }, chain) => {
    for (const start of dates) {
      const circle = known.has(start) ? null : findCircle(start, next);
      if (!circle) continue;
      for (const name of circle) known.add(name);
      scheme.report(['dateOrder', chain, 'dates'], `日期的先后绕成一圈：${circle.join(' → ')}，请核对`);
    }
  });
}
