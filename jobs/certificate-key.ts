/** The file with the association's secret key: 32 random bytes as 64 hexadecimal digits. No message ever quotes what is in it. */
import { UnusableInput } from '../rules/unusable-input.ts';
import { quoteForUser } from '../workbook/intake/quote.ts';
import type { NamedBytes } from './folder.ts';
import type { MadeFile, OutputName } from './job.ts';
import { toHex } from './sha-256.ts';

const KEY_BYTES = 32;
const KEY_TEXT = new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}$`, 'i');

/**
 * Makes a key file, whole or not at all.
 * @throws UnusableInput where a file stands already: whoever loses a key can check none of its codes again
 */
export async function makeKeyFile({ folder, name }: Pick<OutputName, 'folder' | 'name'>): Promise<MadeFile> {
  const bytes = new TextEncoder().encode(`${toHex(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))}\n`);
  if (await folder.create(name, bytes)) return { name, size: bytes.length, change: 'new', isForced: false };
  throw new UnusableInput(
    `“${folder.show(name)}”已经存在，密钥文件从不覆盖，因为旧证书的验证码要用旧密钥核对；请换一个文件名。`,
  );
}

/** @throws UnusableInput when the file holds no key */
export function readKey({ name, bytes }: NamedBytes): Uint8Array {
  const text = new TextDecoder().decode(bytes).trim();
  if (!KEY_TEXT.test(text)) {
    throw new UnusableInput(
      `${quoteForUser(name)}不是密钥文件${text === '' ? '，里面是空的' : '，或者内容被改动过'}；请核对是不是选错了，原来的密钥文件坏了的，请用备份。`,
    );
  }
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
