/** Who is in the sample: member units of every district, and nominations that fill every place. */
import { allocateQuotas } from '../../rules/quota.ts';
import type { Award, District, Scheme } from '../../rules/scheme.ts';
import { inventPhone } from './people.ts';
import type { Random } from './random.ts';
import { makeUnitNamer, type UnitKind } from './unit-names.ts';

export interface SampleUnit {
  readonly number: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly district: District;
  readonly address: string;
  readonly phone: string;
}

export interface Nomination {
  readonly award: Award;
  readonly unit: SampleUnit;
}

/** Members of a district whose number the notice does not print. */
const DEFAULT_MEMBERS = 50;

/** Gives a new unit of a district a call: `010001` is the first of the first district. */
export type UnitMaker = (district: District) => SampleUnit;

export function makeUnitMaker(scheme: Scheme, random: Random): UnitMaker {
  const nameUnit = makeUnitNamer(random);
  const given = new Map<string, number>();
  return (district) => {
    const ordinal = (given.get(district.name) ?? 0) + 1;
    given.set(district.name, ordinal);
    const isPlace = district.scope === scheme.quota.table.subtotalScope;
    const { name, kind } = nameUnit(isPlace ? district.name : '');
    const number = String(scheme.districts.indexOf(district) + 1).padStart(2, '0') + String(ordinal).padStart(4, '0');
    const address = `${isPlace ? district.name : ''}虚构路 ${random.integer(1, 2999)} 号样例大厦 ${random.integer(1, 32)} 楼`;
    return { number, name, kind, district, address, phone: inventPhone(random) };
  };
}

/**
 * As many units in each district as the notice prints; where it counts none, as many as the places need.
 * @throws RangeError where an award needs more units than its district, or the award that it depends on, has
 */
export function planSample(
  scheme: Scheme,
  random: Random,
  makeUnit: UnitMaker,
): { units: SampleUnit[]; nominations: Nomination[] } {
  const quota = allocateQuotas(
    scheme,
    new Map(scheme.districts.map((each) => [each.name, publishedMembers(scheme, each)])),
  );
  const units: SampleUnit[] = [];
  const nominations: Nomination[] = [];
  for (const { district, cells } of quota.rows) {
    const places = (award: Award) => cells.get(award.id)?.places ?? 0;
    const needed = Math.max(0, ...scheme.awards.map(places));
    const count = district.countsMembers ? publishedMembers(scheme, district) : needed;
    const members = Array.from({ length: count }, () => makeUnit(district));
    units.push(...members);
    nominations.push(...nominateDistrict(scheme, random, members, places));
  }
  return { units, nominations };
}

/** Ids of the awards that the unit of a nominee has to be nominated for as well. */
export function parentAwards(award: Award): string[] {
  return award.conditions.flatMap((condition) => (condition.kind === 'parent-award' ? [condition.award] : []));
}

function publishedMembers(scheme: Scheme, district: District): number {
  return scheme.quota.published.find((row) => row.district === district.name)?.members ?? DEFAULT_MEMBERS;
}

function nominateDistrict(
  scheme: Scheme,
  random: Random,
  members: readonly SampleUnit[],
  places: (award: Award) => number,
): Nomination[] {
  const chosen = new Map<string, SampleUnit[]>();
  for (const award of parentsFirst(scheme.awards)) {
    const parents = parentAwards(award).map((id) => chosen.get(id) ?? []);
    const pool = members.filter((unit) => parents.every((list) => list.includes(unit)));
    if (pool.length < places(award)) throw new RangeError(`not enough units for the places of ${award.id}`);
    chosen.set(award.id, random.shuffle(pool).slice(0, places(award)));
  }
  return scheme.awards.flatMap((award) => (chosen.get(award.id) ?? []).map((unit) => ({ award, unit })));
}

/** An award comes after those that it depends on; `schemes/` refuses a circle. */
function parentsFirst(awards: readonly Award[]): Award[] {
  const depth = (award: Award): number => {
    const parents = parentAwards(award);
    return Math.max(0, ...awards.filter(({ id }) => parents.includes(id)).map((parent) => 1 + depth(parent)));
  };
  return [...awards].sort((a, b) => depth(a) - depth(b));
}
