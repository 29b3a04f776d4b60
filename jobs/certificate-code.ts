/** 验证码: shows that a certificate says what the association issued. Whoever lacks the key can neither make one nor change what it covers. */
import type { Certificate } from '../rules/certificate.ts';
import { textKey } from '../rules/same-text.ts';
import { withOwnBuffer } from './sha-256.ts';

/** Crockford's base 32: no I, L, O or U, which are misheard and misread. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_PER_DIGIT = 5;
/** 16 characters are 80 bits: nobody guesses one, and anybody can read one out. */
const LENGTH = 16;
const GROUP = 4;
/** Keeps these codes apart from whatever else a key may sign. */
const PURPOSE = 'pingyou-certificate-1';

/** `7K2M-9QX4-…`: HMAC-SHA-256 of what the certificate says, cut to 80 bits. Width, white space and punctuation make no difference. */
export async function signCertificate(key: Uint8Array, certificate: Certificate): Promise<string> {
  const { number, unitName, grade, issued, validUntil } = certificate;
  const text = [PURPOSE, textKey(number), textKey(unitName), textKey(grade), issued, validUntil].join('\n');
  const digits = toDigits(await makeHmac(key, text));
  return Array.from({ length: LENGTH / GROUP }, (_, group) => digits.slice(group * GROUP, (group + 1) * GROUP)).join(
    '-',
  );
}

async function makeHmac(key: Uint8Array, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', withOwnBuffer(key), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)));
}

/** Whether a code that somebody read out or typed belongs to the certificate. Who asks holds the key, so that no time taken tells him more. */
export async function isCodeOf(key: Uint8Array, certificate: Certificate, spoken: string): Promise<boolean> {
  return readCode(await signCertificate(key, certificate)) === readCode(spoken);
}

/** Lower case, O for 0, I and L for 1, and any grouping are read as they are meant. */
function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function toDigits(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: LENGTH }, (_, index) =>
    DIGITS.charAt(parseInt(bits.slice(index * BITS_PER_DIGIT, (index + 1) * BITS_PER_DIGIT), 2)),
  ).join('');
}
