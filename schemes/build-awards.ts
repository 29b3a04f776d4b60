/** `awards.yaml` → awards, each with the conditions that name it, in the order of the file. */
import type { Condition } from '../rules/condition.ts';
import type { Award } from '../rules/scheme.ts';
import { citeAward, citeRule, type Cite } from './cite.ts';
import { buildCondition, type ConditionShape } from './conditions/registry.ts';
import type { AwardsShape } from './shapes/awards.ts';

/** @param scopes ids of the scheme's scopes */
export function buildAwards({ awards, conditions }: AwardsShape, scopes: readonly string[], cite: Cite): Award[] {
  const built = conditions.map((shape) => ({ awards: shape.awards, conditionFor: buildFor(shape, scopes, cite) }));
  return awards.map((award) => ({
    ...award,
    cite: cite(award.cite),
    honours: award.honours.map((honour) => ({ value: honour.value, cite: cite(honour.cite) })),
    conditions: built.flatMap(({ awards: of, conditionFor }) =>
      of.includes(award.id) ? [conditionFor(award.id)] : [],
    ),
  }));
}

/** Awards that share a condition, words and clauses, share the object, so that it is answered once for all of them. */
function buildFor(shape: ConditionShape, scopes: readonly string[], cite: Cite): (award: string) => Condition {
  const rule = citeRule(shape.cite, cite);
  const built = new Map<string, Condition>();
  return (award) => {
    const cited = citeAward(rule, award, scopes);
    const key = JSON.stringify([cited.cite, ...(cited.citeByScope ?? [])]);
    const condition = built.get(key) ?? buildCondition(shape, cited);
    built.set(key, condition);
    return condition;
  };
}
