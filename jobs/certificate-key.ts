/** The file with the association's secret key: 32 random bytes as 64 hexadecimal digits. No message ever quotes what is in it. */
import { UnusableInput } from '../rules/unusable-input.ts';
import type { InputFile, MadeFile, OutputName } from './job.ts';
import { toHex } from './sha-256.ts';
import { inputName } from './way.ts';

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
export function readKey({ name, bytes }: Pick<InputFile, 'name' | 'bytes'>): Uint8Array {
  const text = new TextDecoder().decode(bytes).trim();
  if (!KEY_TEXT.test(text)) {
    throw new UnusableInput(
      `“${name}”不是密钥文件（应为一行 ${2 * KEY_BYTES} 个十六进制数字）；请核对 ${inputName('key')} 写的文件，不要改动密钥文件的内容。`,
    );
  }
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
