/** Rows to plant flaws in, each handed out once, so that one flaw has no consequence for another. */
import { parentAwardsOf } from '../../rules/conditions/registry.ts';
import type { District } from '../../rules/scheme.ts';
import type { PlacedNominee, PlacedUnit, Sample } from './flaw.ts';
import { isOnlyOne } from './namesakes.ts';
import type { SampleUnit } from './plan.ts';
import type { Row } from './row.ts';

export interface Victims {
  /** A nominee that no other depends on: the only one of its unit or, failing that, one that depends on another itself. */
  readonly takeNominee: (wanted: (nominee: PlacedNominee) => boolean) => PlacedNominee;
  /** Rows of two such nominees, the upper one first. */
  readonly takeTwoNominees: (wanted: (nominee: PlacedNominee) => boolean) => [upper: Row, lower: Row];
  /** A nominee whose unit has other nominations; they stay. */
  readonly takeNomineeBesideOthers: (wanted: (nominee: PlacedNominee) => boolean) => PlacedNominee;
  /** Any nominee, for what is wrong with its own row alone: one whose unit has others, where there is one left. */
  readonly takeAnyNominee: (wanted: (nominee: PlacedNominee) => boolean) => PlacedNominee;
  /** A unit without a nomination. */
  readonly takeIdleUnit: (wanted?: (unit: PlacedUnit) => boolean) => PlacedUnit;
  /** One unit more, of the first district unless told. */
  readonly addUnit: (district?: District | null) => PlacedUnit;
  /** A new unit in the place of an idle one, where the number of members matters; else one more. */
  readonly replaceUnit: () => PlacedUnit;
}

/** Each function throws RangeError when no row is left that fits. */
export function findVictims(sample: Sample): Victims {
  const { nominees, random, tables } = sample;
  const spared = sample.units.filter(({ unit }) => sample.thinned !== null && unit.district === sample.thinned);
  const usedUnits = new Set(spared.map(({ unit }) => unit.number));
  const nominations = new Map<string, number>();
  for (const { unit } of nominees) nominations.set(unit.number, (nominations.get(unit.number) ?? 0) + 1);
  const shuffledNominees = random.shuffle(nominees).filter((each) => isOnlyOne(each, nominees));
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
  const takeIdleUnit: Victims['takeIdleUnit'] = (wanted = () => true) =>
    take(shuffledUnits, (each) => count(each.unit.number) === 0 && wanted(each));
  const addUnit: Victims['addUnit'] = (district = sample.scheme.districts[0] ?? null) => {
    const unit = sample.makeUnit(district);
    const facts = sample.make.memberUnit(unit);
    tables.memberUnits.push(facts);
    return { unit, facts, score: sample.scheme.scoreSheet && sample.make.score(unit, false) };
  };
  return {
    takeNominee,
    takeTwoNominees: (wanted) => {
      const [a, b] = [takeNominee(wanted).row, takeNominee(wanted).row];
      return tables.nominees.indexOf(a) < tables.nominees.indexOf(b) ? [a, b] : [b, a];
    },
    takeNomineeBesideOthers: (wanted) => take(shuffledNominees, (each) => count(each.unit.number) > 1 && wanted(each)),
    takeAnyNominee: (wanted) =>
      find(shuffledNominees, (each) => count(each.unit.number) > 1 && wanted(each)) ?? takeNominee(wanted),
    takeIdleUnit,
    addUnit,
    replaceUnit: () => {
      if (!sample.scheme.quota) return addUnit();
      const { unit, facts, score } = takeIdleUnit();
      drop(tables.memberUnits, facts);
      if (score) drop(tables.scores, score);
      return addUnit(unit.district);
    },
  };
}

function drop(rows: Row[], row: Row): void {
  rows.splice(rows.indexOf(row), 1);
}

/** @throws RangeError for a unit that is not among the sample's */
export function placeOf({ units }: Sample, { unit }: PlacedNominee): PlacedUnit {
  const place = units.find((each) => each.unit === unit);
  if (!place) throw new RangeError(`no row of unit ${unit.number}`);
  return place;
}
