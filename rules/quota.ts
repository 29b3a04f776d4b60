/**
 * 名额: the places of each district and award. A place follows from the members, or from the rounded places of another award, by the
 * scheme's ratios; what people set by hand is an override with its reason and never disappears in the formula.
 */
import type { Citation } from './citation.ts';
import { formatPercent, formatRatio, multiply, round, type Rounding } from './ratio.ts';
import type { Award, District, QuotaRatio, QuotaScheme } from './scheme.ts';

/** An override that the staff keep in the master roster (名额调整); it wins over one of the scheme. */
export interface RosterOverride {
  readonly district: string;
  readonly award: string;
  readonly places: number;
  readonly reason: string;
}

/** How one cell of the quota table came about. */
export interface QuotaCell {
  readonly places: number;
  /** Null where the formula has no basis: the district's members are not counted. */
  readonly formula: QuotaFormula | null;
  readonly override: { readonly reason: string; readonly cite: Citation | null } | null;
}

export interface QuotaFormula {
  /** `会员单位`, or the name of the award whose places are the base. */
  readonly baseName: string;
  readonly base: number;
  /** `3%` */
  readonly ratio: string;
  /** `19.5` */
  readonly exact: string;
  readonly rounding: Rounding;
  readonly rounded: number;
  readonly cite: Citation;
}

export interface QuotaRow {
  readonly district: District;
  /** Null where the document gives none. */
  readonly members: number | null;
  /** One cell for each award of the scheme, by award id. */
  readonly cells: ReadonlyMap<string, QuotaCell>;
}

export interface QuotaSum {
  readonly members: number;
  readonly places: ReadonlyMap<string, number>;
}

export interface QuotaTable {
  /** In the document's order. */
  readonly rows: readonly QuotaRow[];
  /** The districts of the scheme's `subtotalScope`. */
  readonly subtotal: QuotaSum;
  readonly total: QuotaSum;
  /** All places of all awards. */
  readonly grandTotal: number;
}

/**
 * Allocates every place.
 * @param members number of member units by district name; a district that is absent has none
 * @param overrides at most one for each district and award
 * @throws RangeError for a number of members that is no whole number
 */
export function allocateQuotas(
  scheme: QuotaScheme,
  members: ReadonlyMap<string, number>,
  overrides: readonly RosterOverride[] = [],
): QuotaTable {
  const rows = scheme.districts.map((district): QuotaRow => {
    const counted = district.countsMembers ? (members.get(district.name) ?? 0) : null;
    return { district, members: counted, cells: allocateDistrict(scheme, district, counted, overrides) };
  });
  const total = sumRows(scheme.awards, rows);
  return {
    rows,
    subtotal: sumRows(
      scheme.awards,
      rows.filter((row) => row.district.scope === scheme.quota.table.subtotalScope),
    ),
    total,
    grandTotal: [...total.places.values()].reduce((sum, places) => sum + places, 0),
  };
}

/** The number of member units of each district, for `allocateQuotas`. */
export function countMembers(memberUnits: Iterable<{ readonly district: string }>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { district } of memberUnits) counts.set(district, (counts.get(district) ?? 0) + 1);
  return counts;
}

/** `650 × 3% = 19.5 → 20（四舍五入）`, then the override; one Chinese line that explains a cell to the unit that lost. */
export function explainQuotaCell(cell: QuotaCell): string {
  const { formula, override, places } = cell;
  const computed = formula
    ? `${formula.baseName} ${formula.base} × ${formula.ratio} = ${formula.exact} → ${ROUNDING_NAME[formula.rounding]} ${formula.rounded}`
    : '无计算基数';
  return override ? `${computed}；调整为 ${places}：${override.reason}` : computed;
}

export const ROUNDING_NAME: Readonly<Record<Rounding, string>> = {
  floor: '舍去小数',
  ceil: '进一',
  'half-up': '四舍五入',
};

function allocateDistrict(
  scheme: QuotaScheme,
  district: District,
  members: number | null,
  overrides: readonly RosterOverride[],
): Map<string, QuotaCell> {
  const cells = new Map<string, QuotaCell>();
  for (const ratio of inOrderOfDependence(scheme.quota.ratios.filter((each) => each.scope === district.scope))) {
    const formula = applyRatio(scheme, ratio, members, cells);
    const override = findOverride(scheme, district, ratio.award, overrides);
    cells.set(ratio.award, {
      places: override?.places ?? formula?.rounded ?? 0,
      formula,
      override: override && { reason: override.reason, cite: override.cite },
    });
  }
  return cells;
}

function applyRatio(
  scheme: QuotaScheme,
  rule: QuotaRatio,
  members: number | null,
  cells: ReadonlyMap<string, QuotaCell>,
): QuotaFormula | null {
  const base = rule.of === 'members' ? members : (cells.get(rule.of.award)?.places ?? null);
  if (base === null) return null;
  const exact = multiply(base, rule.ratio.value);
  const rounding = rule.rounding.value;
  return {
    baseName: rule.of === 'members' ? '会员单位' : awardName(scheme, rule.of.award),
    base,
    ratio: formatPercent(rule.ratio.value),
    exact: formatRatio(exact),
    rounding,
    rounded: round(exact, rounding),
    cite: rule.ratio.cite,
  };
}

function findOverride(scheme: QuotaScheme, district: District, award: string, overrides: readonly RosterOverride[]) {
  const ofRoster = overrides.find((each) => each.district === district.name && each.award === award);
  if (ofRoster) return { places: ofRoster.places, reason: ofRoster.reason, cite: null };
  const ofScheme = scheme.quota.overrides.find((each) => each.district === district.name && each.award === award);
  return ofScheme ? { places: ofScheme.places.value, reason: ofScheme.reason, cite: ofScheme.places.cite } : null;
}

/** A ratio of another award's places comes after that award; `schemes/` refuses a circle. */
function inOrderOfDependence(ratios: readonly QuotaRatio[]): QuotaRatio[] {
  const ordered: QuotaRatio[] = [];
  let waiting = [...ratios];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ of }) => of === 'members' || ordered.some((done) => done.award === of.award));
    if (ready.length === 0) throw new RangeError('quota ratios refer to one another in a circle');
    ordered.push(...ready);
    waiting = waiting.filter((ratio) => !ready.includes(ratio));
  }
  return ordered;
}

function awardName(scheme: QuotaScheme, id: string): string {
  return scheme.awards.find((award) => award.id === id)?.name ?? id;
}

function sumRows(awards: readonly Award[], rows: readonly QuotaRow[]): QuotaSum {
  const places = new Map(awards.map(({ id }) => [id, 0]));
  let members = 0;
  for (const row of rows) {
    members += row.members ?? 0;
    for (const [award, cell] of row.cells) places.set(award, (places.get(award) ?? 0) + cell.places);
  }
  return { members, places };
}
