/** 资格审查: the whole master roster against the scheme. Every finding, and for each nominee all reasons. */
import { checkApplications } from './checks/applications.ts';
import { checkCertificates } from './checks/certificates.ts';
import { checkDeeds } from './checks/deeds.ts';
import { checkExperts } from './checks/experts.ts';
import { checkIdNumbers } from './checks/id-numbers.ts';
import { checkGrounds } from './checks/grounds.ts';
import { checkLimits } from './checks/limits.ts';
import { checkMaterials } from './checks/materials.ts';
import { checkNominatedTwice } from './checks/nominated-twice.ts';
import { checkNominees } from './checks/nominees.ts';
import { checkObjections } from './checks/objections.ts';
import { readOverrides } from './checks/overrides.ts';
import { checkPlaces, countPlaces, type PlaceUsage } from './checks/places.ts';
import { checkScores } from './checks/scores.ts';
import { checkUnits } from './checks/units.ts';
import { clearNominees } from './clear-nominees.ts';
import { judgeNominees, type Eligibility } from './eligibility.ts';
import type { Finding } from './finding.ts';
import { hideLongNumbers } from './id-number.ts';
import type { CellRef, MasterRoster, Nominee } from './master-roster.ts';
import { asQuota } from './parts.ts';
import { allocateQuotas, countMembers, type QuotaTable } from './quota.ts';
import { indexRoster, type RosterIndex } from './roster-index.ts';
import type { Scheme } from './scheme.ts';

export interface RosterCheck {
  readonly index: RosterIndex;
  /** Null where the document gives no places to districts. */
  readonly quota: QuotaTable | null;
  /** In the order of the quota table; empty without one. */
  readonly places: readonly PlaceUsage[];
  /** Violations first, then by sheet and row. */
  readonly findings: readonly Finding[];
  /** Every nominee of a known award, in the roster's order. */
  readonly nominees: readonly NomineeCheck[];
}

export interface NomineeCheck extends Eligibility {
  /**
   * All conditions hold, no violation concerns the nominee's row, unit or scores, and the nomination that this one depends on is cleared too:
   * it may go on.
   */
  readonly cleared: boolean;
  /** The violations and questions that concern it. */
  readonly findings: readonly Finding[];
  /** Nominations that it depends on and that are not cleared though their conditions hold; a unit's, for its department. */
  readonly heldUpBy: readonly Nominee[];
}

/** Checks a roster. Pure: the same roster gives the same findings in the same order. */
export function checkRoster(scheme: Scheme, roster: MasterRoster): RosterCheck {
  const index = indexRoster(scheme, roster);
  const overrides = readOverrides(index);
  const quota = scheme.quota && allocateQuotas(asQuota(scheme), countMembers(roster.memberUnits), overrides.overrides);
  const places = quota ? countPlaces(index, quota) : [];
  const eligibilities = judgeNominees(index);
  const findings = sortFindings(
    mergeFindings([
      ...findUnreadableCells(roster),
      ...checkUnits(index),
      ...checkScores(index),
      ...checkNominees(index),
      ...checkNominatedTwice(index),
      ...checkDeeds(index),
      ...checkIdNumbers(index),
      ...overrides.findings,
      ...checkPlaces(index, places),
      ...checkLimits(index),
      ...checkApplications(index),
      ...checkMaterials(index),
      ...checkExperts(index),
      ...checkObjections(index),
      ...checkCertificates(index),
      ...checkGrounds(index),
      ...findUnmetConditions(eligibilities),
    ]).map(hideNumbers),
  );
  return { index, quota, places, findings, nominees: clearNominees(index, eligibilities, findings) };
}

function findUnreadableCells(roster: MasterRoster): Finding[] {
  return roster.problems.map(({ cell, message }) => ({
    rule: 'unreadable-cell',
    severity: 'violation',
    cite: null,
    where: [cell],
    message,
    found: '无法读取',
    mend: '按该列的要求重新填写这个单元格',
  }));
}

function findUnmetConditions(eligibilities: readonly Eligibility[]): Finding[] {
  return eligibilities.flatMap(({ nominee, reasons }) =>
    reasons
      .filter(({ answer }) => answer !== 'yes')
      .map(({ condition, answer, where, message, found }): Finding => {
        const own: CellRef = { sheet: 'nominees', row: nominee.row, heading: '单位编号' };
        return {
          rule: condition.id,
          severity: answer === 'no' ? 'violation' : 'question',
          cite: condition.cite,
          where: isSameCell(where, own) ? [where] : [where, own],
          message,
          found,
          mend: condition.mend,
        };
      }),
  );
}

/**
 * One finding per rule and cell: a unit with several nominees is reported once, with all of them. Nothing more is said of a cell that could
 * not be read, and no question is asked about one that breaks a rule.
 */
function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  const faulty = new Set<string>();
  const unreadable = new Set(
    findings.filter(({ rule }) => rule === 'unreadable-cell').map(({ where: [cell] }) => cellKey(cell)),
  );
  for (const finding of findings) {
    const cell = cellKey(finding.where[0]);
    if (finding.rule !== 'unreadable-cell' && unreadable.has(cell)) continue;
    const key = finding.where[0].row === null ? finding.message : `${finding.rule} ${cell}`;
    const earlier = merged.get(key);
    if (earlier) {
      const more = finding.where.filter((each) => !earlier.where.some((known) => isSameCell(known, each)));
      merged.set(key, { ...earlier, where: [...earlier.where, ...more] });
    } else if (finding.severity === 'violation' || !faulty.has(cell)) {
      merged.set(key, finding);
      if (finding.severity === 'violation') faulty.add(cell);
    }
  }
  return [...merged.values()];
}

const SHEET_ORDER: readonly CellRef['sheet'][] = [
  'memberUnits',
  'scores',
  'nominees',
  'projects',
  'materials',
  'confirmations',
  'experts',
  'expertScores',
  'objections',
  'overrides',
  'sequence',
];

function sortFindings(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity, where: [{ sheet, row }] }: Finding) =>
    [severity === 'violation' ? 0 : 1, SHEET_ORDER.indexOf(sheet), row ?? Infinity] as const;
  return findings
    .map((finding) => ({ finding, rank: rank(finding) }))
    .sort(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || compareRows(a[2], b[2]))
    .map(({ finding }) => finding);
}

/** Infinity minus itself is no number. */
function compareRows(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Whatever somebody typed into a cell may stand in a message, and so may an ID number in the wrong column. */
function hideNumbers(finding: Finding): Finding {
  return { ...finding, message: hideLongNumbers(finding.message), found: hideLongNumbers(finding.found) };
}

function cellKey({ sheet, row, heading }: CellRef): string {
  return `${sheet} ${row ?? ''} ${heading}`;
}

function isSameCell(a: CellRef, b: CellRef): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.heading === b.heading;
}
