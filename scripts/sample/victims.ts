/** Rows to plant flaws in, each handed out once, so that one flaw has no consequence for another. */
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import { asQuota } from '../../rules/parts.ts';
import { allocateQuotas, countMembers } from '../../rules/quota.ts';
import type { District } from '../../rules/scheme.ts';
import type { PlacedNominee, PlacedUnit, Sample } from './flaw.ts';
import type { SampleUnit } from './plan.ts';
import type { Row } from './row.ts';

export interface Victims {
  /** A nominee that no other depends on: the only one of its unit or, failing that, one that depends on another itself. */
  readonly takeNominee: (wanted: (nominee: PlacedNominee) => boolean) => PlacedNominee;
  /** Rows of two such nominees, the upper one first. */
  readonly takeTwoNominees: (wanted: (nominee: PlacedNominee) => boolean) => [upper: Row, lower: Row];
  /** A nominee whose unit has other nominations; they stay. */
  readonly takeNomineeBesideOthers: (wanted: (nominee: PlacedNominee) => boolean) => PlacedNominee;
  /** A unit without a nomination. */
  readonly takeIdleUnit: (wanted?: (unit: PlacedUnit) => boolean) => PlacedUnit;
  /** Adds a unit to a district whose places stay the same with one unit more. */
  readonly addUnit: () => PlacedUnit;
}

/** Each function throws RangeError when no row is left that fits. */
export function findVictims(sample: Sample): Victims {
  const { nominees, random, tables } = sample;
  const usedUnits = new Set<string>();
  const nominations = new Map<string, number>();
  for (const { unit } of nominees) nominations.set(unit.number, (nominations.get(unit.number) ?? 0) + 1);
  const shuffledNominees = random.shuffle(nominees);
  const shuffledUnits = random.shuffle(sample.units);
  const count = (number: string) => nominations.get(number) ?? 0;

  const find = <T extends { unit: SampleUnit }>(list: readonly T[], wanted: (each: T) => boolean): T | undefined => {
    const found = list.find((each) => !usedUnits.has(each.unit.number) && wanted(each));
    if (found) usedUnits.add(found.unit.number);
    return found;
  };
  const take = <T extends { unit: SampleUnit }>(list: readonly T[], wanted: (each: T) => boolean): T => {
    const found = find(list, wanted);
    if (!found) throw new RangeError('the sample has no row left to plant a flaw in');
    return found;
  };
  const takeNominee: Victims['takeNominee'] = (wanted) =>
    find(shuffledNominees, (each) => count(each.unit.number) === 1 && wanted(each)) ??
    take(shuffledNominees, (each) => parentAwardsOf(each.award).length > 0 && wanted(each));
  return {
    takeNominee,
    takeTwoNominees: (wanted) => {
      const [a, b] = [takeNominee(wanted).row, takeNominee(wanted).row];
      return tables.nominees.indexOf(a) < tables.nominees.indexOf(b) ? [a, b] : [b, a];
    },
    takeNomineeBesideOthers: (wanted) => take(shuffledNominees, (each) => count(each.unit.number) > 1 && wanted(each)),
    takeIdleUnit: (wanted = () => true) => take(shuffledUnits, (each) => count(each.unit.number) === 0 && wanted(each)),
    addUnit: () => {
      const unit = sample.makeUnit(findSteadyDistrict(sample));
      const facts = sample.make.memberUnit(unit);
      tables.memberUnits.push(facts);
      return { unit, facts, score: sample.scheme.scoreSheet && sample.make.score(unit, false) };
    },
  };
}

/** @throws RangeError for a unit that is not among the sample's */
export function placeOf({ units }: Sample, { unit }: PlacedNominee): PlacedUnit {
  const place = units.find((each) => each.unit === unit);
  if (!place) throw new RangeError(`no row of unit ${unit.number}`);
  return place;
}

function findSteadyDistrict({ scheme: found, tables }: Sample): District | null {
  if (!found.quota) return found.districts[0] ?? null;
  const scheme = asQuota(found);
  const members = countMembers(tables.memberUnits.map((row) => ({ district: String(row.get('所属')) })));
  const grown = new Map([...members].map(([name, count]) => [name, count + 1]));
  const before = allocateQuotas(scheme, members).rows;
  const after = allocateQuotas(scheme, grown).rows;
  const steady = before.find(
    ({ district, cells }, index) =>
      district.countsMembers &&
      [...cells].every(([award, { places }]) => after[index]?.cells.get(award)?.places === places),
  );
  if (!steady) throw new RangeError('one more unit changes the places of every district');
  return steady.district;
}
