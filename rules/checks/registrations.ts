/** 登记: what comes in bit by bit, such as the papers. Until it is written down nothing is said of it but that it is missing. */
import type { RowOwner } from '../condition.ts';
import { registeredCell } from '../conditions/registry.ts';
import { isAbsent, isAsked, valueOf } from '../conditions/subject.ts';
import type { Finding } from '../finding.ts';
import type { CellRef, Nominee } from '../master-roster.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';

/** One question for each nomination; of a column that an older roster lacks, a note alone. Both are shown once for the column. */
export function* checkRegistrations(index: RosterIndex): Iterable<Finding> {
  for (const { nominee, row, of, heading, demand } of listAwaited(index)) {
    const column: CellRef =
      of === 'nominee' ? { sheet: 'nominees', row: null, heading } : { sheet: 'memberUnits', row: null, heading };
    const isLacking = isAbsent(of, heading, { index, nominee });
    yield {
      rule: 'registration-blank',
      severity: isLacking ? 'note' : 'question',
      cite: null,
      where: isLacking ? [column] : [column, { ...column, row }],
      nominations: [nominee],
      message: isLacking
        ? `总名册没有“${heading}”一列，没有核对：${demand}`
        : `“${heading}”没有登记，尚不能确定：${demand}`,
      found: '空白',
      mend: isLacking ? `要核对的，加上“${heading}”一列，收到后逐项填写` : `收到后逐项填写“${heading}”`,
    };
  }
}

interface Awaited {
  readonly nominee: Nominee;
  readonly of: RowOwner;
  readonly heading: string;
  /** Of the cell. */
  readonly row: number;
  readonly demand: string;
}

function listAwaited(index: RosterIndex): Awaited[] {
  return index.roster.nominees.flatMap((nominee) =>
    (index.awardByName.get(nominee.award)?.conditions ?? []).flatMap((condition): Awaited[] => {
      const cell = registeredCell(condition);
      const unit = unitOf(index, nominee);
      if (!cell || !unit || !isAsked(condition, unit, { index, nominee })) return [];
      if (valueOf(cell.of, cell.heading, unit, nominee) !== null) return [];
      return [{ nominee, ...cell, row: (cell.of === 'nominee' ? nominee : unit).row, demand: condition.demand }];
    }),
  );
}
