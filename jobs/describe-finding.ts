import { describeDecision } from '../rules/decision.ts';
import type { Finding } from '../rules/finding.ts';
import { hideIdNumbers } from '../rules/id-number.ts';
import { SHEET } from '../rules/master-roster.ts';
import { addressOf } from '../workbook/roster/roster-addresses.ts';
import type { LoadedRoster } from './load-roster.ts';

/** One Chinese sentence for each finding: file, sheet, cell, what is wrong and what would mend it. */
export function describeFindings(findings: readonly Finding[], { fileName, addresses }: LoadedRoster): string[] {
  return findings.map(({ rule, where: [cell], message, mend }) =>
    rule === 'unreadable-cell'
      ? message
      : `${fileName}“${SHEET[cell.sheet]}”${addressOf(addresses, cell)}：${message}；${mend}。`,
  );
}

/** A finding for programs: places as sheet and address. */
export function findingToJson(finding: Finding, { addresses }: LoadedRoster) {
  const cells = finding.where.map((cell) => ({ sheet: SHEET[cell.sheet], cell: addressOf(addresses, cell) }));
  const { rule, severity, cite, message, found, mend } = finding;
  const nominations = finding.nominations.map(({ row, application }) => ({
    row,
    application: hideIdNumbers(application),
  }));
  return {
    rule,
    severity,
    ...cells[0],
    message,
    found,
    mend,
    cite,
    cells,
    nominations,
    decision: finding.decision ? describeDecision(finding.decision) : null,
  };
}
