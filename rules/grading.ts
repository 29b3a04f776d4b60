/** 等级评定: what each application reaches, what each higher grade lacks, and what becomes of the grade that is held. */
import type { CertificateRules } from './certificate.ts';
import type { Cited } from './citation.ts';
import type { GradeGround } from './grading/grounds.ts';
import { groundsAgainst } from './grading/grounds.ts';
import { makeGradeJudges, type GradeJudge, type Judged } from './grading/judge-grades.ts';
import { decideOutcome, type Outcome } from './grading/outcome.ts';
import type { MemberUnit, Nominee } from './master-roster.ts';
import { unitOf, type RosterIndex } from './roster-index.ts';
import type { Award } from './scheme.ts';

export interface Grading {
  /** Award ids, the best grade first. */
  readonly grades: readonly string[];
  /** Ids of the conditions of an application as such; they say nothing of the grade. */
  readonly formalities: readonly string[];
  /** Column of the nominee's row with the name of the grade that the unit holds already. */
  readonly currentGrade: string;
  readonly matter: MatterRules;
  /** One grade down each. */
  readonly downgrades: readonly GradeGround[];
  /** No grade at all. */
  readonly revocations: readonly GradeGround[];
  readonly certificate: CertificateRules;
}

/** What an application is about, by the words of a column of the nominee's row. */
export interface MatterRules {
  readonly heading: string;
  /** Moves the grade up or down by itself; for a higher one the standards of a promotion hold. */
  readonly annualReport: Cited<string>;
  readonly promotion: Cited<string>;
  /** Nothing is assessed: the grade that is held stays. */
  readonly keeps: Cited<readonly string[]>;
}

/** The reasons stand in the order of the grade's conditions, formalities left out. */
export interface GradeStep extends Judged {
  readonly grade: Award;
}

/** `applied`: one grade is asked for; `report`: the annual report; `kept`: the grade stays; `open`: the cell is blank. */
export type MatterKind = 'applied' | 'report' | 'kept' | 'open';

export interface GradeResult extends Outcome {
  readonly nominee: Nominee;
  readonly unit: MemberUnit | null;
  readonly kind: MatterKind;
  /** What is applied for; null when it is no grade. */
  readonly applied: Award | null;
  /** The grade held before; null where there is none, or it is not known. */
  readonly held: Award | null;
  /** Every grade, the best first; of a kept grade that one alone; empty where nobody knows what is asked. */
  readonly steps: readonly GradeStep[];
  /** The best grade whose standards are all met; where nothing is assessed the one that is held. */
  readonly reached: Award | null;
  /** A better grade that may still be reached once the open questions are answered. */
  readonly possible: Award | null;
  /** The conditions of the application as such. */
  readonly formalities: Judged;
  /** Grounds that hold. */
  readonly downgrades: readonly GradeGround[];
  readonly revocations: readonly GradeGround[];
}

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
  return (nominee) => gradeApplication(index, grading, grades, judgeFor, nominee);
}

function gradeApplication(
  index: RosterIndex,
  grading: Grading,
  grades: readonly Award[],
  judgeFor: (nominee: Nominee) => GradeJudge,
  nominee: Nominee,
): GradeResult {
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
