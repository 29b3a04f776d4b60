import { showDay } from '../rules/calendar.ts';
import type { Certificate } from '../rules/certificate.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { readDayText } from '../workbook/intake/calendar-text.ts';
import { quote } from '../workbook/intake/quote.ts';
import { isCodeOf } from './certificate-code.ts';
import { readKeyFile } from './certificate-key.ts';
import { today } from './clock.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { printJson, say } from './terminal.ts';

/** As they stand on the certificate. */
export interface VerifyOptions {
  readonly key: string;
  readonly number: string;
  readonly unit: string;
  readonly grade: string;
  readonly issued: string;
  readonly until: string;
  readonly json?: boolean;
}

/** Whether a certificate is valid on a day; its last day counts. */
type Validity = 'valid' | 'expired' | 'not-yet';

/**
 * `verify CODE --key KEYFILE --number N --unit U --grade G --issued D --until D`: whether a certificate that somebody reads out is genuine, and
 * still valid.
 * @param on the day of asking
 */
export async function verify(code: string, options: VerifyOptions, on: string = today()): Promise<ExitCode> {
  const certificate: Certificate = {
    number: options.number,
    unitName: options.unit,
    grade: options.grade,
    issued: readDay(options.issued, '--issued'),
    validUntil: readDay(options.until, '--until'),
  };
  const isGenuine = isCodeOf(await readKeyFile(options.key), certificate, code);
  // Of a certificate that nobody issued no term is known.
  const validity = isGenuine ? validityOn(on, certificate) : null;
  say(
    validity === null
      ? '验证码不符：证书不是用这个密钥签发的，或者编号、单位、等级、日期、验证码中有一项抄错或被改动；请对照证书逐字重报一次。'
      : `验证码相符${BUT[validity](certificate)}：${quote(options.unit)}的证书 ${options.number} 是用这个密钥签发的，所报各项都与签发时一致${ADVICE[validity]}。`,
  );
  if (options.json) printJson({ genuine: isGenuine, validity });
  return validity === 'valid' ? EXIT.fine : EXIT.violations;
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

function readDay(text: string, option: string): string {
  const day = readDayText(text);
  if (!day) throw new UnusableInput(`${option} 的${quote(text)}不是日期，请写成 2024-05-31 或 2024年5月31日的样子。`);
  return day;
}
