/**
 * What people read of the findings: a cause is said once. Only the display is merged; verdicts rest on the findings themselves, each of which
 * stays in the remark that tells of it.
 */
import { isAboutRow, isListedRule, type Finding } from './finding.ts';
import type { CellRef } from './roster-cell.ts';

/** One line of a report: a finding with all cells and nominations of those that say the same. */
export interface Remark extends Finding {
  /** All that this line stands for, itself first. */
  readonly findings: readonly Finding[];
}

/**
 * Findings that say the same of the same cell become one, whoever they are about. What else would be said of a cell that cannot be read, and
 * questions about one that has to be filled in otherwise, go without a line of their own where they are about the same nominations. What one
 * condition says never silences another.
 */
export function mergeFindings(findings: readonly Finding[]): Remark[] {
  const merged = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.severity} ${cellKey(finding.where[0])} ${finding.message} ${citeKey(finding)} ${finding.decision?.row ?? ''}`;
    const known = merged.get(key);
    if (known) known.push(finding);
    else merged.set(key, [finding]);
  }
  const remarks = [...merged.values()].flatMap(toRemark);
  const causes = new Map<string, Remark[]>();
  for (const remark of remarks) {
    if (remark.severity !== 'violation' || !isListedRule(remark.rule)) continue;
    const cell = cellKey(remark.where[0]);
    const known = causes.get(cell);
    if (known) known.push(remark);
    else causes.set(cell, [remark]);
  }
  const silent = new Map<Remark, Finding[]>();
  const told = remarks.filter((remark) => {
    const cause = causes.get(cellKey(remark.where[0]))?.find((each) => isCauseOf(each, remark));
    if (cause) silent.set(cause, [...(silent.get(cause) ?? []), ...remark.findings]);
    return !cause;
  });
  return told.map((remark) => ({ ...remark, findings: [...remark.findings, ...(silent.get(remark) ?? [])] }));
}

function toRemark(findings: readonly Finding[]): Remark[] {
  const [first, ...rest] = findings;
  if (!first) return [];
  const [cell, ...others] = first.where;
  const known = new Set([cell, ...others].map(cellKey));
  for (const { where } of rest) {
    for (const each of where) {
      if (known.has(cellKey(each))) continue;
      known.add(cellKey(each));
      others.push(each);
    }
  }
  const nominations = [...new Set(findings.flatMap((each) => each.nominations))];
  return [{ ...first, where: [cell, ...others], nominations, findings }];
}

function isCauseOf(cause: Remark, remark: Remark): boolean {
  // Whether the row holds at all is another question than what its first cell holds.
  if (isAboutRow(remark)) return false;
  const isSilent = cause.rule === 'unreadable-cell' ? cause.rule !== remark.rule : remark.severity === 'question';
  return isSilent && remark.nominations.every((nominee) => cause.nominations.includes(nominee));
}

function citeKey({ cite }: Finding): string {
  return cite ? `${cite.document} ${cite.clause}` : '';
}

export function cellKey({ sheet, row, heading }: CellRef): string {
  return `${sheet} ${row ?? ''} ${heading}`;
}
