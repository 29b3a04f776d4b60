/** `awards.yaml` → awards, each with the conditions that name it, in the order of the file. */
import type { Award } from '../rules/scheme.ts';
import type { Cite } from './cite.ts';
import { buildCondition } from './conditions/registry.ts';
import type { AwardsShape } from './shapes/awards.ts';

export function buildAwards({ awards, conditions }: AwardsShape, cite: Cite): Award[] {
  // Awards that share a condition share the object, so that it is answered once for all of them.
  const built = conditions.map((shape) => ({ awards: shape.awards, condition: buildCondition(shape, cite) }));
  return awards.map((award) => ({
    ...award,
    cite: cite(award.cite),
    honours: award.honours.map((honour) => ({ value: honour.value, cite: cite(honour.cite) })),
    conditions: built.filter((each) => each.awards.includes(award.id)).map(({ condition }) => condition),
  }));
}
