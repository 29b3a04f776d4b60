import { showDay } from '../rules/calendar.ts';
import type { Certificate } from '../rules/certificate.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { readDayText } from '../workbook/intake/calendar-text.ts';
import { quoteForUser } from '../workbook/intake/quote.ts';
import { isCodeOf } from './certificate-code.ts';
import { readKey } from './certificate-key.ts';
import type { NamedBytes } from './folder.ts';
import type { JobContext, JobResult } from './job.ts';
import { inputName, type NamedInput } from './way.ts';

export interface VerifyInput {
  readonly code: string;
  /** The key that the certificate was signed with. */
  readonly key: NamedBytes;
  /** What follows, as it stands on the certificate. */
  readonly number: string;
  readonly unit: string;
  readonly grade: string;
  readonly issued: string;
  readonly until: string;
  /** The day of asking, `YYYY-MM-DD`. */
  readonly on: string;
}

/** Whether a certificate is valid on a day; its last day counts. */
export type Validity = 'valid' | 'expired' | 'not-yet';

interface Verification {
  readonly genuine: boolean;
  /** Null of a certificate that is not genuine. */
  readonly validity: Validity | null;
}

/** 核对证书: whether a certificate that somebody reads out is genuine, and still valid. */
export async function verify(input: VerifyInput, { tell }: Pick<JobContext, 'tell'>): Promise<JobResult<Verification>> {
  const certificate: Certificate = {
    number: input.number,
    unitName: input.unit,
    grade: input.grade,
    issued: readDay(input.issued, 'issued'),
    validUntil: readDay(input.until, 'until'),
  };
  const isGenuine = await isCodeOf(readKey(input.key), certificate, input.code);
  // Of a certificate that nobody issued no term is known.
  const validity = isGenuine ? validityOn(input.on, certificate) : null;
  tell(
    validity === null
      ? '验证码不符：证书不是用这个密钥签发的，或者编号、单位、等级、日期、验证码中有一项抄错或被改动；请对照证书逐字重报一次。'
      : `验证码相符${BUT[validity](certificate)}：这个验证码是用这个密钥签发的，证书上应写明：${listSigned(certificate)}。请与证书逐项核对，有一项不同的就是改过的，不能认${ADVICE[validity]}。`,
  );
  return {
    files: [],
    summary: () => ({ genuine: isGenuine, validity }),
    verdict: validity === 'valid' ? 'fine' : 'violations',
  };
}

/** What the code stands for: whoever asks may have taken it from elsewhere than the paper. */
function listSigned({ number, unitName, grade, issued, validUntil }: Certificate): string {
  const parts = [`编号 ${number}`, quoteForUser(unitName), quoteForUser(grade)];
  return [...parts, `${showDay(issued)}发证`, `有效期至${showDay(validUntil)}`].join('，');
}

function validityOn(on: string, { issued, validUntil }: Certificate): Validity {
  if (on > validUntil) return 'expired';
  return on < issued ? 'not-yet' : 'valid';
}

const BUT: Readonly<Record<Validity, (certificate: Certificate) => string>> = {
  valid: () => '',
  expired: ({ validUntil }) => `，但已过有效期（${showDay(validUntil)}止）`,
  'not-yet': ({ issued }) => `，但还没有到发证日期（${showDay(issued)}）`,
};

const ADVICE: Readonly<Record<Validity, string>> = {
  valid: '',
  expired: '；证书现在无效，请对方出示有效期内的证书',
  'not-yet': '；证书现在还不生效，请核对发证日期',
};

function readDay(text: string, option: NamedInput): string {
  const day = readDayText(text);
  if (!day)
    throw new UnusableInput(
      `${inputName(option)} 的${quoteForUser(text)}不是日期，请写成 2024-05-31 或 2024年5月31日的样子。`,
    );
  return day;
}
