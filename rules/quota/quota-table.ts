/**
 * 名额: the places of each district and award. Where the document prints its table, the printed places are the places, and ratio and
 * rounding explain them; where it prints none yet, a place follows from the members, or from the rounded places of another award. What people
 * set by hand is an override with its reason and never disappears in the formula.
 */
import type { Citation } from '../citation.ts';
import { applyRatio, inOrderOfDependence, type QuotaFormula } from './formula.ts';
import type { Award, District, PublishedQuota, QuotaOverride, QuotaRatio, QuotaScheme } from '../scheme.ts';

/** An override that the staff keep in the master roster (名额调整); it wins over what is printed, and over one of the scheme. */
export interface RosterOverride {
  readonly district: string;
  readonly award: string;
  readonly places: number;
  readonly reason: string;
}

/** How one cell of the quota table came about. */
export interface QuotaCell {
  readonly places: number;
  /** From the printed figures, where there are any. Null where it has no basis: the district's members are not counted. */
  readonly formula: QuotaFormula | null;
  /** Without a citation it is one of the staff. */
  readonly override: { readonly reason: string; readonly cite: Citation | null } | null;
}

export interface QuotaRow {
  readonly district: District;
  /** What the ratios are of: as printed, else as counted. Null where the document gives none, or nobody has counted. */
  readonly members: number | null;
  /** Member units in the roster; null where the document gives no number, or the roster does not hold the district's. */
  readonly counted: number | null;
  /** By award id; an award whose places nobody knows has none. */
  readonly cells: ReadonlyMap<string, QuotaCell>;
}

export interface QuotaSum {
  readonly members: number;
  readonly counted: number;
  readonly places: ReadonlyMap<string, number>;
}

export interface QuotaTable {
  /** Whose lines alone it holds, and no sums; empty of the whole table. */
  readonly part: string;
  /** The document's own name for its printed table (`附件1`); null where it prints none. */
  readonly printedIn: string | null;
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
 * @param counted number of member units by district name; one that is absent has not been counted
 * @param overrides at most one for each district and award
 * @throws RangeError for a number of members that is no whole number
 */
export function allocateQuotas(
  scheme: QuotaScheme,
  counted: ReadonlyMap<string, number>,
  overrides: readonly RosterOverride[] = [],
): QuotaTable {
  const { published, table } = scheme.quota;
  const rows = scheme.districts.map((district): QuotaRow => {
    const printed = published.find((row) => row.district === district.name);
    const own = district.countsMembers ? (counted.get(district.name) ?? null) : null;
    const members = printed ? printed.members : own;
    return {
      district,
      members,
      counted: own,
      cells: allocateDistrict({ scheme, district, members, printed, overrides }),
    };
  });
  const total = sumRows(scheme.awards, rows);
  return {
    part: '',
    printedIn: published.length > 0 ? table.cite.clause : null,
    rows,
    subtotal: sumRows(
      scheme.awards,
      rows.filter((row) => row.district.scope === table.subtotalScope),
    ),
    total,
    grandTotal: [...total.places.values()].reduce((sum, places) => sum + places, 0),
  };
}

/** The scheme as it was before its table was printed: every place follows from the members. */
export function inPreparation(scheme: QuotaScheme): QuotaScheme {
  return { ...scheme, quota: { ...scheme.quota, published: [] } };
}

/** Whether some number of members is another than the document prints. */
export function countsOtherwise({ printedIn, rows }: QuotaTable): boolean {
  return printedIn !== null && rows.some(({ members, counted }) => counted !== null && counted !== members);
}

function allocateDistrict({
  scheme,
  district,
  members,
  printed,
  overrides,
}: {
  readonly scheme: QuotaScheme;
  readonly district: District;
  readonly members: number | null;
  readonly printed: PublishedQuota | undefined;
  readonly overrides: readonly RosterOverride[];
}): Map<string, QuotaCell> {
  const cells = new Map<string, QuotaCell>();
  for (const ratio of inOrderOfDependence(scheme.quota.ratios.filter((each) => each.scope === district.scope))) {
    const { of, award } = ratio;
    const base = of === 'members' ? members : (printed?.places[of.award] ?? cells.get(of.award)?.places ?? null);
    const formula = base === null ? null : applyRatio(ratio, nameBaseAward(scheme, ratio), base);
    const ofStaff = overrides.find((each) => each.district === district.name && each.award === award);
    const own = scheme.quota.overrides.find((each) => each.district === district.name && each.award === award);
    const byFormula = formula?.rounded ?? (district.countsMembers ? null : 0);
    const places = ofStaff?.places ?? printed?.places[award] ?? own?.places.value ?? byFormula;
    if (places !== null) cells.set(award, { places, formula, override: describeOverride(ofStaff, own) });
  }
  return cells;
}

function nameBaseAward({ awards }: QuotaScheme, { of }: QuotaRatio): string | null {
  return of === 'members' ? null : (awards.find(({ id }) => id === of.award)?.name ?? of.award);
}

function describeOverride(ofStaff: RosterOverride | undefined, own: QuotaOverride | undefined): QuotaCell['override'] {
  if (ofStaff) return { reason: ofStaff.reason, cite: null };
  return own ? { reason: own.reason, cite: own.places.cite } : null;
}

function sumRows(awards: readonly Award[], rows: readonly QuotaRow[]): QuotaSum {
  const places = new Map(awards.map(({ id }) => [id, 0]));
  let members = 0;
  let counted = 0;
  for (const row of rows) {
    members += row.members ?? 0;
    counted += row.counted ?? 0;
    for (const [award, cell] of row.cells) places.set(award, (places.get(award) ?? 0) + cell.places);
  }
  return { members, counted, places };
}
