/** 申报编号 for nominations that have none: the edition and a count, and none that anything in the roster has. */
import type { MasterRoster } from './master-roster.ts';
import type { District, Scheme } from './scheme.ts';

/** Of a count over the whole roster, and of one within a district. */
const DIGITS = 4;
const DIGITS_OF_DISTRICT = 3;

/**
 * Gives one number after the other. Those of a district begin with its place in the document's order, so that no two districts ever have the same
 * one, whatever is handed out later. One that is named anywhere is never handed out again: what was concluded about it would count for somebody else,
 * though its own row is gone.
 * @param named as `listNamedNumbers` gives them
 */
export function makeApplicationNumbers(
  scheme: Pick<Scheme, 'edition' | 'districts'>,
  named: Iterable<string>,
): (district?: District) => string {
  const taken = new Set(named);
  const counts = new Map<string, number>();
  // Two figures at the least: beside one, the count of a district would look like a count over the whole roster.
  const width = Math.max(2, String(scheme.districts.length).length);
  return (district) => {
    const series = district ? String(scheme.districts.indexOf(district) + 1).padStart(width, '0') : '';
    const digits = district ? DIGITS_OF_DISTRICT : DIGITS;
    for (;;) {
      const count = (counts.get(series) ?? 0) + 1;
      counts.set(series, count);
      const number = `${scheme.edition}-${series}${String(count).padStart(digits, '0')}`;
      if (taken.has(number)) continue;
      taken.add(number);
      return number;
    }
  };
}

/** Every number that any sheet names, whether or not its nomination still stands in 推荐名单, and those of units: a row of 决定 may name either. */
export function listNamedNumbers(roster: MasterRoster): Set<string> {
  const { memberUnits, nominees, confirmations, materials, expertScores, objections, decisions } = roster;
  const rows = [nominees, confirmations, materials, expertScores, objections].flat();
  return new Set([
    ...memberUnits.map(({ number }) => number),
    ...rows.map(({ application }) => application),
    ...decisions.map(({ subject }) => subject),
  ]);
}
