/** What people decided, found again at the findings that it answers. None is left out: a finding that is decided stays visible. */
import { nominationsOfRow, subjectOfRow } from './checks/concerned.ts';
import { describeDecision, type Decision } from './decision.ts';
import { isAboutRow, isAboutSheet, isDecidable, isListedRule, voidsDecision, type Finding } from './finding.ts';
import type { Nominee } from './master-roster.ts';
import { isNamedRule } from './name-rule.ts';
import { concludeSteps, findShortlisting, listUnreasoned } from './review.ts';
import { unitOf, type RosterIndex } from './roster-index.ts';

/** The findings, each with the decision that answers it. What a body says against a condition counts where its row is in order. */
export function applyDecisions(index: RosterIndex, findings: readonly Finding[]): Finding[] {
  if (index.roster.decisions.length === 0) return [...findings];
  const answered = findings.flatMap((finding) => (isListedRule(finding.rule) ? answer(index, finding) : [finding]));
  const voids = answered.filter(voidsDecision);
  return answered.map((finding) => {
    const decision = isListedRule(finding.rule) ? null : findAgainst(index, finding.nominations, voids);
    return decision ? { ...finding, decision } : finding;
  });
}

/** A finding that nobody has refused, or what becomes of it: what was a question is a violation then. */
function answer(index: RosterIndex, finding: Finding): Finding[] {
  if (!isDecidable(finding)) return [finding];
  const answers = listAnswers(index, finding);
  const refusals = answers.map((rows) => rows.find(({ word }) => word === 'refused'));
  if (finding.severity === 'question' && refusals.some((row) => row !== undefined)) {
    return refuse(finding, refusals);
  }
  const decision = findException(finding, answers);
  return [decision ? { ...finding, decision } : finding];
}

/** A word about one of many who are asked the same says nothing of the others, whose question stays. */
function refuse(finding: Finding, refusals: readonly (Decision | undefined)[]): Finding[] {
  const { nominations, agreements = 1 } = finding;
  const concerns = (nominee: Nominee) => agreements === 1 || refusals[nominations.indexOf(nominee)] !== undefined;
  const [refused, others] = [nominations.filter(concerns), nominations.filter((nominee) => !concerns(nominee))];
  const refusal = refusals.find((row) => row !== undefined);
  if (!refusal) return [finding];
  const violation: Finding = {
    ...finding,
    severity: 'violation',
    nominations: refused,
    refusal,
    message: `${finding.message}（${describeDecision(refusal)}，更正前不放行）`,
    mend: isAboutRow(finding) ? '删去这一行；其实仍然有效的，更正“决定”表中的“不同意”' : finding.mend,
  };
  return others.length > 0 ? [violation, { ...finding, nominations: others }] : [violation];
}

/** The rows that name a finding and somebody whom it is about, one list for each of these. */
export function listAnswers(index: RosterIndex, finding: Finding): (readonly Decision[])[] {
  const ofMatter = (rows: readonly Decision[]) =>
    rows.filter(({ matter }) => isNamedRule(index.scheme, finding, matter));
  if (isAboutRow(finding) || finding.nominations.length === 0) {
    const { application, unitNumber } = subjectOfRow(index, finding.where[0]);
    const unit = index.units.find(unitNumber) ?? null;
    const isOwn = finding.where[0].sheet === 'nominees';
    const nominations = isOwn
      ? nominationsOfRow(index, finding.where[0])
      : index.nomineesByApplication.all(application);
    const ofSheet = isAboutSheet(finding) ? index.decisions.aboutSheet(finding.where[0].sheet) : [];
    return [
      ofMatter([
        ...nominations.flatMap(index.decisions.aboutNomination),
        ...index.decisions.aboutUnit(unit),
        ...ofSheet,
      ]),
    ];
  }
  return finding.nominations.map((nominee) =>
    ofMatter([...index.decisions.aboutNomination(nominee), ...index.decisions.aboutUnit(unitOf(index, nominee))]),
  );
}

/** Agreed by as many as the finding needs, and refused by none. */
function findException(finding: Finding, answers: readonly (readonly Decision[])[]): Decision | null {
  if (answers.flat().some(({ word }) => word === 'refused')) return null;
  const agreed = answers.flatMap((rows) => rows.find(({ word }) => word === 'agreed') ?? []);
  return agreed.length >= (finding.agreements ?? 1) ? (agreed.at(-1) ?? null) : null;
}

/** A body that shortlists whoever fails a condition has decided about it, if it says why. */
function findAgainst(index: RosterIndex, nominations: readonly Nominee[], voids: readonly Finding[]): Decision | null {
  const [nominee, other] = nominations;
  if (!nominee || other) return null;
  const own = voids.filter((finding) => finding.nominations.includes(nominee));
  const conclusions = concludeSteps(index, nominee, own);
  if (conclusions.some(({ conclusion }) => conclusion === 'rejected' || conclusion === 'deferred')) return null;
  const isSettled = conclusions.every(({ faults }) => faults.length === 0) && listUnreasoned(conclusions).length === 0;
  return isSettled ? findShortlisting(conclusions) : null;
}
