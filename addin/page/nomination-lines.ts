/** The nominations of the open roster as the page lists them. */
import { hideLongNumbers } from '../../rules/id-number.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import { listWaiting } from '../../rules/waiting-conclusions.ts';
import { describeUnjudged, findUnjudged } from '../../rules/unjudged.ts';
import { describeScores, listObstacles } from '../../rules/verdict.ts';
import { badgeOf, stateOfNomination, type NominationBadge } from '../desk/nomination-state.ts';
import type { NominationState } from '../desk/state-tones.ts';
import { labelNominee } from '../desk/roster-report.ts';
import type { CardKey } from './find/find-entries.ts';

export interface NominationLine {
  /** Which card it opens. */
  readonly card: CardKey;
  /** `某厂 张某` */
  readonly label: string;
  readonly award: string;
  readonly state: NominationState;
  readonly badge: NominationBadge;
  /** What stands in its way, what decides first; empty of one that is cleared. */
  readonly obstacles: readonly string[];
  /** Points of the unit, of one that is not cleared; empty where the scheme has none. */
  readonly scores: string;
  /** The steps of the review whose conclusion it waits for: `初审`. */
  readonly waitsFor: readonly string[];
}

/** In the roster's order. */
export function listNominationLines(check: RosterCheck): NominationLine[] {
  const checks = new Map(check.nominees.map((judged) => [judged.nominee, judged]));
  const unjudged = findUnjudged(check);
  const waits = new Map<unknown, string[]>();
  for (const { check: judged, step } of listWaiting(check))
    waits.set(judged, [...(waits.get(judged) ?? []), step.name]);
  return check.index.roster.nominees.map((nominee) => {
    const judged = checks.get(nominee);
    const state = stateOfNomination(judged);
    const isHeld = judged !== undefined && state !== 'cleared';
    return {
      card: { sheet: 'nominees', row: nominee.row },
      label: hideLongNumbers(labelNominee(nominee)),
      award: hideLongNumbers(nominee.award),
      state,
      badge: badgeOf(judged),
      obstacles: (isHeld ? listObstacles(judged) : describeUnjudged(unjudged.get(nominee) ?? [], nominee)).map(
        hideLongNumbers,
      ),
      scores: isHeld ? describeScores(check.index, judged) : '',
      waitsFor: waits.get(judged) ?? [],
    };
  });
}
