/** Every kind of condition, and what is asked of one without knowing its kind. */
import { rememberBy } from '../remember.ts';
import type { Condition, ConditionName, ConditionOf } from '../condition.ts';
import type { MemberUnit, Project } from '../master-roster.ts';
import { anyOf } from './any-of.ts';
import { basicPoints } from './basic-points.ts';
import { confirmation } from './confirmation.ts';
import { fact } from './fact.ts';
import { judgement } from './judgement.ts';
import type { ConditionKind, NeededCell, RegisteredCell, SumOfColumns } from './kind.ts';
import { memberUnit } from './member-unit.ts';
import { outranks } from './outranks.ts';
import { parentAward } from './parent-award.ts';
import { projects } from './projects.ts';
import type { Reason } from './reason.ts';
import { isAsked, type RowSubject, type Subject } from './subject.ts';
import { sum } from './sum.ts';
import { veto } from './veto.ts';

type ConditionKinds = { readonly [Name in ConditionName]: ConditionKind<ConditionOf<Name>> };

const KINDS: ConditionKinds = {
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

/** What a condition says of one nominee; nothing where it is not asked. */
export function answerCondition<Name extends ConditionName>(
  condition: ConditionOf<Name>,
  unit: MemberUnit | null,
  subject: Subject,
): readonly Reason[] {
  const kind: ConditionKinds[Name] = KINDS[condition.kind];
  if (unit === null) return kind.answerStranger?.(condition, subject) ?? [];
  return isAsked(condition, unit, subject) ? kind.answer(condition, unit, subject) : [];
}

/** Columns of the nominee's row and its unit's that decide the answer, or whether there is one. */
export function headingsOf<Name extends ConditionName>(condition: ConditionOf<Name>): readonly string[] {
  const kind: ConditionKinds[Name] = KINDS[condition.kind];
  const guards = [condition.when, condition.unless].flatMap((guard) => guard?.heading ?? []);
  return [...(kind.headings?.(condition) ?? []), ...guards];
}

/** The unit's projects that it counts, or may count once their blank cells are filled in; none where it is not asked. */
export function projectsOf<Name extends ConditionName>(
  condition: ConditionOf<Name>,
  unit: MemberUnit,
  subject: RowSubject,
): readonly Project[] {
  const kind: ConditionKinds[Name] = KINDS[condition.kind];
  return (isAsked(condition, unit, subject) ? kind.projects?.(condition, unit, subject) : null) ?? [];
}

/** The cell of what is registered as it comes in, and asked no earlier; null for other conditions. */
export function registeredCell<Name extends ConditionName>(condition: ConditionOf<Name>): RegisteredCell | null {
  const kind: ConditionKinds[Name] = KINDS[condition.kind];
  return kind.registered?.(condition) ?? null;
}

/** The cell that has to be filled in before anybody can judge it; null for other conditions. */
export function neededCell<Name extends ConditionName>(condition: ConditionOf<Name>): NeededCell | null {
  const kind: ConditionKinds[Name] = KINDS[condition.kind];
  return kind.needs?.(condition) ?? null;
}

/** Ids of the awards that the unit of a nominee has to be nominated for as well. */
export const parentAwardsOf = rememberBy(
  ({ conditions }: { readonly conditions: readonly Condition[] }): readonly string[] =>
    conditions.flatMap(parentAwards),
);

function parentAwards<Name extends ConditionName>(condition: ConditionOf<Name>): readonly string[] {
  const kind: ConditionKinds[Name] = KINDS[condition.kind];
  return kind.parentAwards?.(condition) ?? [];
}

/** Null for a condition that adds up no columns. */
export function sumOf<Name extends ConditionName>(condition: ConditionOf<Name>): SumOfColumns | null {
  const kind: ConditionKinds[Name] = KINDS[condition.kind];
  return kind.sum?.(condition) ?? null;
}

type Named = Pick<Condition, 'kind'>;

export const answersStrangers = ({ kind }: Named) => KINDS[kind].answerStranger !== undefined;
export const looksAtPoints = ({ kind }: Named) => KINDS[kind].looksAtPoints === true;
export const dependsOnAward = ({ kind }: Named) => KINDS[kind].dependsOnAward === true;
export const asksForConfirmation = ({ kind }: Named) => KINDS[kind].asksForConfirmation === true;
export const isLeftToPeople = ({ kind }: Named) => KINDS[kind].isLeftToPeople === true;
