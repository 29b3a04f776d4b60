/** One nominee that fails each condition of the scheme, and one that leaves each open that can be open. */
import type { Condition } from '../../rules/condition.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { plantCondition } from './conditions/registry.ts';
import type { RowFlaw, Sample } from './flaw.ts';
import type { Victims } from './victims.ts';

export function* plantConditionFlaws(sample: Sample, victims: Victims): Iterable<RowFlaw> {
  for (const { condition, awards } of listDistinct(sample.scheme)) {
    yield* plantCondition(condition, awards, sample, victims);
  }
}

/** Each condition once, with the awards that have it; grades may ask different things under one id. */
function listDistinct({ awards }: Scheme): { condition: Condition; awards: Award[] }[] {
  const holders = new Map<string, { condition: Condition; awards: Award[] }>();
  for (const award of awards) {
    for (const condition of award.conditions) {
      const content = JSON.stringify(condition);
      const known = holders.get(content);
      if (known) known.awards.push(award);
      else holders.set(content, { condition, awards: [award] });
    }
  }
  return [...holders.values()];
}
