/** The order of dates: which date of a nomination can never lie after which other, as the scheme's `dateOrder` says. */
import { rememberBy } from './remember.ts';
import type { Citation } from './citation.ts';
import type { DateChain, DatePoint } from './scheme-parts.ts';
import type { Scheme } from './scheme.ts';

/** How two dates are held against each other. */
export interface DateGap {
  /** So many days after the one the other comes at the earliest; 0 where both may be one day. */
  readonly days: number;
  readonly cite: Citation | null;
  /** Why, where no clause says so; empty where it follows from several. */
  readonly reason: string;
}

type Ground = Pick<DateGap, 'cite' | 'reason'>;

export interface DateOrder {
  /** Every point of the scheme's chains once. */
  readonly points: readonly DatePoint[];
  /** For two positions in `points`; null where the first need not come before the second. */
  readonly gap: (earlier: number, later: number) => DateGap | null;
}

/** @param hasNotice false for nominations without a public notice: its days keep no two dates apart then */
export function orderDates(scheme: Scheme, hasNotice: boolean): DateOrder {
  return hasNotice ? orderWithNotice(scheme) : orderWithoutNotice(scheme);
}

// An order is asked for each of thousands of nominations.
const orderWithNotice = rememberBy((scheme: Scheme) => buildOrder(scheme, true));
const orderWithoutNotice = rememberBy((scheme: Scheme) => buildOrder(scheme, false));

/** The same text for the same date, whatever chain names it. */
export function pointKey(point: DatePoint): string {
  switch (point.is) {
    case 'column':
      return `${point.sheet} ${point.heading}`;
    case 'step':
      return `${point.is} ${point.step}`;
    case 'notice':
      return point.is;
    case 'first-day':
    case 'last-day':
      return `${point.day} ${point.name}`;
  }
}

/** What comes before what in one chain comes before it in all: of the gaps that the chains name the further ones are made. */
function buildOrder(scheme: Scheme, hasNotice: boolean): DateOrder {
  const points = [
    ...new Map(scheme.dateOrder.flatMap((chain) => chain.points).map((each) => [pointKey(each), each])).values(),
  ];
  const gaps = new Gaps(points, scheme.notice.days?.cite ?? null);
  // A list that hangs out for three days is taken down on the fourth.
  const noticeDays = hasNotice && scheme.notice.days ? scheme.notice.days.value + 1 : 0;
  for (const chain of scheme.dateOrder) gaps.addChain(chain, noticeDays);
  gaps.close();
  return { points, gap: (earlier, later) => gaps.get(earlier, later) };
}

class Gaps {
  private readonly positions: ReadonlyMap<string, number>;
  private readonly rows: (DateGap | null)[][];

  constructor(
    points: readonly DatePoint[],
    private readonly noticeCite: Citation | null,
  ) {
    this.positions = new Map(points.map((point, position) => [pointKey(point), position]));
    this.rows = points.map(() => points.map(() => null));
  }

  get(earlier: number, later: number): DateGap | null {
    return this.rows[earlier]?.[later] ?? null;
  }

  addChain({ points, cite, reason }: DateChain, noticeDays: number): void {
    points.forEach((point, index) => {
      const next = points[index + 1];
      const days = point.is === 'notice' ? noticeDays : 0;
      if (next) this.widen(this.positionOf(point), this.positionOf(next), days, { cite, reason });
    });
  }

  close(): void {
    const all = [...this.rows.keys()];
    for (const middle of all) {
      for (const first of all) {
        for (const last of all) {
          const [before, after] = [this.get(first, middle), this.get(middle, last)];
          if (!before || !after) continue;
          this.widen(first, last, before.days + after.days, join(before, after));
        }
      }
    }
  }

  /** The widest gap holds; of two as wide the one with a clause. */
  private widen(first: number, last: number, days: number, ground: Ground): void {
    const row = this.rows[first];
    const old = row?.[last];
    const { cite, reason } = days > 0 ? { cite: this.noticeCite, reason: '' } : ground;
    if (row && (!old || days > old.days || (days === old.days && !old.cite && cite)))
      row[last] = { days, cite, reason };
  }

  private positionOf(point: DatePoint): number {
    return this.positions.get(pointKey(point)) ?? -1;
  }
}

/** Two steps on one ground stand on it together. */
function join(before: Ground, after: Ground): Ground {
  return {
    cite: before.cite === after.cite ? before.cite : null,
    reason: before.reason === after.reason ? before.reason : '',
  };
}
