/** 数额: a number written in yuan where ten thousands of yuan are asked for stands far above all others of its column. */
import type { Finding } from '../finding.ts';
import type { CellRef } from '../roster-cell.ts';
import type { Facts, RosterColumn } from '../roster-column.ts';
import { columnsOf } from '../roster-columns.ts';
import type { RosterIndex } from '../roster-index.ts';
import { nominationsOfRow } from './concerned.ts';
import { largestOf } from '../largest.ts';

/** Questions about numbers that would be ordinary ones in the smaller unit. */
export function* checkMagnitudes(index: RosterIndex): Iterable<Finding> {
  for (const sheet of ['memberUnits', 'nominees', 'projects'] as const) {
    const listing: Listing = { sheet, rows: index.roster[sheet] };
    for (const column of columnsOf(sheet, index.scheme)) {
      const unit = unitOfHeading(column);
      if (unit) yield* checkColumn(index, listing, column.heading, unit);
    }
  }
}

interface Listing {
  readonly sheet: CellRef['sheet'];
  readonly rows: readonly { readonly row: number; readonly facts: Facts }[];
}

/** `万元`: ten thousand of 元. */
interface LargeUnit {
  readonly factor: number;
  readonly smaller: string;
}

const FACTORS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };

/** The unit in the brackets of a heading, `合同额（万元）`; null for one that has no smaller unit beside it. */
export function unitOfHeading({ heading, type }: Pick<RosterColumn, 'heading' | 'type'>): LargeUnit | null {
  if (type !== 'number' && type !== 'integer') return null;
  const [, word = '', smaller = ''] = /[（(](百万|[千万亿])([^（）()]+)[）)]$/.exec(heading) ?? [];
  const factor = FACTORS[word];
  return factor === undefined ? null : { factor, smaller };
}

function* checkColumn(
  index: RosterIndex,
  { sheet, rows }: Listing,
  heading: string,
  { factor, smaller }: LargeUnit,
): Iterable<Finding> {
  const cells = rows.flatMap(({ row, facts }) => {
    const value = facts.get(heading);
    return typeof value === 'number' && value > 0 ? [{ value, row }] : [];
  });
  const values = cells.map(({ value }) => value);
  const line = lineOf(values, factor);
  const most = largestOf(values.filter((value) => value < line));
  for (const { value, row } of cells) {
    if (value < line) continue;
    const where: CellRef = { sheet, row, heading };
    yield {
      rule: 'magnitude-odd',
      severity: 'question',
      cite: null,
      where: [where],
      nominations: nominationsOfRow(index, where),
      message: `“${heading}”为 ${value}，其余各行最多 ${most}，是不是按${smaller}填的？`,
      found: String(value),
      mend: `按${smaller}填的改为 ${value / factor}；没有填错的，在“决定”表写“同意”`,
    };
  }
}

/** A number so many times the next smaller one lies apart from it. */
const APART = 10;

/**
 * The number from which on numbers are odd; Infinity where none is. Sorted, the smaller half are ordinary, and the others up to the first that
 * lies apart. Beyond, one is odd that would be as large as ordinary ones if it were divided by the factor: at least a tenth of what three
 * quarters of them reach. A single large contract is not.
 */
export function lineOf(values: readonly number[], factor: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  const apart = sorted.findIndex((value, at) => at >= half && value >= APART * (sorted[at - 1] ?? Infinity));
  if (apart < 0) return Infinity;
  const quarter = sorted[Math.floor(apart / 4)] ?? 0;
  return Math.max(sorted[apart] ?? 0, (quarter * factor) / APART);
}
