/** What people decided, found again at the findings that it answers. None is left out: a finding that is decided stays visible. */
import { subjectOfRow } from './checks/concerned.ts';
import type { Decision } from './decision.ts';
import { isAboutRow, isDecidable, isListedRule, type Finding } from './finding.ts';
import type { Nominee } from './master-roster.ts';
import { nameRule } from './name-rule.ts';
import { concludeSteps, findShortlisting } from './review.ts';
import { unitOf, type RosterIndex } from './roster-index.ts';
import { textKey } from './same-text.ts';

/** The findings, each with the decision that answers it. */
export function applyDecisions(index: RosterIndex, findings: readonly Finding[]): Finding[] {
  if (index.roster.decisions.length === 0) return [...findings];
  return findings.map((finding) => {
    const decision = isListedRule(finding.rule)
      ? findException(index, finding)
      : findAgainst(index, finding.nominations);
    return decision ? { ...finding, decision } : finding;
  });
}

/** The rows that name a finding and somebody whom it is about, one list for each of these. */
export function listAnswers(index: RosterIndex, finding: Finding): (readonly Decision[])[] {
  const name = textKey(nameRule(index.scheme, finding));
  const ofMatter = (rows: readonly Decision[]) => rows.filter(({ matter }) => textKey(matter) === name);
  if (isAboutRow(finding) || finding.nominations.length === 0) {
    const { application, unitNumber } = subjectOfRow(index, finding.where[0]);
    const unit = index.units.find(unitNumber) ?? null;
    const nominations = index.nomineesByApplication.all(application);
    return [ofMatter([...nominations.flatMap(index.decisions.aboutNomination), ...index.decisions.aboutUnit(unit)])];
  }
  return finding.nominations.map((nominee) =>
    ofMatter([...index.decisions.aboutNomination(nominee), ...index.decisions.aboutUnit(unitOf(index, nominee))]),
  );
}

/** Agreed by as many as the finding needs, and refused by none. */
function findException(index: RosterIndex, finding: Finding): Decision | null {
  if (!isDecidable(finding)) return null;
  const answers = listAnswers(index, finding);
  if (answers.flat().some(({ word }) => word === 'refused')) return null;
  const agreed = answers.flatMap((rows) => rows.find(({ word }) => word === 'agreed') ?? []);
  return agreed.length >= (finding.agreements ?? 1) ? (agreed.at(-1) ?? null) : null;
}

/** A body that shortlists whoever fails a condition has decided about it, if it says why. */
function findAgainst(index: RosterIndex, nominations: readonly Nominee[]): Decision | null {
  const [nominee, other] = nominations;
  if (!nominee || other) return null;
  const conclusions = concludeSteps(index, nominee);
  if (conclusions.some(({ conclusion }) => conclusion === 'rejected' || conclusion === 'deferred')) return null;
  const decision = findShortlisting(conclusions);
  return decision && decision.reason !== '' ? decision : null;
}
