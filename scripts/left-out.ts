import type { RosterCheck } from '../rules/check-roster.ts';
import type { NomineeCheck, Standing } from '../rules/nominee-check.ts';
import { stepsBefore } from '../rules/review.ts';
import type { GatedOutput } from '../rules/scheme-parts.ts';
import { describeGaps, type Gap } from '../rules/incomplete-base.ts';
import { SHEET } from '../rules/master-roster.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { say } from './terminal.ts';

/** Says what stands in red on the output. */
export function sayGaps(gaps: readonly Gap[]): void {
  if (gaps.length > 0) say(describeGaps(gaps));
}

/** For programs: what the output rests on and does not have; an empty list where the base is complete. */
export function gapsToJson(gaps: readonly Gap[]) {
  return gaps.map(({ what, count, where }) => ({
    what,
    count,
    where: where.map(({ sheet, row }) => ({ sheet: SHEET[sheet], row })),
  }));
}

/** Says how many nominees an output leaves out, and why; the exit code tells the same. */
export function sayLeftOut({ index, nominees }: RosterCheck, output: GatedOutput): ExitCode {
  const count = (...wanted: readonly Standing[]) =>
    nominees.filter(({ standing }) => wanted.includes(standing[output])).length;
  const held = count('held') + index.roster.nominees.length - nominees.length;
  const waiting = nominees.filter(({ standing }) => standing[output] === 'waiting');
  const deferred = waiting.filter(isDeferred).length;
  const open = waiting.length - deferred;
  const rejected = count('rejected');
  const against = count('against');
  if (held > 0) say(`有 ${held} 个推荐未通过审查，没有列入；运行 npx pingyou check 查看原因。`);
  if (open > 0) {
    const steps = stepsBefore(index.scheme, output).map(({ name }) => `“${name}”`);
    say(`有 ${open} 个推荐通过审查而尚无入围的结论，没有列入；请把${steps.join('、')}的结论写入总名册的“决定”表。`);
  }
  if (deferred > 0) say(`有 ${deferred} 个推荐的结论为待议，没有列入。`);
  if (rejected > 0) say(`有 ${rejected} 个推荐的结论为不入围，没有列入。`);
  if (against > 0) say(`有 ${against} 个推荐与条件不符，依评审的结论列入，理由见总名册的“决定”表。`);
  return held + open > 0 ? EXIT.violations : EXIT.fine;
}

function isDeferred({ conclusions }: NomineeCheck): boolean {
  return conclusions.some(({ conclusion }) => conclusion === 'deferred');
}
