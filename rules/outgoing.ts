/** What goes out to each district for its nominations: its places, its units, and the rows to be filled in. */
import { listNamedNumbers, makeApplicationNumbers } from './application-number.ts';
import type { RosterCheck } from './check-roster.ts';
import { listFieldNeeds, type FieldNeed } from './field-needs.ts';
import type { Finding } from './finding.ts';
import { groupBy } from './group-by.ts';
import type { MemberUnit, Nominee, ScoreRow } from './master-roster.ts';
import type { RowRemark } from './nominations/returned-nominations.ts';
import type { Facts } from './roster-column.ts';
import { unitOf } from './roster-index.ts';
import type { Award, District, Scheme } from './scheme.ts';
import { makeAddressCheck } from './unaddressed-unit.ts';
import { makeObstacleLister, type UnitObstacles } from './unit-obstacles.ts';

export interface OutgoingPlaces {
  readonly award: Award;
  readonly places: number;
}

export interface OutgoingUnit {
  readonly unit: MemberUnit;
  readonly score: ScoreRow | null;
  readonly obstacles: UnitObstacles;
}

/** A row of 推荐名单: a nomination that is there already, or one to be made. */
export interface OutgoingRow {
  readonly application: string;
  readonly filled: FilledRow | null;
}

/** What stands in a row. */
export interface FilledRow {
  readonly award: string;
  /** Null where what is written names none of the district. */
  readonly unit: MemberUnit | null;
  /** What is written in place of a unit; empty where there is one. */
  readonly choice: string;
  readonly facts: Facts;
  /** What the district has to mend. */
  readonly asked: readonly RowRemark[];
}

/** What one district gets. */
export interface OutgoingList {
  readonly scheme: Scheme;
  readonly district: District;
  /** Of the awards for which it has places, in the document's order. */
  readonly places: readonly OutgoingPlaces[];
  readonly rows: readonly OutgoingRow[];
  readonly units: readonly OutgoingUnit[];
  readonly needs: readonly FieldNeed[];
  /** What the staff have filled in on the front sheet of the form that went out, by its label; left out where nothing has gone out yet. */
  readonly office?: readonly (readonly [label: string, value: string])[];
}

export interface OutgoingPlan {
  /** In the document's order. */
  readonly lists: readonly OutgoingList[];
  readonly leftOutUnits: readonly { readonly unit: MemberUnit; readonly reason: string }[];
  readonly leftOutNominees: readonly LeftOutNomination[];
  /** Nominations that the roster does not number: they are known by a number that may be another tomorrow. */
  readonly unnumbered: readonly PlacedNomination[];
}

interface PlacedNomination {
  readonly nominee: Nominee;
  /** Of its unit; null where the roster does not have the unit. */
  readonly district: string | null;
}

interface LeftOutNomination extends PlacedNomination {
  readonly reason: string;
}

/** Rows beyond the places: one for every ten, and a few at the least. */
const SPARE = { share: 10, least: 5 };

export function planOutgoing(check: RosterCheck): OutgoingPlan {
  const { index, places: usages } = check;
  const { scheme, roster } = index;
  const number = makeApplicationNumbers(index.scheme, listNamedNumbers(index.roster));
  // In the roster's order, as `mend` numbers them.
  const numbered = new Map(roster.nominees.map((nominee) => [nominee, nominee.application || number()]));
  const whyUnlisted = makeAddressCheck(check, '推荐表');
  const leftOutUnits = roster.memberUnits.flatMap((unit) => {
    const reason = whyUnlisted(unit);
    return reason === null ? [] : [{ unit, reason }];
  });
  const unlisted = new Map(leftOutUnits.map(({ unit, reason }) => [unit, reason]));
  const unitsOf = groupBy(
    roster.memberUnits.filter((unit) => !unlisted.has(unit)),
    ({ district }) => district,
  );
  const placesOf = groupBy(
    usages.filter(({ places }) => places > 0),
    ({ district }) => district.name,
  );
  const whyUnsure = makeCertaintyCheck(check);
  const leftOutNominees: LeftOutNomination[] = [];
  const nominationsOf = new Map<string, { nominee: Nominee; unit: MemberUnit }[]>();
  for (const nominee of roster.nominees) {
    const unit = unitOf(index, nominee);
    const reason = unit
      ? (unlisted.get(unit) ??
        whyUnsure(nominee) ??
        (placesOf.has(unit.district) ? null : `“${unit.district}”没有名额。`))
      : '单位编号不在会员单位表中，不知道属于哪个区，请更正“单位编号”。';
    if (reason !== null) leftOutNominees.push({ nominee, district: unit?.district ?? null, reason });
    else if (unit) nominationsOf.set(unit.district, [...(nominationsOf.get(unit.district) ?? []), { nominee, unit }]);
  }
  const obstaclesOf = makeObstacleLister(index);
  const lists = scheme.districts.flatMap((district): OutgoingList[] => {
    const places = placesOf.get(district.name) ?? [];
    if (places.length === 0) return [];
    const awards = places.map(({ award }) => award);
    const units = unitsOf.get(district.name) ?? [];
    const nominations = nominationsOf.get(district.name) ?? [];
    return [
      {
        scheme,
        district,
        places: places.map((usage) => ({ award: usage.award, places: usage.places })),
        rows: [
          ...nominations.map(({ nominee, unit }) => ({
            application: numbered.get(nominee) ?? '',
            filled: { award: nominee.award, unit, choice: '', facts: nominee.facts, asked: [] },
          })),
          ...Array.from({ length: countBlank(places, nominations) }, () => ({
            application: number(district),
            filled: null,
          })),
        ],
        units: units.map((unit) => ({
          unit,
          score: index.scores.first(unit.number) ?? null,
          obstacles: obstaclesOf(unit, awards),
        })),
        needs: listFieldNeeds(scheme.awards, district, units),
      },
    ];
  });
  const unnumbered = roster.nominees
    .filter(({ application }) => application === '')
    .map((nominee) => ({ nominee, district: unitOf(index, nominee)?.district ?? null }));
  return { lists, leftOutUnits, leftOutNominees, unnumbered };
}

/** As many as there are places left, award by award: one award's surplus takes no row of another. */
function countBlank(places: readonly OutgoingPlaces[], nominations: readonly { readonly nominee: Nominee }[]): number {
  const all = places.reduce((sum, each) => sum + each.places, 0);
  const left = places.map(({ award, places: own }) => {
    const taken = nominations.filter(({ nominee }) => nominee.award === award.name).length;
    return Math.max(own - taken, 0);
  });
  return left.reduce((sum, each) => sum + each, 0) + Math.max(SPARE.least, Math.ceil(all / SPARE.share));
}

/** Findings that leave open whose a nomination is: it might go to another district, and come back as another unit's. */
const UNIT_DOUBTS: readonly Finding['rule'][] = ['unit-name-differs', 'unit-code-differs'];

/** Why what the roster has of a nomination cannot be handed on as it is read; null where it can. */
function makeCertaintyCheck({ nominees }: RosterCheck): (nominee: Nominee) => string | null {
  const findings = new Map(nominees.map((each) => [each.nominee, each.findings.filter(({ decision }) => !decision)]));
  return (nominee) => {
    const own = findings.get(nominee) ?? [];
    if (own.some(({ rule }) => UNIT_DOUBTS.includes(rule)))
      return '单位的编号、名称和代码对不上，不知道是哪一家，请先更正。';
    return own.some(({ rule }) => rule === 'unreadable-cell') ? '有单元格读不出来，请先更正。' : null;
  };
}
