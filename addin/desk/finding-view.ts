/** What was found in a roster, as the panels show it: each finding, and what has one cause together. */
import { groupCauses, type Cause } from '../../rules/causes.ts';
import { describeCitation } from '../../rules/citation.ts';
import { describeDecision } from '../../rules/decision.ts';
import type { Finding } from '../../rules/finding.ts';
import { cellKey } from '../../rules/merge-findings.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import { nameRule } from '../../rules/name-rule.ts';
import { SHEET, type CellRef } from '../../rules/roster-cell.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { describeCause } from '../../workbook/roster/describe-cause.ts';
import { nameRanges } from '../../workbook/roster/name-ranges.ts';
import { cellAddressOf, rowOf, type RosterAddresses } from '../../workbook/roster/roster-addresses.ts';

/** A cell of the workbook to jump to; `label` is `推荐名单!A12`. */
export interface Target {
  readonly sheet: string;
  readonly address: string;
}

export interface FindingView {
  /** Stable while the finding stands, so that lists keep their place. */
  readonly key: string;
  readonly rule: string;
  /** The cell to look at first, as `cellKey` names it. */
  readonly cell: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly found: string;
  readonly mend: string;
  readonly citation: string | null;
  /** The cell to look at first, then others. */
  readonly targets: readonly [Target, ...Target[]];
}

/** Findings with one cause, and the one mend of all. */
export interface CauseView {
  /** Stable while the cause stands. */
  readonly key: string;
  readonly severity: Finding['severity'];
  /** The rule in a few words: `推荐超出名额`, `须为具有独立法人资格的单位`. */
  readonly ruleName: string;
  /** What is wrong with all of them. */
  readonly what: string;
  /** What all of them hold; null where they hold different things. */
  readonly value: string | null;
  /** `会员单位 C2–C327、C330` */
  readonly where: string;
  readonly mend: string;
  readonly findings: readonly FindingView[];
}

/** @returns each once, and by their causes, which hold the same ones */
export function viewFindings(
  scheme: Scheme,
  { remarks, index: { roster } }: Pick<RosterCheck, 'remarks' | 'index'>,
  addresses: RosterAddresses,
): { readonly findings: readonly FindingView[]; readonly causes: readonly CauseView[] } {
  const titles = new Map(scheme.documents.map(({ key, shortTitle }) => [key, shortTitle]));
  const views = new Map(remarks.map((remark) => [remark, viewFinding(remark, addresses, titles)]));
  const causes = groupCauses(remarks, roster).map((cause): CauseView => {
    const findings = cause.remarks.flatMap((remark) => views.get(remark) ?? []);
    return viewCause(scheme, cause, findings, addresses);
  });
  return { findings: [...views.values()], causes };
}

function viewCause(
  scheme: Scheme,
  cause: Cause,
  findings: readonly FindingView[],
  addresses: RosterAddresses,
): CauseView {
  const [first] = cause.remarks;
  const [{ sheet, heading }] = first.where;
  const { mend } = cause;
  const { rule, kind, severity, decision } = first;
  return {
    // Whichever of its findings is mended first.
    key: JSON.stringify([rule, kind, severity, decision?.row, sheet, mend, cause.value ?? [heading]]),
    severity: shownSeverity(first),
    ruleName: nameRule(scheme, first),
    what: describeCause(scheme, cause),
    value: cause.value,
    where: nameRanges(addresses, cause.cells),
    mend,
    findings,
  };
}

function viewFinding(finding: Finding, addresses: RosterAddresses, titles: ReadonlyMap<string, string>): FindingView {
  const { rule, cite, where, decision, found, mend } = finding;
  const message = decision ? `${finding.message}。${describeDecision(decision)}` : finding.message;
  const [first, ...others] = where;
  const targets = [targetOf(addresses, first), ...others.map((cell) => targetOf(addresses, cell))] as const;
  return {
    key: `${rule} ${targets[0].sheet} ${targets[0].address} ${message}`,
    rule,
    cell: cellKey(first),
    severity: shownSeverity(finding),
    message,
    found,
    mend,
    citation: cite && describeCitation(cite, titles),
    targets: [...targets],
  };
}

/** What is decided stands in nobody's way any more. */
function shownSeverity({ decision, severity }: Finding): Finding['severity'] {
  return decision ? 'note' : severity;
}

export function targetOf(addresses: RosterAddresses, cell: CellRef): Target {
  return {
    sheet: addresses.get(cell.sheet)?.sheetName ?? SHEET[cell.sheet],
    // A column that the sheet lacks gives only the row.
    address: cellAddressOf(addresses, cell) ?? `A${rowOf(addresses, cell)}`,
  };
}
