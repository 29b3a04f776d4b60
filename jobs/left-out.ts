import { partOf, type RosterCheck } from '../rules/check-roster.ts';
import type { NomineeCheck, Standing } from '../rules/nominee-check.ts';
import { isRejected, stepsBefore } from '../rules/review.ts';
import { waitsForOpinion } from '../rules/waiting-conclusions.ts';
import type { GatedOutput, ReviewStep } from '../rules/scheme-parts.ts';
import { describeGaps, gapOf, type Gap } from '../rules/incomplete-base.ts';
import { hideLongNumbers } from '../rules/id-number.ts';
import { describeResting, pickResting, type Listed, type Resting } from '../rules/resting-decisions.ts';
import { SHEET } from '../rules/roster-cell.ts';
import type { JobContext, Verdict } from './job.ts';
import { run } from './way.ts';

type Tell = Pick<JobContext, 'tell'>;

/** Says what stands in red on the output. */
export function tellGaps(gaps: readonly Gap[], { tell }: Tell): void {
  if (gaps.length > 0) tell(describeGaps(gaps), 'draft', gaps);
}

/** For programs: whose alone the output is; nothing of the whole. */
export function partToJson(check: Pick<RosterCheck, 'part'>): { readonly part?: string } {
  const part = partOf(check);
  return part === '' ? {} : { part };
}

/** In front of a sentence that counts: `浦东：`; empty of the whole. */
export function whosePart(check: Pick<RosterCheck, 'part'>): string {
  const part = partOf(check);
  return part === '' ? '' : `${part}：`;
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
  const stand = (wanted: Standing) => nominees.filter(({ standing }) => standing[output] === wanted);
  const judged = new Map(nominees.map((each) => [each.nominee, each]));
  // Of an award that the scheme does not have nobody is judged.
  const held = index.roster.nominees.filter((each) => (judged.get(each)?.standing[output] ?? 'held') === 'held');
  const waiting = stand('waiting');
  const steps = stepsBefore(index.scheme, output);
  // What is wrong is told before what is not there yet.
  const faulty = waiting.filter((each) => hasFault(each, steps));
  const deferred = waiting.filter((each) => !faulty.includes(each) && isDeferred(each));
  const rest = waiting.filter((each) => !faulty.includes(each) && !deferred.includes(each));
  const sought = rest.filter((each) => waitsForOpinion(each, steps));
  const open = rest.filter((each) => listOpen(each, steps).length > 0 && !sought.includes(each));
  const dependent = rest.length - open.length - sought.length;
  const rejected = stand('rejected').filter(isRejected).length;
  const fallen = stand('rejected').length - rejected;
  if (held.length > 0) {
    tell(
      `有 ${held.length} 个推荐未通过审查，没有列入；${run('check')} 查看原因。`,
      'left-out',
      gapOf('没有通过审查的推荐', '逐人结论', held),
    );
  }
  if (faulty.length > 0) {
    tell(`有 ${faulty.length} 个推荐的结论填写有误，更正前没有列入；${run('check')} 查看原因。`, 'left-out');
  }
  if (open.length > 0) {
    const lacking = steps.filter(
      (step) => step.asks === null && open.some((each) => listOpen(each, steps).includes(step)),
    );
    const names = lacking.map(({ name }) => `“${name}”`).join('、');
    tell(
      `有 ${open.length} 个推荐通过审查而尚无入围的结论，没有列入；请把${names}的结论写入总名册的“决定”表。`,
      'left-out',
      gapOf(
        '待结论的推荐',
        '待结论',
        open.map(({ nominee }) => nominee),
      ),
    );
  }
  if (sought.length > 0) {
    const asking = steps.filter(({ asks }) => asks !== null);
    tell(
      `有 ${sought.length} 个推荐还没有征求到同意的意见（${asking.map(({ name }) => name).join('、')}），没有列入；请把答复写入总名册的“决定”表，不同意的、没有答复的，由${asking[0]?.body ?? ''}作结论并写明理由。`,
      'left-out',
      gapOf(
        '没有征求到同意意见的推荐',
        '待结论',
        sought.map(({ nominee }) => nominee),
      ),
    );
  }
  if (dependent > 0) tell(`有 ${dependent} 个推荐要等所在单位的推荐入围，没有列入。`, 'left-out');
  if (deferred.length > 0) tell(`有 ${deferred.length} 个推荐的结论为待议，没有列入。`);
  if (rejected > 0) tell(`有 ${rejected} 个推荐的结论为不入围，没有列入。`);
  if (fallen > 0) tell(`有 ${fallen} 个推荐因所在单位的推荐不入围，没有列入。`);
  return held.length + waiting.length - deferred.length > 0 ? 'violations' : 'fine';
}

function hasFault({ conclusions }: NomineeCheck, steps: readonly ReviewStep[]): boolean {
  return conclusions.some(({ step, faults }) => steps.includes(step) && faults.length > 0);
}

/** The steps that nobody has concluded. */
function listOpen({ conclusions }: NomineeCheck, steps: readonly ReviewStep[]): ReviewStep[] {
  return conclusions.flatMap(({ step, conclusion }) => (steps.includes(step) && conclusion === null ? [step] : []));
}

function isDeferred({ conclusions }: NomineeCheck): boolean {
  return conclusions.some(({ conclusion }) => conclusion === 'deferred');
}
