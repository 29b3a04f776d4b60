/** Demands that another cell has shown to be met, for the roster lacks the column that speaks of them. */
import type { Reason } from '../conditions/reason.ts';
import type { Eligibility } from '../eligibility.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { SHEET, type CellRef, type Nominee } from '../master-roster.ts';

interface StandIn {
  readonly nominee: Nominee;
  readonly reason: Reason;
  readonly absent: CellRef;
}

/** One note for each condition, with all whom it cleared: nobody waits for it, but whoever signs sees what a verdict rests on. */
export function* noteStandIns(eligibilities: readonly Eligibility[]): Iterable<Finding> {
  for (const standIns of groupBy(listStandIns(eligibilities), ({ reason }) => reason.condition).values()) {
    const [first] = standIns;
    if (!first) continue;
    const { condition, where } = first.reason;
    const sheet = SHEET[first.absent.sheet];
    const { heading } = first.absent;
    yield {
      rule: 'column-absent',
      severity: 'note',
      cite: condition.cite,
      where: [first.absent],
      nominations: standIns.map(({ nominee }) => nominee),
      message: `“${sheet}”没有“${heading}”一列，有 ${standIns.length} 项推荐以“${SHEET[where.sheet]}”的“${where.heading}”为准：${condition.demand}`,
      found: '没有这一列',
      mend: `要逐项核对的，在“${sheet}”加“${heading}”一列并填写`,
    };
  }
}

function listStandIns(eligibilities: readonly Eligibility[]): StandIn[] {
  return eligibilities.flatMap(({ nominee, reasons }) =>
    reasons.flatMap((reason): StandIn[] => {
      const { answer, insteadOf } = reason;
      return insteadOf && answer === 'yes' ? [{ nominee, reason, absent: insteadOf }] : [];
    }),
  );
}
