import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../rules/certificate.ts';
import { isCodeOf, signCertificate } from '../../jobs/certificate-code.ts';

const KEY = Buffer.alloc(32, 7);
const CERTIFICATE: Certificate = {
  number: 'NMGAF00001',
  unitName: '虚构安防（内蒙古）有限公司',
  grade: '一级',
  issued: '2030-04-01',
  validUntil: '2031-05-31',
};

describe('a code', () => {
  it('is the first 80 bits of the HMAC in base 32, as worked out by other means', async () => {
    const text = 'pingyou-certificate-1\nnmgaf00001\n虚构安防内蒙古有限公司\n一级\n2030-04-01\n2031-05-31';
    const bytes = createHmac('sha256', KEY).update(text).digest().subarray(0, 10);
    const number = BigInt(`0x${bytes.toString('hex')}`);
    const digits = number
      .toString(32)
      .padStart(16, '0')
      .replace(/./g, (digit) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(parseInt(digit, 32)));
    expect((await signCertificate(KEY, CERTIFICATE)).replaceAll('-', '')).toBe(digits);
  });

  it('stands in four groups without letters that are mistaken for digits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), async (key, number) => {
        expect(await signCertificate(key, { ...CERTIFICATE, number })).toMatch(
          /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/,
        );
      }),
    );
  });

  it.each(['number', 'unitName', 'grade', 'issued', 'validUntil'] as const)('covers %s', async (field) => {
    const code = await signCertificate(KEY, CERTIFICATE);
    const other = { ...CERTIFICATE, [field]: `${CERTIFICATE[field]}1` };
    expect(await signCertificate(KEY, other)).not.toBe(code);
    expect(await isCodeOf(KEY, other, code)).toBe(false);
  });

  it('does not slide from one field into the next', async () => {
    const shifted = { ...CERTIFICATE, number: 'NMGAF0000', unitName: `1${CERTIFICATE.unitName}` };
    expect(await signCertificate(KEY, shifted)).not.toBe(await signCertificate(KEY, CERTIFICATE));
  });

  it('belongs to its key', async () => {
    expect(await isCodeOf(Buffer.alloc(32, 8), CERTIFICATE, await signCertificate(KEY, CERTIFICATE))).toBe(false);
  });
});

describe('a code that is read out', async () => {
  const code = await signCertificate(KEY, CERTIFICATE);

  it.each([
    ['as printed', code],
    ['in lower case without dashes', code.toLowerCase().replaceAll('-', '')],
    ['with blanks', code.replaceAll('-', ' ')],
    ['in full width', Array.from(code, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join('')],
    ['with O for 0 and I for 1', code.replaceAll('0', 'o').replaceAll('1', 'I')],
  ])('%s is understood', async (_, spoken) => {
    expect(await isCodeOf(KEY, CERTIFICATE, spoken)).toBe(true);
  });

  it('is understood with the name as people type it', async () => {
    expect(
      await isCodeOf(KEY, { ...CERTIFICATE, number: 'nmgaf 00001', unitName: '虚构安防(内蒙古) 有限公司' }, code),
    ).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a part', code.slice(0, 14)],
    ['more', `${code}-0`],
    ['one wrong', code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
  ])('%s is none', async (_, spoken) => {
    expect(await isCodeOf(KEY, CERTIFICATE, spoken)).toBe(false);
  });
});
