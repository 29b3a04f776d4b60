/** The order in which people read remarks: violations first, then questions, then notes, each by sheet and row. */
import type { Severity } from './finding.ts';
import type { Remark } from './merge-findings.ts';
import type { CellRef } from './roster-cell.ts';

const SHEET_ORDER: readonly CellRef['sheet'][] = [
  'scheme',
  'memberUnits',
  'scores',
  'nominees',
  'projects',
  'materials',
  'confirmations',
  'experts',
  'expertScores',
  'objections',
  'decisions',
  'overrides',
  'sequence',
];

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { violation: 0, question: 1, note: 2 };

export function sortRemarks(remarks: readonly Remark[]): Remark[] {
  const rank = ({ severity, where: [{ sheet, row }] }: Remark) =>
    [SEVERITY_ORDER[severity], SHEET_ORDER.indexOf(sheet), row ?? Infinity] as const;
  return remarks
    .map((remark) => ({ remark, rank: rank(remark) }))
    .sort(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || compareRows(a[2], b[2]))
    .map(({ remark }) => remark);
}

/** Infinity minus itself is no number. */
function compareRows(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
