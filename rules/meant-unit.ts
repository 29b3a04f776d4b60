/** Which unit a row means whose number no unit has: read where number and name leave one only, else asked about with every candidate. */
import { sameTextAs } from './same-text.ts';
import type { ByUnitNumber } from './unit-number.ts';

interface Named {
  readonly number: string;
  readonly name: string;
}

/** What a row says of its unit; either may be empty. */
interface UnitWords {
  readonly unitNumber: string;
  readonly unitName: string;
}

/** A unit that a row may mean, and what speaks for it, to go into brackets. */
interface LikelyUnit<Unit extends Named> {
  readonly unit: Unit;
  readonly why: string;
}

/** More units whose number is like another are no hint: in a numbering without gaps every number has many neighbours. */
const MOST_ALIKE = 2;
/** Nor are more that a few digits and a power of ten may stand for: nobody reads them through. */
const MOST_SHOWN = 20;

/** The one unit that a row means: of those whose number it may be the one of its name, or the only one whose number is shown whole. */
export function findMeantUnit<Unit extends Named>(
  units: ByUnitNumber<Unit>,
  { unitNumber, unitName }: UnitWords,
): Unit | undefined {
  const exact = units.find(unitNumber);
  if (exact) return exact;
  const shown = units.findShown(unitNumber);
  const isNamed = sameTextAs(unitName);
  const [named, other] = [...units.findAlike(unitNumber), ...shown.units].filter(({ name }) => isNamed(name));
  if (named) return other ? undefined : named;
  return shown.isWhole && shown.units.length === 1 ? shown.units[0] : undefined;
}

/**
 * Every unit that a row can mean which names none: by its name, by what a program may have made of its number, by one digit.
 * @param ofName the units of its name
 */
export function listLikelyUnits<Unit extends Named>(
  units: ByUnitNumber<Unit>,
  ofName: readonly Unit[],
  { unitNumber }: Pick<UnitWords, 'unitNumber'>,
): LikelyUnit<Unit>[] {
  const found = new Map<Unit, string>();
  const add = (unit: Unit, why: string) => {
    if (unit.number !== '' && !found.has(unit)) found.set(unit, why);
  };
  const slips = units.findSlips(unitNumber);
  for (const unit of ofName) add(unit, slips.includes(unit) ? '单位名称一致，编号只差一位' : '单位名称一致');
  for (const unit of units.findAlike(unitNumber)) add(unit, '编号只差开头的 0');
  const shown = units.findShown(unitNumber).units;
  if (shown.length <= MOST_SHOWN) for (const unit of shown) add(unit, '编号像是被表格程序改写的');
  // One of that name and almost that number is meant, whatever others are near.
  const isSettled = ofName.some((unit) => slips.includes(unit));
  if (!isSettled && slips.length <= MOST_ALIKE) for (const unit of slips) add(unit, '编号只差一位');
  return Array.from(found, ([unit, why]) => ({ unit, why }));
}

/** `单位名称一致的是 080001“某厂”，是否 080001？`; of several `可能是 080001“甲”（…），也可能是 080010“乙”（…），请写明是哪一家`. */
export function askForUnit(likely: readonly LikelyUnit<Named>[]): string {
  const [only, other] = likely;
  if (!only) return '';
  const show = ({ unit, why }: LikelyUnit<Named>) => `编号“${unit.number}”的“${unit.name}”（${why}）`;
  if (!other) return `可能是${show(only)}，是否 ${only.unit.number}？`;
  return `可能是${likely.map(show).join('，也可能是')}，请写明是哪一家`;
}
