/** The rows of 决定 by whom they are about: each row names one nomination, or one unit, or nobody. */
import { findBlank, type Decision } from './decision.ts';
import { groupBy } from './group-by.ts';
import type { MemberUnit, Nominee } from './master-roster.ts';
import { RowsByKey } from './rows-by-key.ts';
import { textKey } from './same-text.ts';
import type { ByUnitNumber } from './unit-number.ts';

export type DecisionSubject =
  | { readonly kind: 'nomination'; readonly nominations: readonly Nominee[] }
  | { readonly kind: 'unit'; readonly unit: MemberUnit }
  /** A number that is both 申报编号 and 编号, or neither. */
  | { readonly kind: 'both' }
  | { readonly kind: 'unknown' };

export interface DecisionRows {
  readonly subjectOf: (row: Decision) => DecisionSubject;
  /** Rows that count about a nomination; not those about its unit. */
  readonly aboutNomination: (nominee: Nominee) => readonly Decision[];
  /** Rows that count about a unit. */
  readonly aboutUnit: (unit: MemberUnit | null) => readonly Decision[];
  /** Rows of one matter and subject, two or more. Nobody can say which of them holds, so that none counts. */
  readonly repeated: readonly (readonly Decision[])[];
}

/** By what a nomination is named where it has no 申报编号: `010001 先进单位 某厂`. */
function standIn({ unitNumber, award, name }: Nominee): string {
  return [unitNumber, award, name].filter((part) => part !== '').join(' ');
}

/** What a row of 决定 calls a nomination. */
export function nameNomination(nominee: Nominee): string {
  return nominee.application === '' ? standIn(nominee) : nominee.application;
}

/** Sorts the rows. One that lacks what makes a decision counts for nothing. */
export function readDecisions(
  decisions: readonly Decision[],
  nominees: readonly Nominee[],
  units: ByUnitNumber<MemberUnit>,
): DecisionRows {
  const byApplication = new RowsByKey(nominees, ({ application }) => application);
  const unnumbered = nominees.filter(({ application }) => application === '');
  const byStandIn = new RowsByKey(unnumbered, standIn, textKey);
  const subjectOf = ({ subject }: Decision): DecisionSubject => {
    const own = byApplication.all(subject);
    const nominations = own.length > 0 ? own : byStandIn.all(subject);
    const unit = units.find(subject);
    if (nominations.length > 0) return unit ? { kind: 'both' } : { kind: 'nomination', nominations };
    return unit ? { kind: 'unit', unit } : { kind: 'unknown' };
  };
  const named = decisions.filter(({ subject }) => subject !== '');
  const repeated = [...groupBy(named, (row) => `${textKey(row.subject)} ${textKey(row.matter)}`).values()].filter(
    (group) => group.length > 1,
  );
  const uncounted = new Set(repeated.flat());
  const ofNominee = new Map<Nominee, Decision[]>();
  const ofUnit = new Map<MemberUnit, Decision[]>();
  for (const row of named) {
    if (uncounted.has(row) || findBlank(row) !== null) continue;
    const subject = subjectOf(row);
    if (subject.kind === 'nomination') for (const nominee of subject.nominations) add(ofNominee, nominee, row);
    if (subject.kind === 'unit') add(ofUnit, subject.unit, row);
  }
  return {
    subjectOf,
    aboutNomination: (nominee) => ofNominee.get(nominee) ?? [],
    aboutUnit: (unit) => (unit && ofUnit.get(unit)) ?? [],
    repeated,
  };
}

function add<K>(map: Map<K, Decision[]>, key: K, row: Decision): void {
  const known = map.get(key);
  if (known) known.push(row);
  else map.set(key, [row]);
}
