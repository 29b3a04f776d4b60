/** Who is in the sample: member units of every district, and nominations that fill every place. */
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import type { Cap } from '../../rules/scheme-parts.ts';
import { asQuota } from '../../rules/parts.ts';
import { allocateQuotas } from '../../rules/quota/quota-table.ts';
import type { Award, District, Scheme } from '../../rules/scheme.ts';
import { inventPhone } from './people.ts';
import type { Random } from './random.ts';
import { makeUnitInventor, type UnitKind } from './unit-names.ts';

export interface SampleUnit {
  readonly number: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Null where the notice knows no districts. */
  readonly district: District | null;
  readonly address: string;
  readonly phone: string;
}

interface Nomination {
  readonly award: Award;
  readonly unit: SampleUnit;
}

/** Members of a district whose number the notice does not print. */
const DEFAULT_MEMBERS = 50;

/** Gives a new unit of a district a call: `010001` is the first of the first district. */
export type UnitMaker = (district: District | null) => SampleUnit;

export function makeUnitMaker(scheme: Scheme, random: Random): UnitMaker {
  const nameUnit = makeUnitInventor(random, scheme.roster);
  const given = new Map<string, number>();
  return (district) => {
    const districtName = district?.name ?? '';
    const ordinal = (given.get(districtName) ?? 0) + 1;
    given.set(districtName, ordinal);
    const place = district && district.scope === scheme.quota?.table.subtotalScope ? district.name : '';
    const { name, kind } = nameUnit(place);
    const prefix = district ? String(scheme.districts.indexOf(district) + 1).padStart(2, '0') : '';
    const number = prefix + String(ordinal).padStart(4, '0');
    const address = `${place}虚构路 ${random.integer(1, 2999)} 号样例大厦 ${random.integer(1, 32)} 楼`;
    return { number, name, kind, district, address, phone: inventPhone(random) };
  };
}

export interface SamplePlan {
  readonly units: readonly SampleUnit[];
  readonly nominations: readonly Nomination[];
}

/**
 * As many units in each district as the notice prints; where it counts none, as many as the places need.
 * @throws RangeError where an award needs more units than its district, or the award that it depends on, has
 */
export function planSample(scheme: Scheme, random: Random, makeUnit: UnitMaker): SamplePlan {
  if (!scheme.quota) return planApplicants(scheme, random, makeUnit);
  const quota = allocateQuotas(
    asQuota(scheme),
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

function publishedMembers(scheme: Scheme, district: District): number {
  return scheme.quota?.published.find((row) => row.district === district.name)?.members ?? DEFAULT_MEMBERS;
}

function nominateDistrict(
  scheme: Scheme,
  random: Random,
  members: readonly SampleUnit[],
  places: (award: Award) => number,
): Nomination[] {
  const chosen = new Map<string, SampleUnit[]>();
  for (const award of parentsFirst(scheme.awards)) {
    const parents = parentAwardsOf(award).map((id) => chosen.get(id) ?? []);
    const pool = members.filter(
      (unit) => parents.every((list) => list.includes(unit)) && hasRoom(scheme, unit, award, chosen),
    );
    if (pool.length < places(award)) throw new RangeError(`not enough units for the places of ${award.id}`);
    chosen.set(award.id, random.shuffle(pool).slice(0, places(award)));
  }
  return scheme.awards.flatMap((award) => (chosen.get(award.id) ?? []).map((unit) => ({ award, unit })));
}

/** False for a unit that would have more nominations than the document allows one unit. */
function hasRoom(
  { limits }: Scheme,
  unit: SampleUnit,
  award: Award,
  chosen: ReadonlyMap<string, readonly SampleUnit[]>,
): boolean {
  return limits.perUnit
    .filter(({ awards }) => awards.includes(award.id))
    .every(({ awards, most }) => awards.filter((id) => chosen.get(id)?.includes(unit)).length < most.value);
}

/** Of a notice without places: so many applications, about as many for each award. */
const APPLICATIONS = 300;
/** Units that apply for nothing, at least. */
const IDLE_UNITS = 60;

/** Of an award's applicants, one in so many is a unit that applies for others as well, where the document lets it. */
const SHARED_OF = 8;
/** What one unit applies for, at most. */
const MOST_OF_UNIT = 3;

/** Most applicants are units of their own; whoever depends on another award comes from a unit that has it. */
function planApplicants(scheme: Scheme, random: Random, makeUnit: UnitMaker): SamplePlan {
  const units: SampleUnit[] = [];
  const unitsOf = new Map<string, SampleUnit[]>();
  const awards = parentsFirst(scheme.awards);
  // Half of the units that could have a dependent award have it, so that of the others each has one nomination alone.
  const shares = awards.map((award) =>
    Math.floor(APPLICATIONS / scheme.awards.length / 2 ** depthOf(award, scheme.awards)),
  );
  const rest = APPLICATIONS - shares.reduce((sum, share) => sum + share, 0);
  const nominations = awards.flatMap((award, position) => {
    const [parent] = parentAwardsOf(award);
    const count = (shares[position] ?? 0) + (position === 0 ? rest : 0);
    const pool = parent === undefined ? listOpen(scheme, award, unitsOf) : (unitsOf.get(parent) ?? []);
    const shared = random.shuffle(pool).slice(0, parent === undefined ? Math.floor(count / SHARED_OF) : count);
    const own = parent === undefined ? count - shared.length : 0;
    const added = Array.from({ length: own }, () => makeUnit(pickDistrict(scheme, random)));
    units.push(...added);
    const chosen = [...added, ...shared];
    unitsOf.set(award.id, chosen);
    return chosen.map((unit) => ({ award, unit }));
  });
  const idle = Math.max(IDLE_UNITS, ...scheme.limits.caps.map((cap) => neededBase(cap, nominations)));
  for (let count = 0; count < idle; count += 1) units.push(makeUnit(pickDistrict(scheme, random)));
  const order = scheme.awards.map(({ id }) => id);
  const sorted = [...nominations].sort((a, b) => order.indexOf(a.award.id) - order.indexOf(b.award.id));
  return { units, nominations: sorted };
}

/** Units that may apply for an award beside what they apply for already; a unit has one grade. */
function listOpen(scheme: Scheme, award: Award, unitsOf: ReadonlyMap<string, readonly SampleUnit[]>): SampleUnit[] {
  const grades = scheme.grading?.grades ?? [];
  if (grades.includes(award.id)) return [];
  const all = [...unitsOf.values()].flat();
  return [...new Set(all)].filter(
    (unit) => all.filter((each) => each === unit).length < MOST_OF_UNIT && hasRoom(scheme, unit, award, unitsOf),
  );
}

function pickDistrict({ districts }: Scheme, random: Random): District | null {
  return districts.length > 0 ? random.pick(districts) : null;
}

/** What has to be counted so that a cap allows the nominations that there are. */
export function neededBase({ awards, ratio: { value } }: Cap, nominations: readonly Nomination[]): number {
  const count = nominations.filter(({ award }) => awards.includes(award.id)).length;
  return Math.ceil((count * value.denominator) / value.numerator);
}

/** An award comes after those that it depends on; `schemes/` refuses a circle. */
function parentsFirst(awards: readonly Award[]): Award[] {
  return [...awards].sort((a, b) => depthOf(a, awards) - depthOf(b, awards));
}

/** How many awards an award depends on, one upon the other. */
function depthOf(award: Award, awards: readonly Award[]): number {
  const parents = parentAwardsOf(award);
  const depths = awards.filter(({ id }) => parents.includes(id)).map((parent) => 1 + depthOf(parent, awards));
  return Math.max(0, ...depths);
}
