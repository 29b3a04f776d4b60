/** Nominations that come and go, with all that the other sheets have of them. */
import type { Award } from '../../rules/scheme.ts';
import type { PlacedUnit, Sample } from './flaw.ts';
import { linkNomination } from './linked-rows.ts';
import type { Row } from './row.ts';

/** Adds a nomination of a unit, whose rows are changed so that it meets every condition of the award. */
export function nominate(sample: Sample, { unit, facts, score }: PlacedUnit, award: Award): Row {
  if (score) for (const [heading, value] of sample.make.score(unit, true)) score.set(heading, value);
  const row = sample.make.nominee(unit, award, facts);
  sample.tables.nominees.push(row);
  linkNomination({
    tables: sample.tables,
    scheme: sample.scheme,
    random: sample.random,
    nominee: { award, unit, row },
    facts,
  });
  return row;
}

/** Takes a nomination out. Its unit stays, with its projects. */
export function withdraw(sample: Sample, row: Row): void {
  dropLinkedRows(sample, row);
  sample.tables.nominees.splice(sample.tables.nominees.indexOf(row), 1);
}

/** Takes out what other sheets have of a nomination. */
export function dropLinkedRows({ tables }: Sample, row: Row): void {
  for (const sheet of ['confirmations', 'materials', 'expertScores', 'objections'] as const) {
    const others = tables[sheet].filter((each) => each.get('申报编号') !== row.get('申报编号'));
    tables[sheet].splice(0, tables[sheet].length, ...others);
  }
}
