/** 控制数: more nominees than the document allows in all, or of one unit. */
import { cellOfAward } from './concerned.ts';
import type { Finding } from '../finding.ts';
import { countCaps, findCrowdedUnits } from '../limits.ts';
import { unitNameOf, type RosterIndex } from '../roster-index.ts';

/** Nobody but people can say who has to go, so that all of a group that is too large wait. */
export function* checkLimits(index: RosterIndex): Iterable<Finding> {
  const { scheme, roster, awardByName } = index;
  for (const { cap, most, nominees, explanation, blank, isKnown } of countCaps(
    scheme.limits.caps,
    roster,
    awardByName,
  )) {
    const [first, ...rest] = nominees.slice(most);
    if (!first || !isKnown) continue;
    yield {
      rule: 'cap-exceeded',
      severity: 'violation',
      cite: cap.ratio.cite,
      where: [cellOfAward(first), ...rest.map(cellOfAward), ...nominees.slice(0, most).map(cellOfAward)],
      nominations: nominees,
      message: `${cap.name}推荐 ${nominees.length} 个，超出 ${nominees.length - most} 个（${explanation}）`,
      found: String(nominees.length),
      mend: `${blank > 0 ? '先补填或更正这些单元格再算；仍超出的，' : ''}由评定组确定撤下哪些；在此之前这一组都不通过`,
    };
  }
  for (const limit of scheme.limits.perUnit) {
    for (const nominees of findCrowdedUnits(limit, index)) {
      const [first, ...rest] = nominees.slice(limit.most.value);
      if (!first) continue;
      yield {
        rule: 'unit-limit',
        severity: 'violation',
        cite: limit.most.cite,
        where: [cellOfAward(first), ...rest.map(cellOfAward), ...nominees.slice(0, limit.most.value).map(cellOfAward)],
        nominations: nominees,
        agreements: rest.length + 1,
        message: `“${unitNameOf(index, first)}”推荐${limit.name} ${nominees.length} 个，每个单位至多 ${limit.most.value} 个`,
        found: String(nominees.length),
        mend: '由该单位确定保留哪些，其余撤下',
      };
    }
  }
}
