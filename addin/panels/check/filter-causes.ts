import type { CauseView, FindingView } from '../../desk/finding-view.ts';

export interface FindingFilter {
  /** Words that must all occur in what is shown of a finding. */
  readonly text: string;
  /** `all`, or one severity. */
  readonly severity: FindingView['severity'] | 'all';
}

const ORDER: readonly FindingView['severity'][] = ['violation', 'question', 'note'];

/** The causes of findings that pass the filter, each with those alone: violations first, then as the check lists them. */
export function filterCauses(causes: readonly CauseView[], { text, severity }: FindingFilter): CauseView[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const wanted = severity === 'all' ? ORDER : [severity];
  const passing = causes.flatMap((cause): CauseView[] => {
    const findings = cause.findings.filter((finding) => {
      const searched = searchedText(cause, finding);
      return words.every((word) => searched.includes(word));
    });
    return findings.length === 0 ? [] : [{ ...cause, findings }];
  });
  return wanted.flatMap((each) => passing.filter((cause) => cause.severity === each));
}

function searchedText({ ruleName }: CauseView, { message, found, targets: [{ sheet, address }] }: FindingView): string {
  return `${ruleName} ${message} ${found} ${sheet}!${address}`;
}
