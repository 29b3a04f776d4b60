/** Keys and certificates in the page's workshop: what the command line answers, in the page's words. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ReadOut } from '../../addin/page/certificates/read-out.ts';
import { USUAL_CHOICES } from '../../addin/page/choices.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import type { NamedBytes } from '../../jobs/folder.ts';
import { today } from '../../jobs/today.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { runCli } from '../support/run-cli.ts';

const GRADING = 'inner-mongolia-grading-2022';
const folder = mkdtempSync(path.join(tmpdir(), 'certificates-'));
const at = (name: string) => path.join(folder, name);
const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
const readKeyFile = (name: string): NamedBytes => ({ name, bytes: new Uint8Array(readFileSync(at(name))) });

const Graded = z.object({
  applications: z.array(
    z.object({
      certificate: z
        .object({
          number: z.string(),
          unitName: z.string(),
          grade: z.string(),
          issued: z.string(),
          validUntil: z.string(),
          code: z.string(),
        })
        .nullable(),
    }),
  ),
});

let genuine: ReadOut;

function respell(each: ReadOut): ReadOut {
  const issued = each.issued.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');
  return { ...each, code: each.code.toLowerCase().replaceAll('-', ' '), issued };
}

beforeAll(() => {
  runCli('key', '--out', at('密钥.txt'));
  runCli('key', '--out', at('别的.txt'));
  runCli('sample', '--scheme', GRADING, '--out', at('r.xlsx'));
  const run = runCli('grade', at('r.xlsx'), '--key', at('密钥.txt'), '--json');
  const { applications } = Graded.parse(JSON.parse(run.stdout));
  const certificate = applications.find((each) => each.certificate !== null)?.certificate;
  if (!certificate) throw new Error('no certificate');
  const { unitName: unit, validUntil: until, number, grade, issued, code } = certificate;
  genuine = { code, number, unit, grade, issued, until };
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('what is asked of a certificate', () => {
  it.each([
    ['one that is genuine', (each: ReadOut) => each, '密钥.txt', 'expired'],
    ['one written otherwise', respell, '密钥.txt', 'expired'],
    ['one that was changed', (each: ReadOut) => ({ ...each, grade: '特级' }), '密钥.txt', null],
    ['one of another key', (each: ReadOut) => each, '别的.txt', null],
  ])('is answered as the command line answers: %s', async (_, change, key, validity) => {
    const asked = change(genuine);
    const { code, ...others } = asked;
    const options = Object.entries(others).flatMap(([id, text]) => [`--${id}`, text]);
    const run = runCli('verify', code, '--key', at(key), ...options);
    const answer = await workshop.verify({ ...asked, key: readKeyFile(key), on: today() });
    expect(answer).toMatchObject({ sentence: run.stderr.trim(), validity });
  });

  it('says against the open roster what differs, and fills in what it has', async () => {
    const ask = async (change: Partial<ReadOut>) =>
      (await workshop.verify({ ...genuine, ...change, key: readKeyFile('密钥.txt'), on: today() })).differing;
    expect(await ask({ grade: '特级' })).toMatch(/^只凭验证码看不出/);
    await workshop.open(new Uint8Array(readFileSync(at('r.xlsx'))), 'r.xlsx');
    const { code, ...others } = genuine;
    expect(code).not.toBe('');
    for (const text of [genuine.number, genuine.unit]) expect(workshop.findCertificate(text)).toEqual(others);
    expect(workshop.findCertificate('没有这一家')).toMatch(/^总名册里没有“没有这一家”/);
    expect(await ask({})).toBe('');
    expect(await ask({ grade: '特级' })).toBe(`与总名册里的不同：等级（总名册里是“${genuine.grade}”）。`);
    expect(await ask({ number: '别的', until: '2031年1月1日' })).toBe(
      `与总名册里的不同：证书编号（总名册里是“${genuine.number}”）、有效期至（总名册里是“${genuine.until}”）。`,
    );
    expect(await ask({ code: 'AAAA-AAAA-AAAA-AAAA' })).toMatch(/都相同：是验证码报错了/);
    expect(await ask({ number: '别的', unit: '别的' })).toMatch(/^总名册里没有这个证书编号/);
  });

  it('is answered with what was signed, which the paper is compared with: only the code need have been read out', async () => {
    await workshop.open(new Uint8Array(readFileSync(at('r.xlsx'))), 'r.xlsx');
    const filled = workshop.findCertificate(genuine.number);
    if (typeof filled === 'string') throw new Error(filled);
    const asked = { ...filled, code: genuine.code, key: readKeyFile('密钥.txt'), on: genuine.issued };
    const { sentence } = await workshop.verify(asked);
    const [year, month, day] = genuine.issued.split('-').map(Number);
    for (const part of [genuine.number, genuine.unit, `“${genuine.grade}”`, `${year}年${month}月${day}日`])
      expect(sentence).toContain(part);
    expect(sentence).toContain('请与证书逐项核对');
    expect(sentence).not.toMatch(/所报|一致/);
  });

  it('says which day is none, by the name of its field', async () => {
    const asking = workshop.verify({ ...genuine, until: '明年', key: readKeyFile('密钥.txt'), on: today() });
    await expect(asking).rejects.toThrow(/^“有效期至”的“明年”不是日期/);
  });

  it('is valid until its last day', async () => {
    const asked = { ...genuine, key: readKeyFile('密钥.txt'), on: genuine.until };
    expect((await workshop.verify(asked)).validity).toBe('valid');
  });
});

describe('a key file', () => {
  it('is made to be saved, another each time, and says how it is to be kept', async () => {
    const [first, second] = [await workshop.makeKey('2031-02-03'), await workshop.makeKey('2031-02-03')];
    expect(first.name).toBe('证书密钥（2031-02-03）.txt');
    expect(first.told.map(({ sentence }) => sentence).join('')).toMatch(/另存一份备份.*不要发给任何人/);
    const texts = [await first.file?.text(), await second.file?.text()];
    expect(texts[0]).toMatch(/^[0-9a-f]{64}\n$/);
    expect(texts[1]).not.toBe(texts[0]);
    const bytes = new TextEncoder().encode(texts[0]);
    await expect(workshop.checkKey({ name: first.name, bytes })).resolves.toBeUndefined();
  });

  it.each([
    ['空.txt', '', /^“空\.txt”不是密钥文件，里面是空的；/],
    ['少一位.txt', 'a'.repeat(63), /^“少一位\.txt”不是密钥文件，或者内容被改动过；/],
    ['方案.txt', 'id: xinjiang-fire-2021', /^“方案\.txt”不是密钥文件，或者内容被改动过；/],
  ])('that is none is refused in one sentence that quotes nothing of it: %s', async (name, text, sentence) => {
    writeFileSync(at(name), text);
    const refusal = await workshop.checkKey(readKeyFile(name)).catch((error: unknown) => String(error));
    const message = String(refusal).replace(/^\w+: /, '');
    expect(message).toMatch(sentence);
    expect(message).not.toMatch(/npx|--|undefined|aaa|xinjiang/);
  });

  it('that is lacking is asked for by the page’s own buttons', async () => {
    await workshop.open(new Uint8Array(readFileSync(at('r.xlsx'))), 'r.xlsx');
    await expect(workshop.make('forms', '证书', USUAL_CHOICES, null)).rejects.toThrow(
      '证书上要印验证码，请点“选密钥文件”；还没有密钥文件的，先点“新做一个密钥”。',
    );
  });
});
