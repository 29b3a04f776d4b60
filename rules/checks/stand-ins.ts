/** Demands that another cell has shown to be met, for the roster lacks the column that speaks of them. */
import type { Eligibility } from '../eligibility.ts';
import type { Finding } from '../finding.ts';
import { SHEET } from '../master-roster.ts';

/** One note for each nomination that it cleared, shown once with the cells: nobody waits for it, but whoever signs sees what a verdict rests on. */
export function* noteStandIns(eligibilities: readonly Eligibility[]): Iterable<Finding> {
  for (const { nominee, reasons } of eligibilities) {
    for (const { condition, answer, where, insteadOf } of reasons) {
      if (!insteadOf || answer !== 'yes') continue;
      const sheet = SHEET[insteadOf.sheet];
      const { heading } = insteadOf;
      yield {
        rule: 'column-absent',
        severity: 'note',
        cite: condition.cite,
        where: [insteadOf, where],
        nominations: [nominee],
        message: `“${sheet}”没有“${heading}”一列，以“${SHEET[where.sheet]}”的“${where.heading}”为准：${condition.demand}`,
        found: '没有这一列',
        mend: `要逐项核对的，在“${sheet}”加“${heading}”一列并填写`,
      };
    }
  }
}
