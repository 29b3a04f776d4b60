/** Every kind of condition as the sample deals with it. */
import type { ConditionName, ConditionOf, FactCondition } from '../../../rules/condition.ts';
import type { Award, Scheme } from '../../../rules/scheme.ts';
import type { RowFlaw, Sample } from '../flaw.ts';
import type { Random } from '../random.ts';
import type { ConditionRows } from '../row.ts';
import type { Victims } from '../victims.ts';
import { anyOf } from './any-of.ts';
import { basicPoints } from './basic-points.ts';
import { confirmation } from './confirmation.ts';
import { appliesIn, fact } from './fact.ts';
import { judgement } from './judgement.ts';
import type { ConditionContext, ConditionSample, LinkedNomination } from './kind.ts';
import { memberUnit } from './member-unit.ts';
import { outranks } from './outranks.ts';
import { parentAward } from './parent-award.ts';
import { projects } from './projects.ts';
import { sum } from './sum.ts';
import { veto } from './veto.ts';

type ConditionSamples = { readonly [Name in ConditionName]: ConditionSample<ConditionOf<Name>> };

const SAMPLES: ConditionSamples = {
  fact,
  'any-of': anyOf,
  'member-unit': memberUnit,
  'basic-points': basicPoints,
  veto,
  'parent-award': parentAward,
  sum,
  projects,
  confirmation,
  outranks,
  judgement,
};

/** The facts that a condition asks for, in a scope to which they apply. */
export function factsOf<Name extends ConditionName>(
  condition: ConditionOf<Name>,
  scope: string,
): readonly FactCondition[] {
  const kind: ConditionSamples[Name] = SAMPLES[condition.kind];
  return kind.facts?.(condition).filter((each) => appliesIn(each, scope)) ?? [];
}

/** Those of its facts that have to hold: where one is enough, any one; the others keep what they have. */
export function chooseFacts<Name extends ConditionName>(
  condition: ConditionOf<Name>,
  scope: string,
  random: Random,
): readonly FactCondition[] {
  const facts = factsOf(condition, scope);
  return SAMPLES[condition.kind].isMetByOne && facts.length > 0 ? [random.pick(facts)] : facts;
}

/** Sets what the condition asks for beside facts. */
export function meetCondition<Name extends ConditionName>(
  condition: ConditionOf<Name>,
  rows: ConditionRows,
  context: ConditionContext,
): void {
  const kind: ConditionSamples[Name] = SAMPLES[condition.kind];
  kind.meet?.(condition, rows, context);
}

/** False where no nominee for the award could ever meet it. */
export function canBeMet<Name extends ConditionName>(
  condition: ConditionOf<Name>,
  scheme: Scheme,
  award: Award,
): boolean {
  const kind: ConditionSamples[Name] = SAMPLES[condition.kind];
  return kind.canBeMet?.(condition, scheme, award) ?? true;
}

/** Adds the rows of other sheets that make the condition hold. */
export function linkCondition<Name extends ConditionName>(
  condition: ConditionOf<Name>,
  nomination: LinkedNomination,
): void {
  const kind: ConditionSamples[Name] = SAMPLES[condition.kind];
  kind.link?.(condition, nomination);
}

/** Makes nominees for `awards` fail the condition, or leave it open. */
export function plantCondition<Name extends ConditionName>(
  condition: ConditionOf<Name>,
  awards: readonly Award[],
  sample: Sample,
  victims: Victims,
): Iterable<RowFlaw> {
  const kind: ConditionSamples[Name] = SAMPLES[condition.kind];
  return kind.plant(condition, awards, sample, victims);
}
