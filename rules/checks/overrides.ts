/** 名额调整: an override names a district and an award of the scheme, a number of places and a reason, once. */
import type { Finding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import type { Nominee, OverrideRow } from '../master-roster.ts';
import type { RosterOverride } from '../quota/quota-table.ts';
import { cellOf } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import { nominationsOfRow } from './concerned.ts';
import type { PlaceUsage } from './places.ts';

/** More is a slip of the hand; beyond, quotas of quotas would leave the exact numbers. */
const MOST_PLACES = 9999;

interface OverrideReading {
  /** The rows that are in order, with award ids. */
  readonly overrides: readonly RosterOverride[];
  /** Those that are not, which count for nothing. */
  readonly faults: readonly OverrideFault[];
  /** Rows about the places of one district and award, two or more. Nobody can say which of them holds, so that none counts. */
  readonly repeated: readonly (readonly [OverrideRow, ...OverrideRow[]])[];
}

interface OverrideFault {
  readonly row: OverrideRow;
  readonly heading: '所属' | '奖项' | '名额' | '理由';
  readonly found: string;
  readonly message: string;
}

/** Reads the overrides of the staff. */
export function readOverrides(index: RosterIndex): OverrideReading {
  const overrides: RosterOverride[] = [];
  const faults: OverrideFault[] = [];
  const repeated: (readonly [OverrideRow, ...OverrideRow[]])[] = [];
  for (const rows of groupBy(index.roster.overrides, (row) => keyOf(index, row)).values()) {
    const [first, ...others] = rows;
    if (first && others.length > 0) {
      repeated.push([first, ...others]);
      continue;
    }
    for (const row of rows) {
      const award = index.awardByName.get(row.award);
      const fault = findFault(index, row);
      if (fault) faults.push({ row, ...fault });
      else if (award && row.places !== null) {
        overrides.push({ district: row.district, award: award.id, places: row.places, reason: row.reason });
      }
    }
  }
  return { overrides, faults, repeated };
}

/** The same for rows that change the same places; a row that names none, or no number, changes those of no other. */
function keyOf(index: RosterIndex, row: OverrideRow): string | OverrideRow {
  const fault = findFault(index, row);
  return fault === null || fault.heading === '理由' ? `${row.award} ${row.district}` : row;
}

/** A row that is not in order is a violation. @param usages the places as they are without it */
export function* checkOverrides(
  index: RosterIndex,
  { faults, repeated }: OverrideReading,
  usages: readonly PlaceUsage[],
): Iterable<Finding> {
  for (const { row, heading, found, message } of faults) {
    yield {
      rule: 'override-invalid',
      severity: 'violation',
      cite: null,
      where: [cellOf('overrides', row, heading)],
      // Without its number nobody knows how many places there are; without a reason they are what they were.
      nominations: heading === '名额' ? listGroup(index, row) : [],
      message: heading === '理由' ? `${message}${sayEffect(row, usages)}` : message,
      found: found || '空白',
      mend: `更正这一行；在此之前这项调整不起作用${heading === '名额' ? '，这一组都不出审批表' : ''}`,
    };
  }
  for (const rows of repeated) {
    const [first, ...others] = rows;
    const said = rows.map(({ row, places }) => `第 ${row} 行为 ${places ?? 0} 个`).join('，');
    yield {
      rule: 'override-invalid',
      severity: 'violation',
      cite: null,
      where: [cellOf('overrides', first, '名额'), ...others.map((row) => cellOf('overrides', row, '名额'))],
      nominations: listGroup(index, first),
      message: `${first.district}${first.award}的名额调整了 ${rows.length} 次（${said}），都不算数`,
      found: rows.map(({ places }) => places ?? 0).join('、'),
      mend: '确定以哪一行为准，删去其余的；在此之前这一组都不出审批表',
    };
  }
}

/** The nominations that share the places. */
function listGroup(index: RosterIndex, row: OverrideRow): readonly Nominee[] {
  return nominationsOfRow(index, cellOf('overrides', row, '名额'));
}

/** What the row would do, for whoever has to find out its reason. */
function sayEffect({ district, award, places }: OverrideRow, usages: readonly PlaceUsage[]): string {
  const usage = usages.find((each) => each.district.name === district && each.award.name === award);
  if (!usage || places === null) return '';
  const nominated = usage.nominees.length;
  const doubt = places > nominated ? `，比已推荐的 ${nominated} 个还多，请核对个数` : `，已推荐 ${nominated} 个`;
  return `：${district}${award}的名额要由 ${usage.places} 个调整为 ${places} 个${doubt}`;
}

function findFault(index: RosterIndex, row: OverrideRow): Omit<OverrideFault, 'row'> | null {
  const award = index.awardByName.get(row.award);
  if (!index.districtByName.has(row.district)) {
    return { heading: '所属', found: row.district, message: `所属“${row.district}”不是名额分配表中的名称` };
  }
  if (!award) return { heading: '奖项', found: row.award, message: `奖项“${row.award}”不在本次评选之列` };
  if (row.places === null || row.places < 0 || row.places > MOST_PLACES) {
    return { heading: '名额', found: String(row.places ?? ''), message: `名额不是 0 到 ${MOST_PLACES} 的整数` };
  }
  if (row.reason === '') return { heading: '理由', found: '', message: '没有写明调整名额的理由' };
  return null;
}
