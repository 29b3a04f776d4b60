/** A district of which the flawed sample holds the nominated units alone, and does not say what it covers. */
import { COVERAGE_LABEL, COVERAGE_WORDS } from '../../rules/roster-cell.ts';
import type { District, Scheme } from '../../rules/scheme.ts';
import { question, type RowFlaw } from './flaw.ts';
import type { SamplePlan } from './plan.ts';

interface ThinnedPlan extends SamplePlan {
  /** Null where the notice prints no members, so that nobody could tell. */
  readonly thinned: District | null;
}

/** Printed members for each nominated unit, at least: then nobody takes the nominated ones for all. */
const PLAINLY_MORE = 4;

/** The smallest district that will do, but not the first, which other flaws crowd. */
export function thinDistrict(scheme: Scheme, plan: SamplePlan): ThinnedPlan {
  const nominated = new Set(plan.nominations.map(({ unit }) => unit));
  const [first] = scheme.districts.filter(({ countsMembers }) => countsMembers);
  const printed = [...(scheme.quota?.published ?? [])].sort((a, b) => (a.members ?? 0) - (b.members ?? 0));
  const chosen = printed.find(({ district, members }) => {
    const units = [...nominated].filter((unit) => unit.district?.name === district);
    return district !== first?.name && units.length > 0 && units.length * PLAINLY_MORE < (members ?? 0);
  });
  const thinned = scheme.districts.find(({ name }) => name === chosen?.district) ?? null;
  const units = plan.units.filter((unit) => thinned === null || unit.district !== thinned || nominated.has(unit));
  return { ...plan, units, thinned };
}

/** Who says 全部 is taken at the word; only where nobody has said it is there something to ask. */
export function coverageOf({ thinned }: { readonly thinned: District | null }): string {
  return thinned ? '' : COVERAGE_WORDS.all;
}

export function* tellThinned({ thinned }: { readonly thinned: District | null }): Iterable<RowFlaw> {
  if (thinned) yield question('coverage-unclear', 'scheme', null, COVERAGE_LABEL);
}
