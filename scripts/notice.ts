import { isDay, showDay, weekdayOf } from '../rules/calendar.ts';
import type { RosterCheck } from '../rules/check-roster.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import { findLaterDate } from '../rules/notice-day.ts';
import { composePublicNotice, listNotified, periodOf, type NoticeTiming } from '../rules/public-notice.ts';
import { listResting, pickResting } from '../rules/resting-decisions.ts';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { writePublicNotice } from '../workbook/draw/write-public-notice.ts';
import { quote } from '../workbook/intake/quote.ts';
import { deliver, type OutputOptions } from './deliver.ts';
import type { ExitCode } from './exit-code.ts';
import { gapsToJson, restingToJson, sayGaps, sayLeftOut, sayResting } from './left-out.ts';
import { loadRoster } from './load-roster.ts';
import { say } from './terminal.ts';

export interface NoticeOptions extends OutputOptions {
  /** The day of publication. */
  readonly from?: string;
  /** How many days the list hangs out, where the document does not say or less is not enough. */
  readonly days?: number;
}

/** `notice R.xlsx --out F.xlsx`: the public notice, names and units only. */
export async function notice(path: string, options: NoticeOptions): Promise<ExitCode> {
  const { scheme, check } = await loadRoster(path);
  const timing = timeNotice(scheme, options);
  const groups = composePublicNotice(check);
  const gaps = listGaps(check, 'notice');
  const listed = listNotified(check);
  const resting = listResting(check, 'notice');
  await deliver(options, {
    file: () => writePublicNotice(scheme, groups, gaps, pickResting(listed, resting).length, timing),
    json: () => ({ incomplete: gapsToJson(gaps), decided: restingToJson(listed, resting), ...timing, groups }),
  });
  sayGaps(gaps);
  sayResting(listed, resting);
  warnOfOrder(check, timing);
  warnOfWeekend(timing);
  return sayLeftOut(check, 'notice');
}

function timeNotice(
  { title, notice: { days: ruled } }: Scheme,
  { from, days = ruled?.value }: NoticeOptions,
): NoticeTiming {
  if (ruled && days !== undefined && days < ruled.value) {
    throw new UnusableInput(
      `“${title}”规定公示 ${ruled.value} 天（${ruled.cite.clause}），--days ${days} 少于规定；请改为 ${ruled.value} 或更多，或去掉 --days。`,
    );
  }
  if (from === undefined) return { days: days ?? null, period: null };
  if (!isDay(from)) throw new UnusableInput(`--from 应为公布那天的日期，如 2024-12-10，现在是“${from}”；请改正。`);
  if (days === undefined) {
    throw new UnusableInput(`“${title}”没有规定公示几天，算不出起止日期；请加 --days 和天数，如 --days 5。`);
  }
  return { days, period: periodOf(from, days) };
}

/** What is not concluded yet cannot hang out. */
function warnOfOrder(check: RosterCheck, { period }: NoticeTiming): void {
  const later = period && findLaterDate(check, period.published);
  if (!period || !later) return;
  const { nominee, where, day } = later;
  say(
    `公布的日期${showDay(period.published)}太早：${quote(nominee.name || nominee.unitName)}的“${where.heading}”是${showDay(day)}；请核对 --from 和总名册中的日期。`,
  );
}

const WEEKEND = new Map([
  [0, '星期日'],
  [6, '星期六'],
]);

/** Which days off are moved to weekdays, and which weekends are worked, no rule says beforehand; so it is for people to look. */
function warnOfWeekend({ period }: NoticeTiming): void {
  const weekday = period && WEEKEND.get(weekdayOf(period.last));
  if (!period || !weekday) return;
  say(
    `公示的最后一天${showDay(period.last)}是${weekday}；最后一日是法定休假日的，以休假日结束的次日为最后一日（《民法典》第二百零三条），请核对后用 --days 顺延。`,
  );
}
