/** All that a check and the forms say of one nomination, in pieces that can be held against those of another check. */
import type { RosterCheck } from '../../rules/check-roster.ts';
import { isListedRule, type Finding } from '../../rules/finding.ts';
import { gradeApplications } from '../../rules/grading/grade-application.ts';
import type { GradeResult } from '../../rules/grading/result.ts';
import type { NomineeCheck } from '../../rules/nominee-check.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import { messageFor } from '../../rules/message-for.ts';
import { proveVerdict } from '../../rules/verdict.ts';
import { planForms } from '../../jobs/plan-forms.ts';
import type { Template } from '../../ooxml/stamp/stamp.ts';

/** Something that is said of a nomination by itself. */
export interface Statement {
  /** The same where the same is said. */
  readonly text: string;
  /** Of which rule or condition. */
  readonly rule: string;
  /** Rows of the nominations that it speaks of. */
  readonly rows: readonly number[];
}

export interface Description {
  readonly check: NomineeCheck;
  readonly statements: readonly Statement[];
  /** What follows from them: verdict, proof, grade, papers. */
  readonly outcome: string;
}

/** A nomination that stands in way of one that depends on it. */
export const HELD_UP = 'held-up';

/** By row of 推荐名单; nominations of awards that the scheme does not know are judged by nothing. */
export function describeNominations(
  check: RosterCheck,
  templates: ReadonlyMap<string, Template>,
): Map<number, Description> {
  const papers = listPapers(check, templates);
  const { grading } = check.index.scheme;
  const grades = new Map(
    (grading ? gradeApplications(check.index, grading) : []).map((each) => [each.nominee.row, showGrade(each)]),
  );
  return new Map(
    check.nominees.map((each) => {
      const { row } = each.nominee;
      const outcome = [showVerdict(each), proveVerdict(check.index, each), grades.get(row), ...(papers.get(row) ?? [])];
      return [row, { check: each, statements: listStatements(check, each), outcome: outcome.join('\n') }];
    }),
  );
}

function listStatements({ remarks }: RosterCheck, { nominee, reasons, findings, heldUpBy }: NomineeCheck): Statement[] {
  const told = remarks.filter(({ nominations }) => nominations.includes(nominee));
  return [
    ...reasons.map(({ condition, answer, where, message, found, gap = '' }) => ({
      text: ['reason', condition.id, answer, where.sheet, where.row, where.heading, message, found, gap].join(' '),
      rule: condition.id,
      rows: [],
    })),
    ...findings.map((finding) => showFinding('finding', finding, nominee)),
    ...told.map((remark) => showFinding('remark', remark, nominee)),
    ...heldUpBy.map(({ row }) => ({ text: `held up by ${row}`, rule: HELD_UP, rows: [row] })),
  ];
}

/** As it is told of this nomination: of a pair, each one's sentence names the other. */
function showFinding(word: string, finding: Finding, nominee: Nominee): Statement {
  const { rule, severity, where, nominations, decision } = finding;
  const [{ sheet, row, heading }] = where;
  const message = messageFor(finding, nominee);
  return {
    text: [word, rule, severity, sheet, row, heading, message, decision?.row ?? 'open'].join(' '),
    rule,
    // A condition that fails for several is still each one's own.
    rows: isListedRule(rule) ? nominations.map((each) => each.row) : [],
  };
}

function showVerdict({ answer, cleared, standing, conclusions }: NomineeCheck): string {
  const concluded = conclusions.map(({ step, conclusion, decision }) => [step.id, conclusion, decision?.row]);
  return JSON.stringify({ answer, cleared, standing, concluded });
}

function showGrade({ reached, possible, outcome, settled, change, steps }: GradeResult): string {
  const asked = steps.map(({ grade, answer }) => `${grade.id} ${answer}`);
  return [reached?.id, possible?.id, outcome?.id, settled, change, ...asked].join(' ');
}

/** What every nomination gets printed, or why it gets nothing. */
function listPapers(check: RosterCheck, templates: ReadonlyMap<string, Template>): Map<number, string[]> {
  const { scheme } = check.index;
  const { files, skipped } = planForms(scheme, check, templates, { by: 'form', copies: 1, draft: false });
  const papers = new Map<number, string[]>(skipped.map(({ nominee, reason }) => [nominee.row, [reason]]));
  for (const { name, pages } of files) {
    const row = Number.parseInt(name, 10);
    const texts = pages.map(({ sheet, mark, values }) => JSON.stringify([name, sheet, mark, [...values]]));
    papers.set(row, [...(papers.get(row) ?? []), ...texts]);
  }
  return papers;
}
