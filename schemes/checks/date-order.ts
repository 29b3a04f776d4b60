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
    const [first, last] = [from ? -1 : 0, dates.length - (until ? 0 : 1)];
    dates.forEach((point, position) => {
      const path = ['dateOrder', chain, 'dates', position];
      if (point === NOTICE_POINT) {
        checkNotice(raw, path, position === first || position === last);
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

function checkNotice({ scheme }: RawScheme, path: FieldPath, isAtEnd: boolean): void {
  if (!scheme.data.notice.days) scheme.report(path, '公示期须在 notice 的 days 写明公示几天，请补上，或删去公示期');
  if (isAtEnd) scheme.report(path, '公示期的前后都应有日期，请补上');
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
