/** The dates of one nomination, wherever in the roster they stand. */
import { rememberBy } from './remember.ts';
import { isDay } from './calendar.ts';
import { asksForConfirmation, headingsOf, projectsOf } from './conditions/registry.ts';
import type { MemberUnit, Nominee, Project } from './master-roster.ts';
import { cellOf, type CellRef } from './roster-cell.ts';
import { concludeSteps } from './review.ts';
import { confirmationKey, type RosterIndex } from './roster-index.ts';
import type { DatedSheet, DatePoint } from './scheme-parts.ts';
import type { Award } from './scheme.ts';

export interface DatedCell {
  readonly where: CellRef;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Whether the award looks at it; a unit's row also holds what its other nominations are asked. */
  readonly isAsked: boolean;
}

interface DatedNomination {
  readonly index: RosterIndex;
  readonly nominee: Nominee;
  readonly award: Award;
  /** Null for one that is not in the roster. */
  readonly unit: MemberUnit | null;
}

/** The cells that hold a date of the order; none for a day that the document names, and for the notice. */
export function listPointCells(nomination: DatedNomination, point: DatePoint): DatedCell[] {
  switch (point.is) {
    case 'column':
      return listColumn(nomination, point.sheet, point.heading);
    case 'step':
      return listConclusions(nomination, point.step);
    case 'notice':
    case 'first-day':
    case 'last-day':
      return [];
  }
}

/** The cells of a column that are about the nomination; blank ones, and those that hold no day, are left out. */
function listColumn(nomination: DatedNomination, sheet: DatedSheet, heading: string): DatedCell[] {
  return LISTS[sheet](nomination, heading).flatMap(({ row, value, isAsked }) =>
    typeof value === 'string' && isDay(value) ? [{ where: { sheet, row, heading }, day: value, isAsked }] : [],
  );
}

/** The day on which a step of the review was concluded, where it was. */
function listConclusions({ index, nominee }: DatedNomination, step: string): DatedCell[] {
  return concludeSteps(index, nominee).flatMap(({ step: { name }, decision, sought }): DatedCell[] => {
    const row = decision ?? sought?.opinion ?? null;
    if (name !== step || !row || !isDay(row.on)) return [];
    const where: CellRef = cellOf('decisions', row, '决定日期');
    return [{ where, day: row.on, isAsked: true }];
  });
}

interface FoundCell {
  readonly row: number;
  readonly value: unknown;
  readonly isAsked: boolean;
}

const LISTS: Readonly<Record<DatedSheet, (nomination: DatedNomination, heading: string) => FoundCell[]>> = {
  nominees: ({ nominee: { row, facts } }, heading) => [{ row, value: facts.get(heading), isAsked: true }],
  memberUnits: ({ unit, award }, heading) =>
    unit ? [{ row: unit.row, value: unit.facts.get(heading), isAsked: looksAt(award, heading) }] : [],
  projects: (nomination, heading) =>
    listProjects(nomination).map(({ row, facts }) => ({ row, value: facts.get(heading), isAsked: true })),
  confirmations: ({ index, nominee, award }) =>
    award.conditions
      .filter(asksForConfirmation)
      .flatMap(({ demand }) => index.confirmations.all(confirmationKey(nominee.application, demand)))
      .map(({ row, on }) => ({ row, value: on, isAsked: true })),
  objections: ({ index, nominee }, heading) =>
    index.objections
      .all(nominee.application)
      .map(({ row, facts }) => ({ row, value: facts.get(heading), isAsked: true })),
};

/** The projects that the award counts: others are no part of what the nomination claims. */
function listProjects({ index, nominee, award, unit }: DatedNomination): Project[] {
  if (!unit) return [];
  return [...new Set(award.conditions.flatMap((each) => projectsOf(each, unit, { index, nominee })))];
}

function looksAt(award: Award, heading: string): boolean {
  return askedBy(award).has(heading);
}

const askedBy = rememberBy((award: Award) => new Set(award.conditions.flatMap((each) => headingsOf(each))));
