/**
 * 征求意见: which body is asked about a nomination, and what it has answered. A body that consents lets it go on; one that does not, or has not
 * answered yet, holds it until whoever concludes the step decides, and says why.
 */
import type { Decision } from './decision.ts';
import type { Nominee } from './master-roster.ts';
import { remember, rememberBy } from './remember.ts';
import { DISTRICT_HEADING } from './roster-columns.ts';
import { unitOf, type RosterIndex } from './roster-index.ts';
import { textKey } from './same-text.ts';
import type { AskedBodies, ReviewStep } from './scheme-parts.ts';

/** `nobody`: the unit has no such body, and the step asks nobody about it. `unknown`: nobody can tell whom. */
type Asked =
  { readonly kind: 'body'; readonly body: string } | { readonly kind: 'nobody' } | { readonly kind: 'unknown' };

/** What a step that asks knows of one nomination. */
export interface AskedOpinion {
  readonly asked: Asked;
  /** The row of 决定 in which that body answered; null where it has not, or not in a row that counts. */
  readonly opinion: Decision | null;
}

/** Whose opinion a step seeks about a nomination. */
export function askAbout(index: RosterIndex, { heading, bodies }: AskedBodies, nominee: Nominee): Asked {
  const unit = unitOf(index, nominee);
  if (!unit) return { kind: 'unknown' };
  const isDistrict = heading === DISTRICT_HEADING;
  const written = isDistrict ? unit.district : String(unit.facts.get(heading) ?? '');
  const body = bodies.get(written);
  if (body !== undefined) return { kind: 'body', body };
  const isBlank =
    written === '' && !isDistrict && !unreadUnitCells(index.roster.problems).has(`${unit.row} ${heading}`);
  return { kind: isBlank ? 'nobody' : 'unknown' };
}

/** Cells of 会员单位 that hold something which nobody can read: they are no blanks. */
const unreadUnitCells = rememberBy(
  (problems: RosterIndex['roster']['problems']) =>
    new Set(
      problems.flatMap(({ cell }) => (cell.sheet === 'memberUnits' ? [`${cell.row ?? ''} ${cell.heading}`] : [])),
    ),
);

/**
 * @param rows of the step that name the nomination and count
 * @returns null for a step that asks nobody
 */
export function readOpinion(
  index: RosterIndex,
  { asks }: ReviewStep,
  nominee: Nominee,
  rows: readonly Decision[],
): AskedOpinion | null {
  if (!asks) return null;
  const asked = askAbout(index, asks, nominee);
  const opinion =
    asked.kind === 'body' ? rows.find((row) => isOpinion(row) && keyOf(row.by) === keyOf(asked.body)) : undefined;
  return { asked, opinion: opinion ?? null };
}

/** The same few bodies have signed thousands of rows. */
const keyOf = remember(textKey, 1000);

/** Whether a row says what a body thinks; the other words conclude the step. */
export function isOpinion({ word }: Decision): boolean {
  return word === 'agreed' || word === 'refused';
}

/** The words of 决定 that stand for a consent: the body consents, or there is none to ask. */
export function isConsented({ asked, opinion }: AskedOpinion): boolean {
  return asked.kind === 'nobody' || opinion?.word === 'agreed';
}
