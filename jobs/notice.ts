import { isDay, showDay } from '../rules/calendar.ts';
import { partOf, type RosterCheck } from '../rules/check-roster.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import { findLaterDate } from '../rules/notice-day.ts';
import { findWeekendEnd, judgeNoticeLength, MOST_NOTICE_DAYS } from '../rules/notice-length.ts';
import { composePublicNotice, listNotified, periodOf, type NoticeTiming } from '../rules/public-notice.ts';
import { listResting, pickResting } from '../rules/resting-decisions.ts';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { writePublicNotice } from '../workbook/draw/write-public-notice.ts';
import { quoteForUser } from '../workbook/intake/quote.ts';
import { deliver } from './deliver.ts';
import type { JobContext, JobResult, OutputName } from './job.ts';
import { gapsToJson, partToJson, restingToJson, tellGaps, tellLeftOut, tellResting } from './left-out.ts';
import { BY_NOMINATION, loadPart, nameOfPart, type PartRequest } from './load-part.ts';
import { fileChangesToJson } from './tell-changes.ts';
import { give, inputName } from './way.ts';

/** When the list hangs out. */
export interface NoticeDays {
  /** The day of publication. */
  readonly from?: string;
  /** How many days the list hangs out, where the document does not say or less is not enough. */
  readonly days?: number;
}

export interface NoticeInput extends NoticeDays, PartRequest {
  readonly out: OutputName | null;
}

/** 公示名单: names and units only. */
export async function notice(input: NoticeInput, context: JobContext): Promise<JobResult<object>> {
  const { scheme, check } = await loadPart(input, BY_NOMINATION, context.schemes);
  const timing = timeNotice(scheme, input);
  const groups = composePublicNotice(check);
  const gaps = listGaps(check, 'notice');
  const listed = listNotified(check);
  const resting = listResting(check, 'notice');
  const files = await deliver(
    nameOfPart(input.out, check),
    () =>
      writePublicNotice(scheme, groups, {
        part: partOf(check),
        gaps,
        resting: pickResting(listed, resting).length,
        timing,
      }),
    context,
    [input.roster],
  );
  tellGaps(gaps, context);
  tellResting(listed, resting, context);
  warnOfTiming(check, timing, context);
  return {
    files,
    summary: () => ({
      ...partToJson(check),
      incomplete: gapsToJson(gaps),
      changes: fileChangesToJson(files),
      decided: restingToJson(listed, resting),
      ...timing,
      groups,
    }),
    verdict: tellLeftOut(check, 'notice', context),
  };
}

/** @throws UnusableInput where there is no such day, or fewer days than the document rules */
export function timeNotice(
  { title, notice: { days: ruled } }: Scheme,
  { from, days = ruled?.value }: NoticeDays,
): NoticeTiming {
  const fault = judgeNoticeLength(ruled?.value ?? null, days ?? null, from !== undefined);
  if (fault === 'unfit') {
    throw new UnusableInput(`${inputName('days')}应为 1 到 ${MOST_NOTICE_DAYS} 的整数，请改正。`);
  }
  if (fault === 'too-few' && ruled) {
    throw new UnusableInput(
      `“${title}”规定公示 ${ruled.value} 天（${ruled.cite.clause}），${inputName('days')} ${days} 少于规定；请改为 ${ruled.value} 或更多，或去掉 ${inputName('days')}。`,
    );
  }
  if (from === undefined) return { days: days ?? null, period: null };
  if (!isDay(from))
    throw new UnusableInput(`${inputName('from')} 应为公布那天的日期，如 2024-12-10，现在是“${from}”；请改正。`);
  if (days === undefined) {
    throw new UnusableInput(`“${title}”没有规定公示几天，算不出起止日期；请${give('days')}，几天由发公示的单位定。`);
  }
  return { days, period: periodOf(from, days) };
}

/** What to look at once more before the list hangs out. */
export function warnOfTiming(check: RosterCheck, timing: NoticeTiming, context: JobContext): void {
  warnOfBlanks(timing, context);
  warnOfOrder(check, timing, context);
  warnOfWeekend(timing, context);
}

/** Blanks are for a pen: whoever does not know of them hangs the notice out without a period. */
function warnOfBlanks({ period }: NoticeTiming, { tell }: JobContext): void {
  if (period) tell('公示名单上的联系电话是空的，请印出以后填上。');
  else tell(`公示名单上的公示时间和联系电话是空的，请印出以后填上；${give('from')}的，印上起止日期。`);
}

/** What is not concluded yet cannot hang out. */
function warnOfOrder(check: RosterCheck, { period }: NoticeTiming, { tell }: JobContext): void {
  const later = period && findLaterDate(check, period.published);
  if (!period || !later) return;
  const { nominee, where, day } = later;
  tell(
    `公布的日期${showDay(period.published)}太早：${quoteForUser(nominee.name || nominee.unitName)}的“${where.heading}”是${showDay(day)}；请核对 ${inputName('from')} 和总名册中的日期。`,
  );
}

function warnOfWeekend({ days, period }: NoticeTiming, { tell }: JobContext): void {
  const weekend = period && days !== null ? findWeekendEnd(period.published, days) : null;
  if (!weekend) return;
  const mend =
    weekend.days === null
      ? `顺延到星期一就超过 ${MOST_NOTICE_DAYS} 天，请核对后减少天数`
      : `请核对后${give('days', String(weekend.days))}，顺延到星期一`;
  tell(
    `公示的最后一天${showDay(weekend.last)}是${weekend.weekday}；最后一日是法定休假日的，以休假日结束的次日为最后一日（《民法典》第二百零三条），${mend}。`,
  );
}
