/** 登记: what comes in bit by bit, such as the papers. Until it is written down nothing is said of it but that it is missing. */
import type { RowOwner } from '../condition.ts';
import { registeredCell } from '../conditions/registry.ts';
import { isAbsent, isAsked, valueOf } from '../conditions/subject.ts';
import type { Finding } from '../finding.ts';
import type { Nominee } from '../master-roster.ts';
import { SHEET, type CellRef, type SheetKey } from '../roster-cell.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';
import { ANSWER_WORDS } from '../state-words.ts';

/** One question for each nomination, shown once for the column. */
export function* checkRegistrations(index: RosterIndex): Iterable<Finding> {
  for (const { nominee, row, of, heading, demand, isLacking } of listAwaited(index)) {
    if (isLacking) continue;
    const column: CellRef = { sheet: SHEET_OF[of], row: null, heading };
    yield {
      rule: 'registration-blank',
      severity: 'question',
      cite: null,
      where: [column, { ...column, row }],
      nominations: [nominee],
      message: `“${heading}”没有登记，${ANSWER_WORDS.unknown}：${demand}`,
      found: '空白',
      mend: `收到后逐项填写“${heading}”`,
    };
  }
}

/** What was not checked, because an older roster lacks the column: a sentence for each demand and nomination. */
export function listUnchecked(index: RosterIndex): string[] {
  return listAwaited(index).flatMap(({ of, heading, demand, isLacking }) =>
    isLacking
      ? `“${SHEET[SHEET_OF[of]]}”没有“${heading}”一列，没有核对：${demand}；要核对的，加上这一列，收到后逐项填写。`
      : [],
  );
}

const SHEET_OF = { nominee: 'nominees', 'member-unit': 'memberUnits' } as const satisfies Record<RowOwner, SheetKey>;

interface Awaited {
  readonly nominee: Nominee;
  readonly of: RowOwner;
  readonly heading: string;
  /** Of the cell. */
  readonly row: number;
  readonly demand: string;
  /** The roster has no such column. */
  readonly isLacking: boolean;
}

function listAwaited(index: RosterIndex): Awaited[] {
  return index.roster.nominees.flatMap((nominee) =>
    (index.awardByName.get(nominee.award)?.conditions ?? []).flatMap((condition): Awaited[] => {
      const cell = registeredCell(condition);
      const unit = unitOf(index, nominee);
      if (!cell || !unit || !isAsked(condition, unit, { index, nominee })) return [];
      if (valueOf(cell.of, cell.heading, unit, nominee) !== null) return [];
      const isLacking = isAbsent(cell.of, cell.heading, { index, nominee });
      const { row } = cell.of === 'nominee' ? nominee : unit;
      return [{ nominee, ...cell, row, demand: condition.demand, isLacking }];
    }),
  );
}
