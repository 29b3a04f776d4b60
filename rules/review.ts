/**
 * 评审: eligible is not yet chosen. Where a document has bodies that conclude, what goes out rests on what they concluded, not on what a program
 * finds; they decide, and a conclusion against a condition says why.
 */
import { parentAwardsOf } from './conditions/registry.ts';
import { findBlank, isConclusion, type Decision } from './decision.ts';
import { holdsUp, isListedRule } from './finding.ts';
import type { Nominee } from './master-roster.ts';
import type { ClearedNominee, NomineeCheck, Standing, StepConclusion } from './nominee-check.ts';
import { isPublishable } from './publishable.ts';
import { nominationsFor, type RosterIndex } from './roster-index.ts';
import { textKey } from './same-text.ts';
import type { GatedOutput, ReviewStep } from './scheme-parts.ts';
import type { Scheme } from './scheme.ts';

/** The step that a row of 决定 is about; null where it is about something else. */
export function findStep({ review }: Scheme, { matter }: Decision): ReviewStep | null {
  return review?.steps.find(({ name }) => textKey(name) === textKey(matter)) ?? null;
}

/** What every step says of a nomination, in their order. Of two rows of one step nobody can say which one holds, so that neither does. */
export function concludeSteps(index: RosterIndex, nominee: Nominee): StepConclusion[] {
  const rows = index.decisions.all(nominee.application);
  return (index.scheme.review?.steps ?? []).map((step) => {
    const [decision, second] = rows.filter((row) => findStep(index.scheme, row) === step);
    const counts = decision !== undefined && second === undefined && findBlank(decision) === null;
    if (!counts || !isConclusion(decision.word)) return { step, conclusion: null, decision: null };
    return { step, conclusion: decision.word, decision };
  });
}

/** The steps that come before an output. */
export function stepsBefore({ review }: Scheme, output: GatedOutput): readonly ReviewStep[] {
  const steps = review?.steps ?? [];
  return steps.slice(0, 1 + steps.findLastIndex(({ gates }) => gates.includes(output)));
}

/** Says of every nomination what was concluded, and what it goes out in. Nothing goes out that depends on what does not. */
export function standNominees(index: RosterIndex, cleared: readonly ClearedNominee[]): NomineeCheck[] {
  const concluded = cleared.map((each) => ({ ...each, conclusions: concludeSteps(index, each.nominee) }));
  const byNominee = new Map(concluded.map((each) => [each.nominee, each]));
  const standFor = (each: Concluded, output: GatedOutput): Standing => {
    const own = standAlone(index.scheme, each, output);
    if (own !== 'chosen' && own !== 'against') return own;
    const isCarried = parentAwardsOf(each.award).every((award) =>
      nominationsFor(index, award, each.nominee.unitNumber).some((parent) => {
        const known = byNominee.get(parent);
        return known !== undefined && GOES_OUT.includes(standFor(known, output));
      }),
    );
    return isCarried || own === 'against' ? own : 'waiting';
  };
  return concluded.map((each) => ({
    ...each,
    standing: {
      roster: standFor(each, 'roster'),
      notice: standFor(each, 'notice'),
      prize: standFor(each, 'prize'),
      certificate: standFor(each, 'certificate'),
    },
  }));
}

const GOES_OUT: readonly Standing[] = ['chosen', 'against'];

/** The nominations that an output holds, in the roster's order. Whatever was concluded, none goes out under a name that is more than a name. */
export function listChosen(nominees: readonly NomineeCheck[], output: GatedOutput): NomineeCheck[] {
  return nominees.filter((each) => GOES_OUT.includes(each.standing[output]) && isPublishable(each));
}

type Concluded = ClearedNominee & Pick<NomineeCheck, 'conclusions'>;

/** A step that says no ends it for all outputs. */
function standAlone(scheme: Scheme, each: Concluded, output: GatedOutput): Standing {
  if (each.conclusions.some(({ conclusion }) => conclusion === 'rejected')) return 'rejected';
  const steps = stepsBefore(scheme, output);
  const needed = each.conclusions.filter(({ step }) => steps.includes(step));
  const isShortlisted = needed.every(({ conclusion }) => conclusion === 'shortlisted');
  if (each.cleared) return isShortlisted ? 'chosen' : 'waiting';
  const isDecided = needed.length > 0 && isShortlisted && isInOrder(each);
  return isDecided && findShortlisting(needed)?.reason !== '' ? 'against' : 'held';
}

/** A body may shortlist whoever fails a condition, if it says why; not where the nomination itself is in disorder. */
export function isInOrder({
  unit,
  findings,
  heldUpBy,
}: Pick<ClearedNominee, 'unit' | 'findings' | 'heldUpBy'>): boolean {
  return unit !== null && heldUpBy.length === 0 && !findings.some((each) => holdsUp(each) && isListedRule(each.rule));
}

/** The last row that shortlists. */
export function findShortlisting(conclusions: readonly StepConclusion[]): Decision | null {
  return conclusions.findLast(({ conclusion }) => conclusion === 'shortlisted')?.decision ?? null;
}
