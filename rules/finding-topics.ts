/** Whom a finding concerns: the nominations and units of its cells, and the places that it is about. */
import { rowAt } from './checks/concerned.ts';
import type { Finding } from './finding.ts';
import type { CellRef } from './roster-cell.ts';
import type { RosterIndex } from './roster-index.ts';
import {
  fitOf,
  selectionKey,
  topicOfNominee,
  topicOfPlaces,
  topicOfUnit,
  type Selection,
  type SelectionTopic,
} from './selection.ts';

/** Nothing of a whole column or sheet, and of rows that are about nobody in particular. */
export function topicsOfCell(index: RosterIndex, { sheet, row }: CellRef): SelectionTopic[] {
  const { roster } = index;
  switch (sheet) {
    case 'memberUnits': {
      const unit = rowAt(roster.memberUnits, row);
      return unit ? [topicOfUnit(index, unit)] : [];
    }
    case 'nominees': {
      const nominee = rowAt(roster.nominees, row);
      return nominee ? [topicOfNominee(index, nominee)] : [];
    }
    case 'scores':
    case 'projects': {
      const rows: readonly { readonly row: number; readonly unitNumber: string }[] = roster[sheet];
      const number = rowAt(rows, row)?.unitNumber ?? '';
      return number === '' ? [] : [topicOfNumber(index, number)];
    }
    case 'materials':
    case 'confirmations':
    case 'expertScores':
    case 'objections': {
      const rows: readonly { readonly row: number; readonly application: string }[] = roster[sheet];
      const named = index.nomineesByApplication.all(rowAt(rows, row)?.application ?? '');
      return named.map((nominee) => topicOfNominee(index, nominee));
    }
    case 'decisions':
      return topicsOfDecision(index, row);
    case 'overrides': {
      const override = rowAt(roster.overrides, row);
      if (!override || !index.districtByName.has(override.district)) return [];
      return [topicOfPlaces(override.district, index.awardByName.get(override.award)?.id ?? null)];
    }
    case 'experts':
    case 'sequence':
    case 'scheme':
      return [];
  }
}

function topicOfNumber(index: RosterIndex, number: string): SelectionTopic {
  const unit = index.units.find(number);
  return unit
    ? topicOfUnit(index, unit)
    : { district: null, award: null, units: [selectionKey(number)], application: '' };
}

function topicsOfDecision(index: RosterIndex, row: number | null): SelectionTopic[] {
  const decision = rowAt(index.roster.decisions, row);
  if (!decision) return [];
  const subject = index.decisions.subjectOf(decision);
  if (subject.kind === 'nomination') return [topicOfNominee(index, subject.nomination)];
  if (subject.kind === 'several') return subject.nominations.map((nominee) => topicOfNominee(index, nominee));
  return subject.kind === 'unit' ? [topicOfUnit(index, subject.unit)] : [];
}

/** Whether a finding concerns whom a selection asks for; unknown where nothing in it says whose it is. */
export function fitOfFinding(
  index: RosterIndex,
  selection: Selection,
  { nominations, where, about }: Finding,
): ReturnType<typeof fitOf> {
  const topics = [
    ...nominations.map((nominee) => topicOfNominee(index, nominee)),
    ...where.flatMap((cell) => topicsOfCell(index, cell)),
    ...(about ? [topicOfPlaces(about.district, about.award)] : []),
  ];
  const fits = new Set(topics.map((topic) => fitOf(selection, topic)));
  if (fits.has('yes')) return 'yes';
  return fits.has('unknown') || topics.length === 0 ? 'unknown' : 'no';
}
