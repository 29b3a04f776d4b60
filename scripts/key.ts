import { makeKeyFile } from './certificate-key.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { printJson, say } from './terminal.ts';

/** `key --out KEYFILE`: a secret key for the verification codes of certificates. */
export async function key(options: { readonly out: string; readonly json?: boolean }): Promise<ExitCode> {
  await makeKeyFile(options.out);
  say(
    `已生成密钥文件 ${options.out}；请另存一份备份，只由负责发证的人保管，不要发给任何人：有了它就能做出以假乱真的验证码。`,
  );
  if (options.json) printJson({ file: options.out });
  return EXIT.fine;
}
