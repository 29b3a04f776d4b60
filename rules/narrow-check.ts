/**
 * A check as those see it whom it was asked for: their findings, nominations and places, and no word about others. Everything was judged on the
 * whole roster, so that a part never says anything else than the whole does.
 */
import type { RosterCheck } from './check-roster.ts';
import { listBasis } from './checks/basis.ts';
import { noteCells } from './checks/cell-notes.ts';
import { noteLostZeros } from './checks/lost-zeros.ts';
import type { Finding } from './finding.ts';
import { fitOfFinding, topicsOfCell } from './finding-topics.ts';
import { hideIn, makeTextHider } from './hide-in-findings.ts';
import type { MasterRoster, Nominee } from './master-roster.ts';
import { mergeFindings } from './merge-findings.ts';
import { tellElsewhere } from './message-for.ts';
import type { CellRef } from './roster-cell.ts';
import type { RosterIndex } from './roster-index.ts';
import { fitOf, isSelected, topicOfNominee, topicOfPlaces, topicOfUnit, type Selection } from './selection.ts';
import { sortRemarks } from './sort-remarks.ts';
import { withoutNames } from './told-to-units.ts';

/** Notes about a whole column, which count its cells: of a part they are made anew. */
const COUNTING_RULES: readonly Finding['rule'][] = ['cell-note', 'zeros-lost'];

/** @param selection null for all: the check itself */
export function narrowCheck(check: RosterCheck, selection: Selection | null): RosterCheck {
  if (selection === null) return check;
  const { index } = check;
  const holds = (cell: CellRef) => topicsOfCell(index, cell).some((topic) => isSelected(selection, topic));
  const roster = narrowRoster(index, selection, holds);
  const kept = new Set(roster.nominees);
  const findings = check.remarks
    .flatMap((remark) => remark.findings)
    .filter(({ rule }) => !COUNTING_RULES.includes(rule));
  const fits = new Map(findings.map((finding) => [finding, fitOfFinding(index, selection, finding)]));
  const own = findings.filter((finding) => fits.get(finding) === 'yes');
  const hide = makeTextHider(index);
  const notes = [...noteCells(index, holds), ...noteLostZeros(index, holds)].map((note) => hideIn(note, hide));
  const nominees = check.nominees
    .filter(({ nominee }) => kept.has(nominee))
    .map((each) => ({ ...each, findings: each.findings.map((finding) => ofOwn(index, selection, finding)) }));
  const isOpen = (each: (typeof check.nominees)[number]) =>
    fitOf(selection, topicOfNominee(index, each.nominee)) === 'unknown';
  return {
    index: { ...index, roster },
    quota: check.quota && {
      ...check.quota,
      part: selection.label,
      rows: check.quota.rows.filter(({ district }) => isSelected(selection, topicOfPlaces(district.name))),
    },
    places: check.places.filter(({ district, award }) => isSelected(selection, topicOfPlaces(district.name, award.id))),
    remarks: sortRemarks(mergeFindings([...own, ...notes].map((finding) => ofOwn(index, selection, finding)))),
    basis: listBasis({ ...index, roster }, nominees).map(hide),
    nominees,
    panels: check.panels.filter(({ nominee }) => kept.has(nominee)),
    part: {
      selection,
      whole: check,
      unowned: {
        remarks: sortRemarks(mergeFindings(findings.filter((finding) => fits.get(finding) === 'unknown'))),
        nominees: check.nominees.filter(isOpen),
      },
    },
  };
}

/** The finding with its own nominations and cells, and those that are nobody's: where others stand is for others. */
function ofOwn(index: RosterIndex, selection: Selection, finding: Finding): Finding {
  const isOthers = (cell: CellRef) => {
    const topics = topicsOfCell(index, cell);
    return topics.length > 0 && !topics.some((topic) => isSelected(selection, topic));
  };
  const [first, ...rest] = finding.where.filter((cell) => !isOthers(cell));
  const isOwn = (nominee: Nominee) => isSelected(selection, topicOfNominee(index, nominee));
  const nominations = finding.nominations.filter(isOwn);
  const told = first === finding.where[0] ? finding.message : tellElsewhere(finding);
  const message = withoutNames(told, listPersons(index, finding, isOwn));
  return { ...finding, message, nominations, where: first ? [first, ...rest] : finding.where };
}

/** Names of persons who are others': which row it is about has the office, and whose that person is they need not learn. */
function listPersons(
  { awardByName }: RosterIndex,
  { nominations }: Finding,
  isOwn: (nominee: Nominee) => boolean,
): string[] {
  const own = nominations.filter(isOwn);
  const persons = nominations.filter(
    (each) => !own.includes(each) && awardByName.get(each.award)?.recipient === 'person' && each.name !== '',
  );
  return [...new Set(persons.map(({ name }) => name))].filter((name) => !own.some((each) => each.name.includes(name)));
}

/** The rows that are theirs; what every look-up needs stays in the index. */
function narrowRoster(index: RosterIndex, selection: Selection, holds: (cell: CellRef) => boolean): MasterRoster {
  const { roster } = index;
  return {
    ...roster,
    memberUnits: roster.memberUnits.filter((unit) => isSelected(selection, topicOfUnit(index, unit))),
    nominees: roster.nominees.filter((nominee) => isSelected(selection, topicOfNominee(index, nominee))),
    notes: roster.notes.filter(({ cell }) => holds(cell)),
    oddities: { ...roster.oddities, aside: [] },
  };
}
