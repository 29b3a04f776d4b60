import { makeKeyFile } from './certificate-key.ts';
import type { JobContext, JobResult, OutputName } from './job.ts';

export interface KeyInput {
  readonly out: OutputName;
}

/** 密钥: a secret key for the verification codes of certificates. */
export async function key({ out }: KeyInput, { tell }: JobContext): Promise<JobResult<object>> {
  const made = await makeKeyFile(out);
  tell(`已生成密钥文件 ${out.folder.show(out.name)}。`, 'made');
  tell('密钥文件请另存一份备份，只由负责发证的人保管，不要发给任何人：有了它就能做出以假乱真的验证码。');
  return { files: [made], summary: () => ({}), verdict: 'fine' };
}
