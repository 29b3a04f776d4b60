/** Certificates of a roster, each with its code. */
import { issueCertificate, type Certificate } from '../rules/certificate.ts';
import type { RosterCheck } from '../rules/check-roster.ts';
import { gradeApplications } from '../rules/grading/grade-application.ts';
import type { GradeResult } from '../rules/grading/result.ts';
import { makeOwnGapLister } from '../rules/incomplete-base.ts';
import type { Nominee } from '../rules/master-roster.ts';
import { listChosen } from '../rules/review.ts';
import type { Scheme } from '../rules/scheme.ts';
import type { Grading } from '../rules/scheme-parts.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { signCertificate } from './certificate-code.ts';
import { readKey } from './certificate-key.ts';
import type { NamedBytes } from './folder.ts';
import { give, run } from './way.ts';

interface SignedCertificate extends Certificate {
  readonly code: string;
}

/** The certificate of an application, or in Chinese why there is none yet. */
export type Certify = (nominee: Nominee) => SignedCertificate | string;

/**
 * Signs what the applications of a graded scheme have earned. Whether the check has cleared them is not asked here.
 * @throws UnusableInput when the key file cannot be used
 */
export async function makeCertifier(
  { grading }: Scheme,
  results: readonly GradeResult[],
  keyFile: NamedBytes,
): Promise<Certify> {
  const key = readKey(keyFile);
  const signed = new Map<Nominee, SignedCertificate | string>();
  if (grading) for (const result of results) signed.set(result.nominee, await sign(grading, result, key));
  return (nominee) => signed.get(nominee) ?? '没有评定等级';
}

async function sign(grading: Grading, result: GradeResult, key: Uint8Array): Promise<SignedCertificate | string> {
  const certificate = issueCertificate(grading, result);
  if (typeof certificate === 'string') return certificate;
  return { ...certificate, code: await signCertificate(key, certificate) };
}

/** What is chosen, rests on rows that are in order and can be certified, by application: those of which `forms` prints more than a draft. */
export function listCertificates(check: RosterCheck, certify: Certify | undefined): Map<Nominee, SignedCertificate> {
  const ownGaps = makeOwnGapLister(check);
  return new Map(
    listChosen(check.nominees, 'certificate').flatMap(({ nominee }): [Nominee, SignedCertificate][] => {
      const certificate = certify && ownGaps(nominee).length === 0 ? certify(nominee) : '';
      return typeof certificate === 'string' ? [] : [[nominee, certificate]];
    }),
  );
}

/** Whether the scheme's forms show a verification code. */
export function needsKey({ forms }: Scheme): boolean {
  return forms.some(({ computed }) => Object.values(computed).includes('verification-code'));
}

/**
 * For the scheme's forms; undefined where none of them shows a code.
 * @throws UnusableInput when one does and there is no key
 */
export async function certifyForms(
  scheme: Scheme,
  { index }: RosterCheck,
  keyFile: NamedBytes | null,
): Promise<Certify | undefined> {
  if (!needsKey(scheme) || !scheme.grading) return undefined;
  if (!keyFile) {
    throw new UnusableInput(
      `${scheme.formsName}上要印验证码，请${give('key', '密钥.txt')}；还没有密钥文件的，先${run('key')}。`,
    );
  }
  return makeCertifier(scheme, gradeApplications(index, scheme.grading), keyFile);
}
