import type { FindingView } from '../../desk/roster-report.ts';

export interface FindingFilter {
  /** Words that must all occur in what is shown of a finding. */
  readonly text: string;
  /** `all`, or one severity. */
  readonly severity: FindingView['severity'] | 'all';
}

export interface FindingGroup {
  readonly rule: string;
  readonly severity: FindingView['severity'];
  readonly title: string;
  readonly findings: readonly FindingView[];
}

/** The findings that pass the filter, by severity and rule: violations first, then as the check lists them. */
export function groupFindings(findings: readonly FindingView[], { text, severity }: FindingFilter): FindingGroup[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    if (severity !== 'all' && finding.severity !== severity) continue;
    if (!words.every((word) => searched(finding).includes(word))) continue;
    const key = `${finding.severity} ${finding.rule}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ rule: first.rule, severity: first.severity, title: first.ruleName, findings: group }] : [];
  });
}

function searched({ message, found, targets: [{ sheet, address }] }: FindingView): string {
  return `${message} ${found} ${sheet}!${address}`;
}
