import type { RosterCheck } from '../rules/check-roster.ts';
import type { NomineeCheck, Standing } from '../rules/nominee-check.ts';
import { stepsBefore } from '../rules/review.ts';
import type { GatedOutput } from '../rules/scheme-parts.ts';
import { describeGaps, type Gap } from '../rules/incomplete-base.ts';
import { hideLongNumbers } from '../rules/id-number.ts';
import { describeResting, pickResting, type Listed, type Resting } from '../rules/resting-decisions.ts';
import { SHEET } from '../rules/master-roster.ts';
import type { JobContext, Verdict } from './job.ts';
import { run } from './way.ts';

type Tell = Pick<JobContext, 'tell'>;

/** Says what stands in red on the output. */
export function tellGaps(gaps: readonly Gap[], { tell }: Tell): void {
  if (gaps.length > 0) tell(describeGaps(gaps));
}

/** For programs: what the output rests on and does not have; an empty list where the base is complete. */
export function gapsToJson(gaps: readonly Gap[]) {
  return gaps.map(({ what, count, where }) => ({
    what,
    count,
    where: where.map(({ sheet, row }) => ({ sheet: SHEET[sheet], row })),
  }));
}

/** Says of the whole output what each of its sheets says of its own rows. */
export function tellResting(listed: readonly Listed[], resting: Resting, { tell }: Tell): void {
  const line = describeResting(listed, resting);
  if (line !== '') tell(line);
}

/** For programs: what of the output rests on a decision, and on whose; an empty list where nothing does. */
export function restingToJson(listed: readonly Listed[], resting: Resting) {
  return pickResting(listed, resting).map((nominee) => ({
    row: nominee.row,
    application: hideLongNumbers(nominee.application),
    decisionOf: (resting.get(nominee) ?? nominee).row,
  }));
}

/** Says how many nominees an output leaves out, and why; the verdict is about the same. */
export function tellLeftOut({ index, nominees }: RosterCheck, output: GatedOutput, { tell }: Tell): Verdict {
  const count = (...wanted: readonly Standing[]) =>
    nominees.filter(({ standing }) => wanted.includes(standing[output])).length;
  const held = count('held') + index.roster.nominees.length - nominees.length;
  const waiting = nominees.filter(({ standing }) => standing[output] === 'waiting');
  const deferred = waiting.filter(isDeferred).length;
  const open = waiting.length - deferred;
  const rejected = count('rejected');
  if (held > 0) tell(`有 ${held} 个推荐未通过审查，没有列入；${run('check')} 查看原因。`);
  if (open > 0) {
    const steps = stepsBefore(index.scheme, output).map(({ name }) => `“${name}”`);
    tell(`有 ${open} 个推荐通过审查而尚无入围的结论，没有列入；请把${steps.join('、')}的结论写入总名册的“决定”表。`);
  }
  if (deferred > 0) tell(`有 ${deferred} 个推荐的结论为待议，没有列入。`);
  if (rejected > 0) tell(`有 ${rejected} 个推荐的结论为不入围，没有列入。`);
  return held + open > 0 ? 'violations' : 'fine';
}

function isDeferred({ conclusions }: NomineeCheck): boolean {
  return conclusions.some(({ conclusion }) => conclusion === 'deferred');
}
