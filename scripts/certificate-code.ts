/** 验证码: shows that a certificate says what the association issued. Whoever lacks the key can neither make one nor change what it covers. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Certificate } from '../rules/certificate.ts';
import { textKey } from '../rules/same-text.ts';

/** Crockford's base 32: no I, L, O or U, which are misheard and misread. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_PER_DIGIT = 5;
/** 16 characters are 80 bits: nobody guesses one, and anybody can read one out. */
const LENGTH = 16;
const GROUP = 4;
/** Keeps these codes apart from whatever else a key may sign. */
const PURPOSE = 'pingyou-certificate-1';

/** `7K2M-9QX4-…`: HMAC-SHA-256 of what the certificate says, cut to 80 bits. Width, white space and punctuation make no difference. */
export function signCertificate(key: Uint8Array, certificate: Certificate): string {
  const { number, unitName, grade, issued, validUntil } = certificate;
  const text = [PURPOSE, textKey(number), textKey(unitName), textKey(grade), issued, validUntil].join('\n');
  const digits = toDigits(createHmac('sha256', key).update(text, 'utf8').digest());
  return Array.from({ length: LENGTH / GROUP }, (_, group) => digits.slice(group * GROUP, (group + 1) * GROUP)).join(
    '-',
  );
}

/** Whether a code that somebody read out or typed belongs to the certificate. */
export function isCodeOf(key: Uint8Array, certificate: Certificate, spoken: string): boolean {
  const [expected, given] = [signCertificate(key, certificate), spoken].map((code) =>
    Buffer.from(readCode(code), 'utf8'),
  );
  return (
    expected !== undefined &&
    given !== undefined &&
    expected.length === given.length &&
    timingSafeEqual(expected, given)
  );
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
