/** 名额: nominees against places, per district and award. */
import { cellOfAward } from './concerned.ts';
import type { Citation } from '../citation.ts';
import { findHoldings } from '../coverage.ts';
import type { Finding } from '../finding.ts';
import type { Nominee } from '../master-roster.ts';
import type { QuotaTable } from '../quota/quota-table.ts';
import { explainQuotaCell } from '../quota/explain.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';
import type { Award, District } from '../scheme.ts';
import { whenCited, type CiteFor } from './cited.ts';

/** Places and nominees of one district and award. */
export interface PlaceUsage {
  readonly district: District;
  readonly award: Award;
  readonly places: number;
  /** In the roster's order. */
  readonly nominees: readonly Nominee[];
  /** Whether the roster holds the district, so that a place that nobody takes is free. */
  readonly isHeld: boolean;
  /** How the places came about. */
  readonly explanation: string;
}

/** Every district and award of the scheme with its nominees; nominees of unknown units, districts or awards are in none. */
export function countPlaces(index: RosterIndex, quota: QuotaTable): PlaceUsage[] {
  const nominees = new Map<string, Nominee[]>();
  for (const nominee of index.roster.nominees) {
    const district = unitOf(index, nominee)?.district;
    const award = index.awardByName.get(nominee.award);
    if (district === undefined || !award) continue;
    const key = placeKey(district, award);
    const group = nominees.get(key);
    if (group) group.push(nominee);
    else nominees.set(key, [nominee]);
  }
  const holdingOf = findHoldings(index.roster);
  return quota.rows.flatMap(({ district, cells }) =>
    index.scheme.awards.flatMap((award) => {
      const cell = cells.get(award.id);
      if (!cell) return [];
      return [
        {
          district,
          award,
          places: cell.places,
          nominees: nominees.get(placeKey(district.name, award)) ?? [],
          isHeld: holdingOf(district.name) !== 'nothing',
          explanation: explainQuotaCell(quota, cell),
        },
      ];
    }),
  );
}

/** The districts to tell of: those that the roster holds, and those that somebody in it is nominated of. */
export function listDistricts(usages: readonly PlaceUsage[]): Set<District> {
  const told = usages.filter(({ isHeld, nominees }) => isHeld || nominees.length > 0);
  return new Set(told.map(({ district }) => district));
}

/** Findings about districts with more nominees than places, or fewer. */
export function* checkPlaces(index: RosterIndex, usages: readonly PlaceUsage[]): Iterable<Finding> {
  yield* whenCited(index, 'over-quota', function* (cite, rule) {
    for (const usage of usages) {
      const [first, ...rest] = usage.nominees.slice(usage.places);
      if (!first) continue;
      yield {
        rule,
        severity: 'violation',
        cite: citePlaces(index, usage, cite),
        where: [
          cellOfAward(first),
          ...rest.map(cellOfAward),
          ...usage.nominees.slice(0, usage.places).map(cellOfAward),
        ],
        nominations: usage.nominees,
        message: `${usage.district.name}${usage.award.name}推荐 ${usage.nominees.length} 个，名额 ${usage.places} 个（${usage.explanation}），超出 ${rest.length + 1} 个`,
        found: describeUsage(usage),
        mend: '由推荐单位确定撤下哪些，或在“名额调整”表写明调整及理由；在此之前这一组都不出审批表',
      };
    }
  });
  yield* whenCited(index, 'unused-places', function* (cite, rule) {
    const held = usages.filter(({ isHeld, places }) => isHeld && places > 0);
    if (index.roster.nominees.length === 0 && held.length > 1) {
      const places = held.reduce((sum, usage) => sum + usage.places, 0);
      yield {
        rule,
        severity: 'question',
        cite: cite(),
        where: [{ sheet: 'nominees', row: null, heading: '奖项' }],
        nominations: [],
        message: `推荐名单里还没有推荐，名册所含各区的名额共 ${places} 个都空着`,
        found: '没有推荐',
        mend: '填好推荐名单后再审查',
      };
      return;
    }
    for (const usage of usages) {
      const unused = usage.places - usage.nominees.length;
      if (unused <= 0 || !usage.isHeld) continue;
      yield {
        rule,
        severity: 'question',
        cite: citePlaces(index, usage, cite),
        where: [{ sheet: 'nominees', row: null, heading: '奖项' }],
        nominations: [],
        about: { district: usage.district.name, award: usage.award.id },
        message: `${usage.district.name}${usage.award.name}名额 ${usage.places} 个（${usage.explanation}），推荐 ${usage.nominees.length} 个，空余 ${unused} 个`,
        found: describeUsage(usage),
        mend: '补充推荐；推荐单位确认放弃的，在“名额调整”表把名额改为实际推荐的个数，写明理由',
      };
    }
  });
}

/** Who: several districts with places left are one entry, and a bare count would name none of them. */
function describeUsage({ district, award, nominees }: PlaceUsage): string {
  return `${district.name}${award.name}推荐 ${nominees.length} 个`;
}

/** The district's own row, where the document prints its places there. */
function citePlaces({ scheme }: RosterIndex, { district }: PlaceUsage, cite: CiteFor): Citation {
  const isPrinted = scheme.quota?.published.some((row) => row.district === district.name) ?? false;
  return isPrinted ? district.cite : cite();
}

function placeKey(district: string, award: Award): string {
  return `${award.id} ${district}`;
}
