/** Every kind of condition as `awards.yaml` writes it. */
import * as z from 'zod';
import type { Condition, ConditionBase, ConditionName, ConditionOf } from '../../rules/condition.ts';
import type { ScopedCitation } from '../../rules/citation.ts';
import { anyOf } from './any-of.ts';
import { basicPoints } from './basic-points.ts';
import { confirmation } from './confirmation.ts';
import { fact } from './fact.ts';
import type { ConditionPlace } from './format.ts';
import { judgement } from './judgement.ts';
import { memberUnit } from './member-unit.ts';
import { outranks } from './outranks.ts';
import { parentAward } from './parent-award.ts';
import { projects } from './projects.ts';
import { sum } from './sum.ts';
import { veto } from './veto.ts';

const FORMATS = {
  fact,
  'any-of': anyOf,
  sum,
  projects,
  outranks,
  'parent-award': parentAward,
  'member-unit': memberUnit,
  'basic-points': basicPoints,
  veto,
  confirmation,
  judgement,
};

type Shapes = { readonly [Name in ConditionName]: z.infer<(typeof FORMATS)[Name]['shape']> };

/** Conditions of the kinds `Name`, as they are written. */
type ShapeOf<Name extends ConditionName> = { [Each in Name]: Shapes[Each] & { readonly kind: Each } }[Name];

export type ConditionShape = ShapeOf<ConditionName>;

interface Format<Shape, C> {
  readonly check?: (condition: Shape, place: ConditionPlace) => void;
  readonly build: (condition: Shape, base: ConditionBase) => C;
}

/** A kind that is missing here does not typecheck. */
const KINDS: { readonly [Name in ConditionName]: Format<ShapeOf<Name>, ConditionOf<Name>> } = FORMATS;

const [first, ...others] = Object.values(FORMATS).map(({ shape }) => shape);
if (!first) throw new Error('there is no kind of condition');

export const conditionShape = z.discriminatedUnion('kind', [first, ...others], {
  error: `条件的 kind 只有：${Object.keys(FORMATS).join('、')}`,
});

export function checkCondition<Name extends ConditionName>(condition: ShapeOf<Name>, place: ConditionPlace): void {
  const kind: (typeof KINDS)[Name] = KINDS[condition.kind];
  kind.check?.(condition, place);
}

/** @param cited what the condition's citations come to for the award that has it */
export function buildCondition<Name extends ConditionName>(condition: ShapeOf<Name>, cited: ScopedCitation): Condition {
  const { id, demand, mend, when, unless } = condition;
  const kind: (typeof KINDS)[Name] = KINDS[condition.kind];
  return kind.build(condition, { id, demand, mend, when, unless, ...cited });
}
