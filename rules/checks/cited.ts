import { citeFor, type Citation } from '../citation.ts';
import type { CitedRule, Finding } from '../finding.ts';
import type { Nominee } from '../master-roster.ts';
import { scopeOf, type RosterIndex } from '../roster-index.ts';

/** The clause of a rule for the award and the scope of a nomination; without one, the common clause. */
export type CiteFor = (nominee?: Nominee) => Citation;

/** Runs a check if the scheme's notice gives cause for its rule, with the clauses that do. */
export function whenCited(
  index: RosterIndex,
  rule: CitedRule,
  check: (cite: CiteFor, rule: CitedRule) => Iterable<Finding>,
): Iterable<Finding> {
  const cite = findClauses(index, rule);
  return cite ? check(cite, rule) : [];
}

/** Null where the notice gives no cause for the rule. */
export function findClauses(index: RosterIndex, rule: CitedRule): CiteFor | null {
  const clauses = index.scheme.checks[rule];
  if (!clauses) return null;
  return (nominee) =>
    citeFor(
      clauses,
      nominee ? { award: index.awardByName.get(nominee.award)?.id, scope: scopeOf(index, nominee) } : {},
    );
}
