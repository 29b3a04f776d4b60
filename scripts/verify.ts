import type { Certificate } from '../rules/certificate.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { formatDay, readDayText } from '../workbook/intake/calendar-text.ts';
import { quote } from '../workbook/intake/quote.ts';
import { isCodeOf } from './certificate-code.ts';
import { readKeyFile } from './certificate-key.ts';
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

/** `verify CODE --key KEYFILE --number N --unit U --grade G --issued D --until D`: whether a certificate that somebody reads out is genuine. */
export async function verify(code: string, options: VerifyOptions): Promise<ExitCode> {
  const certificate: Certificate = {
    number: options.number,
    unitName: options.unit,
    grade: options.grade,
    issued: readDay(options.issued, '--issued'),
    validUntil: readDay(options.until, '--until'),
  };
  const isGenuine = isCodeOf(await readKeyFile(options.key), certificate, code);
  say(
    isGenuine
      ? `验证码相符：${quote(options.unit)}的证书 ${options.number} 是用这个密钥签发的，所报各项都与签发时一致。`
      : '验证码不符：证书不是用这个密钥签发的，或者编号、单位、等级、日期、验证码中有一项抄错或被改动；请对照证书逐字重报一次。',
  );
  if (options.json) printJson({ genuine: isGenuine });
  return isGenuine ? EXIT.fine : EXIT.violations;
}

function readDay(text: string, option: string): string {
  const day = readDayText(text);
  if (!day) throw new UnusableInput(`${option} 的${quote(text)}不是日期，请写成 2024-05-31 或 2024年5月31日的样子。`);
  return formatDay(day);
}
