/** 证书: its number, how long it is valid, and whether it may be printed. */
import { addYears, isDay, showDay, yearOf } from './calendar.ts';
import { keepsGrade } from './grading/kept.ts';
import type { GradeResult } from './grading/result.ts';
import type { Nominee } from './master-roster.ts';
import type { CertificateRules, Grading } from './scheme-parts.ts';
import type { Award } from './scheme.ts';

/** What a certificate says; days are `YYYY-MM-DD`. */
export interface Certificate {
  readonly number: string;
  readonly unitName: string;
  /** Its short name: `一级`. */
  readonly grade: string;
  readonly issued: string;
  readonly validUntil: string;
}

/** 有效期: the last day of a certificate, `YYYY-MM-DD`; null for a day of issue that is blank or no day. */
export function validUntil({ validUntil: { value } }: CertificateRules, issued: unknown): string | null {
  if (typeof issued !== 'string' || !isDay(issued)) return null;
  return `${yearOf(addYears(issued, 1))}-${value}`;
}

/**
 * The last day of the certificate that an application gets: one that takes another's place ends with it, any other as the clause says. Null
 * while the day from which it follows is not filled in.
 */
export function certificateUntil(grading: Grading, nominee: Nominee): string | null {
  const { held, issuedHeading } = grading.certificate;
  if (!held || !keepsGrade({ grading }, nominee)) {
    return validUntil(grading.certificate, nominee.facts.get(issuedHeading) ?? null);
  }
  const until = nominee.facts.get(held.untilHeading);
  return typeof until === 'string' && isDay(until) ? until : null;
}

/** The number and the day of issue of a row; empty where they are not filled in. */
export function readCertificateCells(rules: CertificateRules, { facts }: Nominee): { number: string; issued: string } {
  const read = (heading: string) => String(facts.get(heading) ?? '');
  return { number: read(rules.numberHeading), issued: read(rules.issuedHeading) };
}

/**
 * The certificate of an application, or in Chinese why there is none yet. Whether the check has cleared the application is not asked here.
 * @param award what the application stands for, which is what the certificate says
 */
export function issueCertificate(
  grading: Grading,
  { nominee, unit, applied, outcome, settled }: GradeResult,
): Certificate | string {
  const rules = grading.certificate;
  if (!unit || !applied) return '单位或等级不明';
  if (!settled) return '评定结果还有待确认的事项';
  if (outcome !== applied)
    return `评定结果是${nameGrade(outcome)}，与“奖项”的${applied.shortName}不一致，请先更正“奖项”`;
  const { number, issued } = readCertificateCells(rules, nominee);
  const until = certificateUntil(grading, nominee);
  if (number === '') return `没有填写${rules.numberHeading}`;
  if (!isDay(issued)) return `没有填写${rules.issuedHeading}`;
  if (until === null) return `没有填写${rules.held?.untilHeading ?? ''}，补发、换发的证书到那一天为止`;
  if (issued > until) return `${rules.issuedHeading}晚于有效期的最后一天${showDay(until)}`;
  return { number, unitName: unit.name, grade: applied.shortName, issued, validUntil: until };
}

/** Short name of a grade in sentences. */
export function nameGrade(grade: Award | null): string {
  return grade?.shortName ?? '无等级';
}
