import type { Citation } from '../citation.ts';
import type { CitedRule, Finding } from '../finding.ts';
import type { RosterIndex } from '../roster-index.ts';

/** Runs a check if the scheme's notice gives cause for its rule, with the clause that does. */
export function whenCited(
  index: RosterIndex,
  rule: CitedRule,
  check: (cite: Citation, rule: CitedRule) => Iterable<Finding>,
): Iterable<Finding> {
  const cite = index.scheme.checks[rule];
  return cite ? check(cite, rule) : [];
}
