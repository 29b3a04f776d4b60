import { groupCauses, type Cause } from '../rules/causes.ts';
import { describeDecision } from '../rules/decision.ts';
import type { Finding } from '../rules/finding.ts';
import { hideIdNumbers } from '../rules/id-number.ts';
import { SHEET } from '../rules/roster-cell.ts';
import type { Remark } from '../rules/merge-findings.ts';
import { SEVERITY_WORDS } from '../rules/name-rule.ts';
import { describeCause } from '../workbook/roster/describe-cause.ts';
import { nameRanges } from '../workbook/roster/name-ranges.ts';
import { addressOf } from '../workbook/roster/roster-addresses.ts';
import type { JobContext } from './job.ts';
import type { LoadedRoster } from './load-roster.ts';

/** A screen holds some 24 lines; whatever the output says of itself has to stay in sight as well. */
const MOST_LINES = 20;

/**
 * Says what is wrong, each cause once: what, how often, where and what would mend it. What a screen does not hold is counted.
 * @param elsewhere where to see the rest, as the end of a sentence
 */
export function tellCauses(
  remarks: readonly Remark[],
  elsewhere: string,
  loaded: LoadedRoster,
  { tell }: Pick<JobContext, 'tell'>,
): void {
  const causes = groupCauses(remarks, loaded.check.index.roster);
  const shown = causes.length > MOST_LINES ? causes.slice(0, MOST_LINES - 1) : causes;
  for (const cause of shown) tell(sayCause(cause, loaded));
  const left = causes.slice(shown.length);
  const count = left.reduce((sum, each) => sum + each.remarks.length, 0);
  if (left.length > 0) tell(`其余 ${left.length} 项 ${count} 处，${elsewhere}。`);
}

/** One Chinese sentence: kind, what is wrong, where, what would mend it. */
function sayCause(cause: Cause, { fileName, scheme, addresses }: LoadedRoster): string {
  const { mend } = cause;
  const [{ rule, severity, message }, ...others] = cause.remarks;
  const kind = SEVERITY_WORDS[severity];
  const isWhole = others.every((other) => other.message === message);
  if (rule === 'unreadable-cell' && isWhole) return `${kind}：${describeCause(scheme, cause)}`;
  const what = describeCause(scheme, cause);
  return `${kind}：${fileName} ${nameRanges(addresses, cause.cells)}：${what}${what.endsWith('？') ? '' : '；'}${mend}。`;
}

/** A cause for programs. */
export function causeToJson(cause: Cause, { scheme, addresses }: LoadedRoster) {
  const [{ rule, severity }] = cause.remarks;
  return {
    rule,
    severity,
    count: cause.remarks.length,
    value: cause.value,
    message: describeCause(scheme, cause),
    where: nameRanges(addresses, cause.cells),
    mend: cause.mend,
  };
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
