/** How a kind of condition stands in `awards.yaml`. */
import type { z } from 'zod';
import type { ConditionBase, Condition } from '../../rules/condition.ts';
import { type Names, checkName } from '../checks/names.ts';
import type { Part } from '../read-shape.ts';
import { guard } from '../shapes/guard.ts';
import { kebabId, listOf, phrase, ruleCite, someText } from '../shapes/parts.ts';
import type { FieldPath } from '../yaml-file.ts';
import type { DateShape } from '../shapes/date.ts';

export interface ConditionFormat<Shape extends z.core.$ZodTypeDiscriminable, C> {
  readonly shape: Shape;
  /** Reports what the condition names and nobody defined, and tests that no cell could pass. */
  readonly check?: (condition: z.infer<Shape>, place: ConditionPlace) => void;
  /** Of a condition that has passed every check. */
  readonly build: (condition: z.infer<Shape>, base: ConditionBase) => C;
}

/** Where a condition stands, and what the scheme around it has. */
export interface ConditionPlace {
  readonly part: Part<unknown>;
  /** Of the condition. */
  readonly path: FieldPath;
  readonly names: Names;
  readonly has: { readonly scoreSheet: boolean; readonly projects: boolean; readonly grading: boolean };
  /** Ids of the awards that an award depends on. */
  readonly parentsOf: (award: string) => readonly string[];
}

/** What conditions of every kind have. */
export const common = {
  id: kebabId,
  awards: listOf(someText),
  demand: phrase,
  mend: phrase,
  when: guard.optional(),
  unless: guard.optional(),
  cite: ruleCite,
};

/** The date that a test refers to stands in the nominee's row or in the unit's. */
export function checkDate(date: DateShape, { part, path, names }: ConditionPlace): void {
  const dates = [...names.nomineeColumns.values(), ...names.memberUnitColumns.values()]
    .filter(({ type }) => type === 'date')
    .map(({ heading }) => heading);
  for (const [key, heading] of Object.entries(date)) {
    if (REFERENCES.includes(key) && typeof heading === 'string') checkName(part, [...path, key], heading, dates);
  }
}

const REFERENCES: readonly string[] = ['at', 'before', 'after', 'than'];

/** For what is judged by the score sheet. */
export function needScoreSheet({ kind }: Pick<Condition, 'kind'>, { part, path, has }: ConditionPlace): void {
  if (!has.scoreSheet) part.report([...path, 'kind'], `${kind} 须有 score-sheet.yaml，请补上或改用其他条件`);
}
