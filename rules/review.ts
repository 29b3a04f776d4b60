/**
 * 评审: eligible is not yet chosen. Where a document has bodies that conclude, what goes out rests on what they concluded, not on what a program
 * finds; they decide, and a conclusion against a condition says why.
 */
import { isConsented, readOpinion } from './asked-opinions.ts';
import { parentAwardsOf } from './conditions/registry.ts';
import { isConclusion, type Decision } from './decision.ts';
import { holdsUp, isListedRule, voidsDecision, type Finding } from './finding.ts';
import { findStep } from './find-step.ts';
import type { Nominee } from './master-roster.ts';
import type { ClearedNominee, LackingParent, NomineeCheck, Standing, StepConclusion } from './nominee-check.ts';
import { isPublishable } from './publishable.ts';
import { nominationsFor, type RosterIndex } from './roster-index.ts';
import { GATED_OUTPUTS, type GatedOutput, type ReviewStep } from './scheme-parts.ts';
import type { Scheme } from './scheme.ts';

/**
 * What every step says of a nomination, in their order.
 * @param findings about the nomination: where one says that a row is wrong, what that row says does not count
 */
export function concludeSteps(
  index: RosterIndex,
  nominee: Nominee,
  findings: readonly Finding[] = [],
): StepConclusion[] {
  const voids = findings.filter(voidsDecision);
  const ofStep = (rows: readonly Decision[], step: ReviewStep) =>
    rows.filter((row) => findStep(index.scheme, row) === step);
  return (index.scheme.review?.steps ?? []).map((step) => {
    const rows = ofStep(index.decisions.namingNomination(nominee), step);
    const faults = voids.filter((finding) => ofStep(listRows(index, finding), step).length > 0);
    const counted = ofStep(index.decisions.aboutNomination(nominee), step);
    const sought = readOpinion(index, step, nominee, counted);
    const decision = counted.find(({ word }) => isConclusion(word)) ?? null;
    const consent = sought && isConsented(sought) ? 'shortlisted' : null;
    const said = decision && isConclusion(decision.word) ? decision.word : consent;
    return { step, conclusion: faults.length > 0 ? null : said, decision, sought, rows, faults };
  });
}

/** The rows of 决定 that a finding is about. */
function listRows({ roster }: RosterIndex, { where }: Finding): Decision[] {
  return where.flatMap(({ sheet, row }) =>
    sheet === 'decisions' ? roster.decisions.filter((each) => each.row === row) : [],
  );
}

/**
 * The steps that come before an output. One that no step gates waits for what gates an earlier output: prizes and certificates follow the notice;
 * a roster that no step gates is handed up before any review.
 */
export function stepsBefore({ review }: Scheme, output: GatedOutput): readonly ReviewStep[] {
  const steps = review?.steps ?? [];
  const earlier = GATED_OUTPUTS.slice(0, 1 + GATED_OUTPUTS.indexOf(output));
  const gate = earlier.findLast((each) => steps.some(({ gates }) => gates.includes(each)));
  return steps.slice(0, 1 + steps.findLastIndex(({ gates }) => gate !== undefined && gates.includes(gate)));
}

/** Says of every nomination what was concluded, and what it goes out in. Nothing goes out that depends on what does not. */
export function standNominees(index: RosterIndex, cleared: readonly ClearedNominee[]): NomineeCheck[] {
  const concluded = cleared.map((each) => ({
    ...each,
    conclusions: concludeSteps(index, each.nominee, each.findings),
  }));
  const byNominee = new Map(concluded.map((each) => [each.nominee, each]));
  // For an award that comes from another of the same unit: the best of the unit's nominations for that one, where none goes out.
  const listLacking = (each: Concluded, steps: readonly ReviewStep[]): (readonly LackingParent[])[] =>
    parentAwardsOf(each.award).flatMap((award) => {
      const parents = nominationsFor(index, award, each.nominee.unitNumber).flatMap((nominee): LackingParent[] => {
        const known = byNominee.get(nominee);
        return known ? [{ nominee, standing: standFor(known, steps) }] : [];
      });
      const best = BEST_FIRST.find((wanted) => parents.some(({ standing }) => standing === wanted)) ?? 'held';
      return GOES_OUT.includes(best) ? [] : [parents.filter(({ standing }) => standing === best)];
    });
  const standFor = (each: Concluded, steps: readonly ReviewStep[]): Standing => {
    const own = standAlone(each, steps);
    if (!GOES_OUT.includes(own)) return own;
    const [lacking] = listLacking(each, steps);
    return lacking ? (lacking[0]?.standing ?? 'held') : own;
  };
  const all = index.scheme.review?.steps ?? [];
  const before = (each: Concluded, output: GatedOutput) => standFor(each, stepsBefore(index.scheme, output));
  return concluded.map((each) => ({
    ...each,
    standing: {
      roster: before(each, 'roster'),
      notice: before(each, 'notice'),
      prize: before(each, 'prize'),
      certificate: before(each, 'certificate'),
    },
    reviewed: standFor(each, all),
    lacksParents: listLacking(each, all)
      .flat()
      .filter(({ standing }) => standing === 'rejected' || standing === 'waiting'),
  }));
}

export const GOES_OUT: readonly Standing[] = ['chosen', 'against'];
const BEST_FIRST: readonly Standing[] = ['chosen', 'against', 'waiting', 'held', 'rejected'];

/** The nominations that an output holds, in the roster's order. Whatever was concluded, none goes out under a name that is more than a name. */
export function listChosen(nominees: readonly NomineeCheck[], output: GatedOutput): NomineeCheck[] {
  return nominees.filter((each) => GOES_OUT.includes(each.standing[output]) && isPublishable(each));
}

type Concluded = ClearedNominee & Pick<NomineeCheck, 'conclusions'>;

/** A step that says no ends it for all outputs. */
function standAlone(each: Concluded, steps: readonly ReviewStep[]): Standing {
  if (isRejected(each)) return 'rejected';
  const needed = each.conclusions.filter(({ step }) => steps.includes(step));
  const isShortlisted = needed.every(({ conclusion }) => conclusion === 'shortlisted');
  if (each.cleared) return isShortlisted ? 'chosen' : 'waiting';
  const isDecided = needed.length > 0 && isShortlisted && isInOrder(each);
  return isDecided && listUnreasoned(needed).length === 0 ? 'against' : 'held';
}

/** Whether the turn of a step has come: what is concluded before it lets the nomination on. Of those that are asked nobody waits for another. */
export function isDue(each: Omit<NomineeCheck, 'standing' | 'reviewed' | 'lacksParents'>, step: ReviewStep): boolean {
  const before = each.conclusions.map((own) => own.step);
  const earlier = before.slice(0, before.indexOf(step)).filter(({ asks }) => asks === null);
  return GOES_OUT.includes(standAlone(each, earlier));
}

/** Whether a step of its own said no; a department may also fall with its unit. */
export function isRejected({ conclusions }: Pick<NomineeCheck, 'conclusions'>): boolean {
  return conclusions.some(({ conclusion }) => conclusion === 'rejected');
}

/** A body may shortlist whoever fails a condition, if it says why; not where the nomination itself is in disorder. */
function isInOrder({ unit, findings, heldUpBy }: Pick<ClearedNominee, 'unit' | 'findings' | 'heldUpBy'>): boolean {
  return unit !== null && heldUpBy.length === 0 && !findings.some((each) => holdsUp(each) && isListedRule(each.rule));
}

/** The last row that shortlists. */
export function findShortlisting(conclusions: readonly StepConclusion[]): Decision | null {
  return conclusions.findLast(({ conclusion, decision }) => conclusion === 'shortlisted' && decision)?.decision ?? null;
}

/**
 * The conclusions that would have to say why, were a condition not met, and do not: of each step that something goes out after, for nobody who
 * makes a list asks what a later step will say; and the last one.
 */
export function listUnreasoned(conclusions: readonly StepConclusion[]): StepConclusion[] {
  const last = findShortlisting(conclusions);
  return conclusions.filter(
    ({ step, conclusion, decision }) =>
      conclusion === 'shortlisted' && decision?.reason === '' && (step.gates.length > 0 || decision === last),
  );
}
