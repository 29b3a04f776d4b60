/** 有效期: a certificate ends when its clause says, and one that takes another's place ends no later than that. */
import { isDay, showDay } from '../calendar.ts';
import { validUntil } from '../certificate.ts';
import type { Finding } from '../finding.ts';
import { keepsGrade } from '../grading/kept.ts';
import type { Nominee } from '../master-roster.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import type { RosterIndex } from '../roster-index.ts';
import type { CertificateRules, HeldCertificate } from '../scheme-parts.ts';

/** Blank cells are asked for by the conditions; nothing is said of them here. */
export function* checkCertificateTerms({ scheme, roster }: RosterIndex): Iterable<Finding> {
  const { certificate } = scheme.grading ?? {};
  if (!certificate?.held) return;
  for (const nominee of roster.nominees) {
    yield* checkHeldTerm(certificate, certificate.held, nominee);
    if (keepsGrade(scheme, nominee)) yield* checkReissue(certificate, certificate.held, nominee);
  }
}

/** The one that is held. Of one that took another's place the clause gives the last possible day alone. */
function* checkHeldTerm(rules: CertificateRules, held: HeldCertificate, nominee: Nominee): Iterable<Finding> {
  const [issued, until] = [dayIn(nominee, held.issuedHeading), dayIn(nominee, held.untilHeading)];
  const last = issued && validUntil(rules, issued);
  if (!issued || !until || !last) return;
  const isTooLong = until > last;
  if (!isTooLong && until.endsWith(rules.validUntil.value)) return;
  const isOlder = held.since !== null && issued < held.since.value;
  yield {
    ...describe(nominee, [held.untilHeading, held.issuedHeading], until),
    severity: isTooLong && !isOlder ? 'violation' : 'question',
    cite: rules.validUntil.cite,
    message: `“${held.issuedHeading}”为${showDay(issued)}的证书有效期最晚到${showDay(last)}，而“${held.untilHeading}”为${showDay(until)}`,
    mend: isOlder
      ? '照原证书核对两个日期；本办法施行前发的证书，有效期以证书为准'
      : '照原证书核对两个日期，更正填错的一个',
  };
}

/** 补发、换发: it would be over on the day of its issue. */
function* checkReissue(rules: CertificateRules, held: HeldCertificate, nominee: Nominee): Iterable<Finding> {
  const [issued, until] = [dayIn(nominee, rules.issuedHeading), dayIn(nominee, held.untilHeading)];
  if (!issued || !until || issued <= until) return;
  yield {
    ...describe(nominee, [rules.issuedHeading, held.untilHeading], issued),
    severity: 'violation',
    cite: held.cite,
    message: `补发、换发的证书与原证书同日到期，而“${rules.issuedHeading}”${showDay(issued)}晚于“${held.untilHeading}”${showDay(until)}`,
    mend: '核对两个日期；原证书已经到期的，改办年报或新申请',
  };
}

function describe(
  nominee: Nominee,
  [first, second]: readonly [string, string],
  found: string,
): Pick<Finding, 'rule' | 'where' | 'nominations' | 'found'> {
  const at = (heading: string): CellRef => cellOf('nominees', nominee, heading);
  return { rule: 'certificate-term', where: [at(first), at(second)], nominations: [nominee], found };
}

function dayIn({ facts }: Nominee, heading: string): string | null {
  const value = facts.get(heading);
  return typeof value === 'string' && isDay(value) ? value : null;
}
