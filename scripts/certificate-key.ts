/** The file with the association's secret key: 32 random bytes as 64 hexadecimal digits. No message ever quotes what is in it. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UnusableInput } from '../rules/unusable-input.ts';
import { readInputFile } from './input-file.ts';
import { createFile, sweepFolder } from './replace-file.ts';
import { tryToWrite } from './write-fault.ts';

const KEY_BYTES = 32;
const KEY_TEXT = new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}$`, 'i');

/**
 * Makes a key file, whole or not at all.
 * @throws UnusableInput where a file stands already: whoever loses a key can check none of its codes again
 */
export async function makeKeyFile(path: string): Promise<void> {
  const written = await tryToWrite(path, async () => {
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    await sweepFolder(folder);
    return await createFile(path, Buffer.from(`${randomBytes(KEY_BYTES).toString('hex')}\n`));
  });
  if (!written) {
    throw new UnusableInput(`“${path}”已经存在，密钥文件从不覆盖，因为旧证书的验证码要用旧密钥核对；请换一个文件名。`);
  }
}

/** @throws UnusableInput when the file cannot be read or holds no key */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  const text = Buffer.from(await readInputFile(path))
    .toString('utf8')
    .trim();
  if (!KEY_TEXT.test(text)) {
    throw new UnusableInput(
      `“${path}”不是密钥文件（应为一行 ${2 * KEY_BYTES} 个十六进制数字）；请核对 --key 写的文件，不要改动密钥文件的内容。`,
    );
  }
  return Buffer.from(text, 'hex');
}
