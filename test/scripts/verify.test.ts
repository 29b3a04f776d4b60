import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { signCertificate } from '../../jobs/certificate-code.ts';
import { makeKeyFile, readKey } from '../../jobs/certificate-key.ts';
import { verify } from '../../jobs/verify.ts';
import { readInputFile } from '../../scripts/input-file.ts';
import { NodeFolder } from '../../scripts/node-folder.ts';
import { openSchemes } from '../../scripts/scheme-folder.ts';
import { say } from '../../scripts/terminal.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const key = join(folder, 'key');
const CERTIFICATE = {
  number: 'NMGAF00001',
  unitName: '虚构安防有限公司',
  grade: '一级',
  issued: '2030-04-01',
  validUntil: '2031-05-31',
};
const OPTIONS = { key, number: 'NMGAF00001', unit: '虚构安防有限公司', grade: '一级', issued: '2030-04-01' };

let said = '';
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  said = '';
});
beforeAll(async () => {
  await makeKeyFile({ folder: new NodeFolder(folder), name: 'key' });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function codeOf(validUntil: string): Promise<string> {
  return signCertificate(readKey(await readInputFile(key)), { ...CERTIFICATE, validUntil });
}

/** The exit code that a verdict becomes. */
async function ask(given: { code: string; until: string; on: string; grade?: string }): Promise<number> {
  const context = {
    schemes: openSchemes(),
    tell: say,
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const input = { ...OPTIONS, key: await readInputFile(key), ...given };
  return (await verify(input, context)).verdict === 'fine' ? 0 : 1;
}

describe('a genuine certificate', () => {
  it.each([
    ['2030-03-31', 1, '验证码相符，但还没有到发证日期（2030年4月1日）：'],
    ['2030-04-01', 0, '验证码相符：'],
    ['2031-05-31', 0, '验证码相符：'],
    ['2031-06-01', 1, '验证码相符，但已过有效期（2031年5月31日止）：'],
    ['2043-01-01', 1, '验证码相符，但已过有效期（2031年5月31日止）：'],
  ])('is on %s told with code %i and “%s”', async (on, status, sentence) => {
    const until = CERTIFICATE.validUntil;
    expect(await ask({ code: await codeOf(until), until, on })).toBe(status);
    expect(said).toMatch(new RegExp(`^${sentence}.*。\n$`));
  });

  it('is held against the day of this machine', async () => {
    const ask = async (until: string) => {
      const args = Object.entries({ ...OPTIONS, until, issued: '2020年4月1日' });
      const code = await signCertificate(readKey(await readInputFile(key)), {
        ...CERTIFICATE,
        issued: '2020-04-01',
        validUntil: until,
      });
      const run = runCli('verify', code, ...args.flatMap(([name, value]) => [`--${name}`, value]), '--json');
      return [run.status, JSON.parse(run.stdout)] as const;
    };
    expect(await ask('2021-05-31')).toEqual([1, { genuine: true, validity: 'expired' }]);
    expect(await ask('2099-05-31')).toEqual([0, { genuine: true, validity: 'valid' }]);
  });
});

it('of a certificate that is not genuine no term is told', async () => {
  const until = CERTIFICATE.validUntil;
  const code = await codeOf(until);
  expect(await ask({ code, grade: '二级', until, on: '2043-01-01' })).toBe(1);
  expect(said).toMatch(/^验证码不符：/);
  expect(said).not.toContain('有效期');
});
