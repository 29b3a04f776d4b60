/** 等级评定: what each application reaches, what each higher grade lacks, and what becomes of the grade that is held. */
import { groundsAgainst } from './grounds.ts';
import { makeGradeJudges, type GradeJudge } from './judge-grades.ts';
import { decideOutcome } from './outcome.ts';
import type { GradeResult, GradeStep, MatterKind } from './result.ts';
import type { Nominee } from '../master-roster.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';
import type { Grading, MatterRules } from '../scheme-parts.ts';
import type { Award } from '../scheme.ts';

/** The awards that are grades, the best first. */
export function listGrades({ scheme }: RosterIndex, { grades }: Grading): Award[] {
  return grades.flatMap((id) => scheme.awards.filter((award) => award.id === id));
}

/** Grades every application, in the roster's order. Pure. */
export function gradeApplications(index: RosterIndex, grading: Grading): GradeResult[] {
  return index.roster.nominees.map(makeGrader(index, grading));
}

/** Grades one application at a time. */
export function makeGrader(index: RosterIndex, grading: Grading): (nominee: Nominee) => GradeResult {
  const grades = listGrades(index, grading);
  const judgeFor = makeGradeJudges(index, grades, grading.formalities);
  return (nominee) => gradeApplication({ index, grading, grades, judgeFor }, nominee);
}

interface Grader {
  readonly index: RosterIndex;
  readonly grading: Grading;
  readonly grades: readonly Award[];
  readonly judgeFor: (nominee: Nominee) => GradeJudge;
}

function gradeApplication({ index, grading, grades, judgeFor }: Grader, nominee: Nominee): GradeResult {
  const unit = unitOf(index, nominee);
  const word = nominee.facts.get(grading.matter.heading) ?? '';
  const kind = kindOf(grading.matter, String(word));
  const named = index.awardByName.get(nominee.award);
  const applied = named && grades.includes(named) ? named : null;
  const held = grades.find(({ shortName }) => shortName === nominee.facts.get(grading.currentGrade)) ?? null;
  const own = judgeFor(nominee);
  const promoted = kind === 'report' ? judgeFor(asPromotion(nominee, grading.matter)) : own;
  const asked = kind === 'open' ? [] : kind === 'kept' ? (applied ? [applied] : []) : grades;
  const steps = asked.map((grade): GradeStep => {
    const isHigher = held !== null && grades.indexOf(grade) < grades.indexOf(held);
    const { answer, reasons } = (isHigher ? promoted : own).standards(grade);
    return { grade, answer, reasons };
  });
  const best = steps.findIndex(({ answer }) => answer === 'yes');
  const better = best < 0 ? steps : steps.slice(0, best);
  const found = {
    nominee,
    unit,
    kind,
    applied,
    held,
    steps,
    reached: kind === 'kept' ? held : (steps[best]?.grade ?? null),
    possible: kind === 'kept' ? null : (better.find(({ answer }) => answer === 'unknown')?.grade ?? null),
    formalities: applied ? own.formalities(applied) : { answer: 'yes' as const, reasons: [] },
    downgrades: groundsAgainst(grading.downgrades, nominee, unit),
    revocations: groundsAgainst(grading.revocations, nominee, unit),
  };
  return { ...found, ...decideOutcome(grades, found) };
}

function kindOf({ annualReport, keeps }: MatterRules, word: string): MatterKind {
  if (word === '') return 'open';
  if (word === annualReport.value) return 'report';
  return keeps.value.includes(word) ? 'kept' : 'applied';
}

/** The same application as if it asked for more than is held. */
function asPromotion(nominee: Nominee, { heading, promotion }: MatterRules): Nominee {
  return { ...nominee, facts: new Map([...nominee.facts, [heading, promotion.value]]) };
}
