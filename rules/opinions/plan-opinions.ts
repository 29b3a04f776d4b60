/** What goes out to each body whose opinion is sought: the nominations that are before it. */
import type { RosterCheck } from '../check-roster.ts';
import type { Decision } from '../decision.ts';
import type { Nominee } from '../master-roster.ts';
import { listOpinions } from '../opinion-lists.ts';
import type { ReviewStep } from '../scheme-parts.ts';
import type { Scheme } from '../scheme.ts';

/** What one body gets. */
export interface OutgoingOpinions {
  readonly scheme: Scheme;
  readonly step: ReviewStep;
  readonly body: string;
  readonly rows: readonly OutgoingOpinion[];
}

export interface OutgoingOpinion {
  readonly nominee: Nominee;
  /** Of 会员单位. */
  readonly unitName: string;
  /** What the roster has of the body already; null where it has not answered. */
  readonly opinion: Decision | null;
}

interface OpinionPlan {
  /** In the document's order. */
  readonly lists: readonly OutgoingOpinions[];
  /** An answer would not say about which of them it is. */
  readonly unnumbered: readonly Nominee[];
  /** Nobody can tell whom to ask. */
  readonly unknown: readonly Nominee[];
}

export function planOpinions(check: RosterCheck): OpinionPlan {
  const { scheme } = check.index;
  const all = listOpinions(check);
  const unnumbered = new Set<Nominee>();
  const lists = all.flatMap(({ step, body, sought }): OutgoingOpinions[] => {
    const rows = sought.flatMap(({ check: { nominee, unit }, opinion }): OutgoingOpinion[] => {
      if (nominee.application !== '') return [{ nominee, unitName: unit?.name ?? nominee.unitName, opinion }];
      unnumbered.add(nominee);
      return [];
    });
    return rows.length > 0 ? [{ scheme, step, body, rows }] : [];
  });
  const unknown = check.nominees
    .filter(({ unit, cleared }) => unit !== null && cleared)
    .filter(({ conclusions }) => conclusions.some(({ sought }) => sought?.asked.kind === 'unknown'))
    .map(({ nominee }) => nominee);
  return { lists, unnumbered: [...unnumbered], unknown };
}
