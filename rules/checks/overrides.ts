/** 名额调整: an override names a district and an award of the scheme, a number of places and a reason, once. */
import type { Finding } from '../finding.ts';
import type { OverrideRow } from '../master-roster.ts';
import type { RosterOverride } from '../quota/quota-table.ts';
import type { RosterIndex } from '../roster-index.ts';

/** More is a slip of the hand; beyond, quotas of quotas would leave the exact numbers. */
const MOST_PLACES = 9999;

interface OverrideReading {
  /** The rows that are in order, with award ids. */
  readonly overrides: readonly RosterOverride[];
  readonly findings: readonly Finding[];
}

/** Reads the overrides of the staff; a row that is not in order counts for nothing and is a violation. */
export function readOverrides(index: RosterIndex): OverrideReading {
  const overrides: RosterOverride[] = [];
  const findings: Finding[] = [];
  for (const row of index.roster.overrides) {
    const award = index.awardByName.get(row.award);
    const fault = findFault(index, row, overrides);
    if (fault) {
      findings.push({
        rule: 'override-invalid',
        severity: 'violation',
        cite: null,
        where: [{ sheet: 'overrides', row: row.row, heading: fault.heading }],
        nominations: [],
        message: fault.message,
        found: fault.found || '空白',
        mend: '更正这一行；在此之前这项调整不起作用',
      });
    } else if (award && row.places !== null) {
      overrides.push({ district: row.district, award: award.id, places: row.places, reason: row.reason });
    }
  }
  return { overrides, findings };
}

function findFault(index: RosterIndex, row: OverrideRow, earlier: readonly RosterOverride[]) {
  const award = index.awardByName.get(row.award);
  if (!index.districtByName.has(row.district)) {
    return { heading: '所属', found: row.district, message: `所属“${row.district}”不是名额分配表中的名称` };
  }
  if (!award) return { heading: '奖项', found: row.award, message: `奖项“${row.award}”不在本次评选之列` };
  if (row.places === null || row.places < 0 || row.places > MOST_PLACES) {
    return { heading: '名额', found: String(row.places ?? ''), message: `名额不是 0 到 ${MOST_PLACES} 的整数` };
  }
  if (row.reason === '') return { heading: '理由', found: '', message: '没有写明调整名额的理由' };
  if (earlier.some((each) => each.district === row.district && each.award === award.id)) {
    return { heading: '奖项', found: row.award, message: `${row.district}的${row.award}名额在前面的行已经调整过` };
  }
  return null;
}
