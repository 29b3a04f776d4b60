/** The rows of 决定 by whom they are about: each row names one nomination, or one unit, or a sheet, or nobody. */
import { findBlank, isConclusion, type Decision } from './decision.ts';
import { groupBy } from './group-by.ts';
import type { MemberUnit, Nominee } from './master-roster.ts';
import { SHEET, type SheetKey } from './roster-cell.ts';
import { isCollisionMatter, REPLACED_MARK } from './nominations/collision-matters.ts';
import { RowsByKey } from './rows-by-key.ts';
import { textKey } from './same-text.ts';
import type { ByUnitNumber } from './unit-number.ts';

type DecisionSubject =
  | { readonly kind: 'nomination'; readonly nomination: Nominee }
  | { readonly kind: 'unit'; readonly unit: MemberUnit }
  /** What is asked about a sheet, or about many of its rows, is answered for all of it. */
  | { readonly kind: 'sheet'; readonly sheet: SheetKey }
  /** Nominations that bear one number, or none and the same names: nobody can say which of them is meant. */
  | { readonly kind: 'several'; readonly nominations: readonly Nominee[] }
  /** A number that is both 申报编号 and 编号, or neither. */
  | { readonly kind: 'both' }
  | { readonly kind: 'unknown' };

export interface DecisionRows {
  readonly subjectOf: (row: Decision) => DecisionSubject;
  /** Rows that count about a nomination; not those about its unit. */
  readonly aboutNomination: (nominee: Nominee) => readonly Decision[];
  /** All rows that name a nomination, whether they count or not. */
  readonly namingNomination: (nominee: Nominee) => readonly Decision[];
  /** Rows that count about a unit. */
  readonly aboutUnit: (unit: MemberUnit | null) => readonly Decision[];
  /** Rows that count about a sheet as a whole. */
  readonly aboutSheet: (sheet: SheetKey) => readonly Decision[];
  /** Rows of one matter and subject, two or more. Nobody can say which of them holds, so that none counts. */
  readonly repeated: readonly (readonly Decision[])[];
}

const SHEET_BY_NAME = new Map((Object.keys(SHEET) as SheetKey[]).map((key) => [textKey(SHEET[key]), key]));

/** By what a nomination is named where it has no 申报编号: `010001 先进单位 某厂`. */
export function standIn({ unitNumber, award, name }: Nominee): string {
  return [unitNumber, award, name].filter((part) => part !== '').join(' ');
}

/** What a row of 决定 calls a nomination. */
export function nameNomination(nominee: Nominee): string {
  return nominee.application === '' ? standIn(nominee) : nominee.application;
}

/**
 * Sorts the rows. One that lacks what makes a decision counts for nothing.
 * @param seeksOpinions whether what a row is about is a step that asks others: what each of them says stands beside what is concluded
 */
export function readDecisions(
  decisions: readonly Decision[],
  nominees: readonly Nominee[],
  units: ByUnitNumber<MemberUnit>,
  seeksOpinions: (row: Decision) => boolean,
): DecisionRows {
  // Of returned lists: one about other words is another matter.
  const keyOfMatter = (row: Decision) =>
    isCollisionMatter(row.matter) ? `${textKey(row.matter)} ${row.about ?? ''}` : keyOfAsked(row);
  const keyOfAsked = (row: Decision) =>
    seeksOpinions(row) && !isConclusion(row.word) ? `${textKey(row.matter)} ${textKey(row.by)}` : textKey(row.matter);
  const blankOf = (row: Decision) => findBlank(row, seeksOpinions(row) ? 'opinion' : 'matter');
  const subjectOf = makeSubjectFinder(nominees, units);
  const aboutOne = (row: Decision) => {
    const subject = subjectOf(row);
    if (subject.kind === 'nomination') return subject.nomination;
    if (subject.kind === 'sheet') return subject.sheet;
    return subject.kind === 'unit' ? subject.unit : null;
  };
  const named = groupBy(decisions, aboutOne);
  const repeated: (readonly Decision[])[] = [];
  const counted = new Map<Nominee | MemberUnit | SheetKey | null, Decision[]>();
  for (const [subject, rows] of named) {
    if (subject === null) continue;
    const ofSubject: Decision[] = [];
    for (const ofMatter of groupBy(rows.filter(saysSomething), keyOfMatter).values()) {
      const holding = findHolding(ofMatter);
      if (holding === null) repeated.push(ofMatter);
      else if (blankOf(holding) === null) ofSubject.push(holding);
    }
    counted.set(subject, ofSubject);
  }
  return {
    subjectOf,
    aboutNomination: (nominee) => counted.get(nominee) ?? [],
    namingNomination: (nominee) => named.get(nominee) ?? [],
    aboutUnit: (unit) => (unit && counted.get(unit)) ?? [],
    aboutSheet: (sheet) => counted.get(sheet) ?? [],
    repeated,
  };
}

/**
 * A nomination is known by its 申报编号, and by unit, award and name as well: those that were decided about before it had a number keep their
 * decisions.
 */
function makeSubjectFinder(
  nominees: readonly Nominee[],
  units: ByUnitNumber<MemberUnit>,
): (row: Decision) => DecisionSubject {
  const byApplication = new RowsByKey(nominees, ({ application }) => application);
  const byStandIn = new RowsByKey(nominees, standIn, textKey);
  return ({ subject }) => {
    const own = byApplication.all(subject);
    const nominations = own.length > 0 ? own : byStandIn.all(subject);
    const unit = units.find(subject);
    const [nomination, other] = nominations;
    if (!nomination && !unit) {
      const sheet = SHEET_BY_NAME.get(textKey(subject));
      return sheet ? { kind: 'sheet', sheet } : { kind: 'unknown' };
    }
    if (!nomination) return unit ? { kind: 'unit', unit } : { kind: 'unknown' };
    if (unit) return { kind: 'both' };
    return other ? { kind: 'several', nominations } : { kind: 'nomination', nomination };
  };
}

/** A row that is still to be filled in, or whose word cannot be read, is no second decision beside one that is there. */
function saysSomething({ word }: Decision): boolean {
  return word !== null;
}

/** The only row of a matter; of several the last by its day, where all others deferred. Null where nobody can say. */
function findHolding(rows: readonly Decision[]): Decision | null {
  const [any] = rows;
  // Of returned lists: what says the same is one decision, and of rows that spoke against each other another one has decided since.
  if (any && isCollisionMatter(any.matter)) {
    const isOne = rows.every(({ word, about }) => word === any.word || about?.endsWith(REPLACED_MARK) === true);
    return isOne ? any : null;
  }
  const last = rows.reduce((latest, row) => (row.on > latest.on ? row : latest));
  const others = rows.filter((row) => row !== last);
  if (others.length === 0) return last;
  const isLast = others.every(({ on }) => on !== '' && on < last.on);
  return isLast && isConclusion(last.word) && others.every(isDeferral) ? last : null;
}

function isDeferral(row: Decision): boolean {
  return row.word === 'deferred' && findBlank(row) === null;
}
