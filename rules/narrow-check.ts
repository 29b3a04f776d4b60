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
import type { MasterRoster } from './master-roster.ts';
import { mergeFindings } from './merge-findings.ts';
import type { CellRef } from './roster-cell.ts';
import type { RosterIndex } from './roster-index.ts';
import { fitOf, isSelected, topicOfNominee, topicOfPlaces, topicOfUnit, type Selection } from './selection.ts';
import { sortRemarks } from './sort-remarks.ts';

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
  const nominees = check.nominees.filter(({ nominee }) => kept.has(nominee));
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
  const message = first === finding.where[0] ? finding.message : tellOtherSide(finding);
  const nominations = finding.nominations.filter((nominee) => isSelected(selection, topicOfNominee(index, nominee)));
  return { ...finding, message, nominations, where: first ? [first, ...rest] : finding.where };
}

/** What is said of two rows is said of the second, which has the first one's number: at the first one it begins with the second. */
function tellOtherSide({ where: [own, other, ...others], message }: Finding): string {
  const isPair = own.row !== null && other?.sheet === own.sheet && other.heading === own.heading && others.length === 0;
  return isPair ? `第 ${own.row} 行的${message}` : message;
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
