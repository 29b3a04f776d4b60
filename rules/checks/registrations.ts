/** 登记: what comes in bit by bit, such as the papers. Until it is written down nothing is said of it but that it is missing. */
import type { RowOwner } from '../condition.ts';
import { registeredCell } from '../conditions/registry.ts';
import { isAbsent, isAsked, valueOf } from '../conditions/subject.ts';
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { Nominee } from '../master-roster.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';

/** One finding a column. One that an older roster lacks is worth a note alone. */
export function* checkRegistrations(index: RosterIndex): Iterable<Finding> {
  for (const awaited of groupBy(listAwaited(index), ({ of, heading }) => `${of} ${heading}`).values()) {
    const blank = awaited.filter(({ isBlank }) => isBlank);
    const [first] = blank;
    if (!first) continue;
    const { of, heading, demand, nominee } = first;
    const isLacking = isAbsent(of, heading, { index, nominee });
    yield {
      rule: 'registration-blank',
      severity: isLacking ? 'note' : 'question',
      cite: null,
      where: [{ sheet: of === 'nominee' ? 'nominees' : 'memberUnits', row: null, heading }],
      nominations: blank.map(({ nominee }) => nominee),
      message: isLacking
        ? `总名册没有“${heading}”一列，没有核对：${demand}`
        : `有 ${blank.length} 项推荐没有登记“${heading}”，尚不能确定：${demand}`,
      found: '空白',
      mend: isLacking ? `要核对的，加上“${heading}”一列，收到后逐项填写` : `收到后逐项填写“${heading}”`,
    };
  }
}

interface Awaited {
  readonly nominee: Nominee;
  readonly of: RowOwner;
  readonly heading: string;
  readonly demand: string;
  readonly isBlank: boolean;
}

function listAwaited(index: RosterIndex): Awaited[] {
  return index.roster.nominees.flatMap((nominee) =>
    (index.awardByName.get(nominee.award)?.conditions ?? []).flatMap((condition): Awaited[] => {
      const cell = registeredCell(condition);
      const unit = unitOf(index, nominee);
      if (!cell || !unit || !isAsked(condition, unit, { index, nominee })) return [];
      const isBlank = valueOf(cell.of, cell.heading, unit, nominee) === null;
      return [{ nominee, ...cell, demand: condition.demand, isBlank }];
    }),
  );
}
