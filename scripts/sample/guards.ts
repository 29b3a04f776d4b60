/** Which conditions are asked of a nominee of the sample. */
import type { Award, Scheme } from '../../rules/scheme.ts';
import type { Random } from './random.ts';
import type { Row } from './rows.ts';

/** The cells that decide which conditions are asked: each gets one of the words that some condition waits for, or another. */
export function settleGuards(scheme: Scheme, award: Award, row: Row, random: Random): void {
  const guards = award.conditions.flatMap(({ when }) => (when?.of === 'nominee' ? [when.heading] : []));
  for (const heading of new Set(guards)) {
    const column = scheme.roster.nominees.find((each) => each.heading === heading);
    const possible = (column?.choices ?? []).filter((word) => canRise(scheme, award, heading, word));
    if (possible.length > 0) row.set(heading, random.pick(possible));
  }
  holdSameGrade(scheme, award, row);
  for (const { kind, when, ...condition } of award.conditions) {
    if (kind !== 'outranks' || (when && !when.oneOf.includes(String(row.get(when.heading))))) continue;
    const lower = gradesBelow(scheme, award);
    if ('heading' in condition && lower[0]) row.set(condition.heading, lower[0].shortName);
  }
}

/** Whoever reports or has something changed mostly names the grade that is held. */
function holdSameGrade({ grading }: Scheme, award: Award, row: Row): void {
  if (!grading) return;
  const { heading, annualReport, keeps } = grading.matter;
  const word = String(row.get(heading));
  if (word === annualReport.value || keeps.value.includes(word)) row.set(grading.currentGrade, award.shortName);
}

/** The lowest grade is nobody's promotion. */
function canRise(scheme: Scheme, award: Award, heading: string, word: string): boolean {
  const rises = award.conditions.some(
    ({ kind, when }) => kind === 'outranks' && when?.heading === heading && when.oneOf.includes(word),
  );
  return !rises || gradesBelow(scheme, award).length > 0;
}

function gradesBelow({ awards, grading }: Scheme, award: Award): Award[] {
  const grades = grading?.grades ?? [];
  return grades.slice(grades.indexOf(award.id) + 1).flatMap((id) => awards.filter((each) => each.id === id));
}
