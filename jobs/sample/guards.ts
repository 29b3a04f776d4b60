/** Which conditions are asked of a nominee of the sample. */
import type { Award, Scheme } from '../../rules/scheme.ts';
import { canBeMet } from './conditions/registry.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

/** The cells that decide which conditions are asked: each gets one of the words that some condition waits for, or another. */
export function settleGuards(scheme: Scheme, award: Award, row: Row, random: Random): void {
  const guards = award.conditions.flatMap(({ when }) => (when?.of === 'nominee' ? [when.heading] : []));
  for (const heading of new Set(guards)) {
    const column = scheme.roster.nominees.find((each) => each.heading === heading);
    const possible = (column?.choices ?? []).filter((word) => isPossible(scheme, award, heading, word));
    if (possible.length > 0) row.set(heading, random.pick(possible));
  }
  holdSameGrade(scheme, award, row);
}

/** Whoever reports or has something changed mostly names the grade that is held. */
function holdSameGrade({ grading }: Scheme, award: Award, row: Row): void {
  if (!grading) return;
  const { heading, annualReport, keeps } = grading.matter;
  const word = String(row.get(heading));
  if (word === annualReport.value || keeps.value.includes(word)) row.set(grading.currentGrade, award.shortName);
}

/** False where the word asks something of the award that nobody could meet. */
function isPossible(scheme: Scheme, award: Award, heading: string, word: string): boolean {
  const asked = award.conditions.filter(({ when }) => when?.heading === heading && when.oneOf.includes(word));
  return asked.every((condition) => canBeMet(condition, scheme, award));
}
