/** Certificates as the open roster has them: to fill in what somebody asks about, and to say what of it differs. A code alone tells neither. */
import { issueCertificate, type Certificate } from '../../../rules/certificate.ts';
import { gradeApplications } from '../../../rules/grading/grade-application.ts';
import { sameTextAs, textKey } from '../../../rules/same-text.ts';
import { readDayText } from '../../../workbook/intake/calendar-text.ts';
import { quoteForUser } from '../../../workbook/intake/quote.ts';
import type { LoadedRoster } from '../../../jobs/load-roster.ts';
import type { ReadOut } from './read-out.ts';

/** What a certificate says besides its code, or in a sentence why the roster does not tell. */
export type FoundCertificate = Omit<ReadOut, 'code'> | string;

/** @param text an application number, the number of a certificate, or the full name of a unit */
export function findCertificate({ scheme, check }: LoadedRoster, text: string): FoundCertificate {
  const { grading } = scheme;
  if (!grading) return '这个评选方案不发证书。';
  const isSame = sameTextAs(text);
  const found = gradeApplications(check.index, grading).filter(({ nominee, unit }) => {
    const number = String(nominee.facts.get(grading.certificate.numberHeading) ?? '');
    return [nominee.application, number, nominee.unitName, unit?.name ?? ''].some(isSame);
  });
  const [only, ...others] = found;
  if (!only) return `总名册里没有${quoteForUser(text)}，请核对，或照证书逐项填写。`;
  if (others.length > 0) {
    return `总名册里有 ${found.length} 项申报是${quoteForUser(text)}，请改填其中一项的申报编号或证书编号。`;
  }
  const issued = issueCertificate(grading, only);
  if (typeof issued === 'string') return `总名册里${quoteForUser(text)}还没有证书：${issued}。`;
  return readOut(issued);
}

/** Which of what was read out the roster has otherwise, in a sentence. @param loaded null where no roster is open */
export function compareWithRoster(loaded: LoadedRoster | null, asked: Omit<ReadOut, 'code'>): string {
  if (!loaded?.scheme.grading) return '只凭验证码看不出是哪一项不同；打开发证时的总名册再核对，可以逐项比。';
  const byNumber = findCertificate(loaded, asked.number);
  const own = typeof byNumber === 'string' ? findCertificate(loaded, asked.unit) : byNumber;
  if (typeof own === 'string') return '总名册里没有这个证书编号，也没有这个单位的证书，比不出是哪一项不同。';
  const differing = COMPARED.filter(({ id, keyOf }) => keyOf(own[id]) !== keyOf(asked[id]));
  if (differing.length === 0) {
    return '所报的编号、单位、等级、日期与总名册里的都相同：是验证码报错了，或者证书不是用这个密钥签发的。';
  }
  return `与总名册里的不同：${differing.map(({ id, label }) => `${label}（总名册里是${quoteForUser(own[id])}）`).join('、')}。`;
}

const dayKey = (text: string) => readDayText(text) ?? text.trim();

const COMPARED = [
  { id: 'number', label: '证书编号', keyOf: textKey },
  { id: 'unit', label: '单位全称', keyOf: textKey },
  { id: 'grade', label: '等级', keyOf: textKey },
  { id: 'issued', label: '发证日期', keyOf: dayKey },
  { id: 'until', label: '有效期至', keyOf: dayKey },
] as const;

function readOut({ number, unitName, grade, issued, validUntil }: Certificate): Omit<ReadOut, 'code'> {
  return { number, unit: unitName, grade, issued, until: validUntil };
}
