/** 只出: for whom alone something is made. Several values of one kind mean "or", of two kinds "and"; a kind that names nothing asks for nothing. */
import type { MemberUnit, Nominee } from './master-roster.ts';
import { unitOf, type RosterIndex } from './roster-index.ts';
import { textKey } from './same-text.ts';
import { unitNumberKey } from './unit-number.ts';

export const SELECTION_KINDS = ['districts', 'awards', 'units', 'applications'] as const;

export type SelectionKind = (typeof SELECTION_KINDS)[number];

export interface Selection extends Readonly<Record<SelectionKind, ReadonlySet<string>>> {
  /** What was asked for, as people read it: `浦东、黄浦·先进单位`. */
  readonly label: string;
}

/** What a row, a nomination, a list or a place is about, as far as a selection asks. */
export interface SelectionTopic {
  /** As the scheme has it; null where nobody can tell, or where it is about no district. */
  readonly district: string | null;
  /** Id of the award; null where it is about none. */
  readonly award: string | null;
  /** Number and names of the unit, as `selectionKey` compares them. */
  readonly units: readonly string[];
  readonly application: string;
}

/** `unknown`: it may concern whoever is selected, and nothing in it says so. */
type SelectionFit = 'yes' | 'no' | 'unknown';

/** By what units are compared, by number or by name, however either is written. */
export function selectionKey(written: string): string {
  return unitNumberKey(textKey(written));
}

export function topicOfUnit({ districtByName }: Pick<RosterIndex, 'districtByName'>, unit: MemberUnit): SelectionTopic {
  return {
    district: districtByName.has(unit.district) ? unit.district : null,
    award: null,
    units: keysOf([unit.number, unit.name]),
    application: '',
  };
}

export function topicOfNominee(index: RosterIndex, nominee: Nominee): SelectionTopic {
  const unit = unitOf(index, nominee);
  return {
    district: unit && index.districtByName.has(unit.district) ? unit.district : null,
    award: index.awardByName.get(nominee.award)?.id ?? null,
    units: keysOf([...(unit ? [unit.number, unit.name] : []), nominee.unitNumber, nominee.unitName]),
    application: nominee.application,
  };
}

export function topicOfPlaces(district: string, award: string | null = null): SelectionTopic {
  return { district, award, units: [], application: '' };
}

function keysOf(names: readonly string[]): string[] {
  return names.map(selectionKey).filter((key) => key !== '');
}

/** Whether a selection, null for all, asks for it. */
export function isSelected(selection: Selection | null, topic: SelectionTopic): boolean {
  return selection === null || fitOf(selection, topic) === 'yes';
}

/** As `isSelected`, where a district that nobody knows may be one of those asked for. */
export function fitOf(
  { districts, awards, units, applications }: Selection,
  { district, award, units: keys, application }: SelectionTopic,
): SelectionFit {
  if (awards.size > 0 && (award === null || !awards.has(award))) return 'no';
  if (units.size > 0 && !keys.some((key) => units.has(key))) return 'no';
  if (applications.size > 0 && !applications.has(application)) return 'no';
  if (districts.size === 0) return 'yes';
  if (district === null) return 'unknown';
  return districts.has(district) ? 'yes' : 'no';
}
