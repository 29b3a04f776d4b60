/** Grading from the outside: the bundled command line on the sample of every scheme that gives grades. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findScheme, listSchemeIds } from '../support/templates.ts';
import { readValues, recalculate, toPdfPages } from '../support/libreoffice.ts';
import { runCli } from '../support/run-cli.ts';
import { writeSample } from '../support/sample-file.ts';
import { missing } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'pingyou-grade-'));
const at = (name: string) => join(folder, name);
const [roster, flawed, key] = [at('总名册.xlsx'), at('有误.xlsx'), at('密钥.txt')];

const Certificate = z.object({
  number: z.string(),
  unitName: z.string(),
  grade: z.string(),
  issued: z.string(),
  validUntil: z.string(),
  code: z.string(),
});
const Graded = z.object({
  scheme: z.string(),
  applications: z.array(
    z.object({
      row: z.number(),
      kind: z.string(),
      applied: z.string().nullable(),
      reached: z.string().nullable(),
      outcome: z.string().nullable(),
      settled: z.boolean(),
      grades: z.array(
        z.object({
          grade: z.string(),
          answer: z.enum(['yes', 'no', 'unknown']),
          reasons: z.array(z.object({ condition: z.string(), answer: z.string(), clause: z.string().min(1) })),
        }),
      ),
      certificate: Certificate.nullable(),
    }),
  ),
});

const gradeToJson = (path: string, ...options: string[]) =>
  Graded.parse(JSON.parse(runCli('grade', path, '--json', ...options).stdout)).applications;
const certificatesOf = (applications: ReturnType<typeof gradeToJson>) =>
  applications.flatMap(({ certificate }) => certificate ?? []);

let scheme = '';
/** Both samples, graded with the key. */
let clean: ReturnType<typeof gradeToJson>;
let faulty: ReturnType<typeof gradeToJson>;

beforeAll(async () => {
  const schemes = await Promise.all((await listSchemeIds()).map((id) => findScheme(id)));
  scheme = schemes.find(({ grading }) => grading !== null)?.id ?? '';
  await writeSample(roster, scheme);
  await writeSample(flawed, scheme, { flawed: true });
  expect(runCli('key', '--out', key).status).toBe(0);
  clean = gradeToJson(roster, '--key', key);
  faulty = gradeToJson(flawed, '--key', key);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('key', () => {
  it('is 32 random bytes that only the owner may read', () => {
    expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(statSync(key).mode & 0o077).toBe(0);
    expect(runCli('key', '--out', at('密钥2.txt')).status).toBe(0);
    expect(readFileSync(at('密钥2.txt'), 'utf8')).not.toBe(readFileSync(key, 'utf8'));
  });

  it('never replaces a file', () => {
    const before = readFileSync(key, 'utf8');
    const run = runCli('key', '--out', key);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('密钥文件从不覆盖')]);
    expect(readFileSync(key, 'utf8')).toBe(before);
    expect(runCli('key', '--out', key, '--force').status).toBe(2);
  });
});

describe('grade', () => {
  it('gives every application of the clean sample what it asks for, or the grade of its report', () => {
    expect(clean).toHaveLength(300);
    expect(clean.filter(({ outcome, applied, settled }) => outcome !== applied || !settled)).toEqual([]);
    expect(new Set(clean.map(({ kind }) => kind))).toEqual(new Set(['applied', 'report', 'kept']));
  });

  it('gives every reason of every grade with its clause, and an answer that follows from them', () => {
    const steps = faulty.flatMap(({ grades }) => grades);
    expect(steps.length).toBeGreaterThan(600);
    for (const { answer, reasons } of steps) {
      const answers = reasons.map((reason) => reason.answer);
      expect(answer).toBe(answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes');
    }
  });

  it('signs what the check has cleared, and that alone', () => {
    const cleared = z
      .object({ nominees: z.array(z.object({ row: z.number(), cleared: z.boolean() })) })
      .parse(JSON.parse(runCli('check', flawed, '--json').stdout))
      .nominees.filter((each) => each.cleared)
      .map(({ row }) => row);
    const signed = faulty.filter(({ certificate }) => certificate !== null);
    expect(signed.length).toBeGreaterThan(200);
    expect(signed.filter(({ row }) => !cleared.includes(row))).toEqual([]);
    expect(gradeToJson(flawed).every(({ certificate }) => certificate === null)).toBe(true);
  });

  it('writes a report whose sums LibreOffice agrees with', async ({ skip }) => {
    expect(runCli('grade', flawed, '--key', key, '--out', at('评定.xlsx')).status).toBe(1);
    const bytes = readFileSync(at('评定.xlsx'));
    const values = await readValues(bytes);
    expect([...values.keys()]).toEqual(['汇总', '评定结果', '理由', '差距', '年报调整', '积分']);
    if (missing('soffice')) skip();
    expect((await recalculate(bytes)).get('汇总')).toEqual(values.get('汇总'));
  });

  it('puts one row for each application, with the grade, the certificate and its code', async () => {
    expect(runCli('grade', roster, '--key', key, '--out', at('样例评定.xlsx')).status).toBe(0);
    const results = (await readValues(readFileSync(at('样例评定.xlsx')))).get('评定结果') ?? new Map<string, unknown>();
    const headings = Array.from('ABCDEFGHIJKLMNOP', (column) => results.get(`${column}3`));
    const cellsOf = (index: number, ...wanted: string[]) =>
      wanted.map((heading) => results.get(`${'ABCDEFGHIJKLMNOP'.charAt(headings.indexOf(heading))}${index + 4}`));
    clean.forEach(({ certificate }, index) => {
      expect(cellsOf(index, '单位', '评定结果', '证书编号', '发证日期', '有效期至', '验证码')).toEqual([
        certificate?.unitName,
        certificate?.grade,
        certificate?.number,
        certificate?.issued,
        certificate?.validUntil,
        certificate?.code,
      ]);
    });
  });

  it('refuses a scheme without grades, and a key that is none, in one sentence each', async () => {
    const schemes = await Promise.all((await listSchemeIds()).map((id) => findScheme(id)));
    const other = schemes.find(({ grading, quota }) => grading === null && quota === null)?.id ?? '';
    expect(runCli('sample', '--scheme', other, '--out', at('别的.xlsx')).status).toBe(0);
    const wrong = runCli('grade', at('别的.xlsx'), '--out', at('不会有.xlsx'));
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringMatching(/^“.*没有规定等级评定，.*。\n$/)]);
    writeFileSync(at('坏密钥.txt'), 'c0ffee');
    const bad = runCli('grade', roster, '--key', at('坏密钥.txt'), '--out', at('不会有.xlsx'));
    expect([bad.status, bad.stderr]).toEqual([2, expect.stringMatching(/^“.*坏密钥\.txt”不是密钥文件.*。\n$/)]);
    expect(bad.stderr).not.toContain('c0ffee');
    expect(existsSync(at('不会有.xlsx'))).toBe(false);
  });
});

describe('certificates', () => {
  it('are not printed without a key', () => {
    const run = runCli('forms', roster, '--out', at('无密钥'));
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('请加 --key 密钥.txt；')]);
    expect(existsSync(at('无密钥'))).toBe(false);
    expect(runCli('all', roster, '--out', at('无密钥')).status).toBe(2);
    expect(existsSync(at('无密钥'))).toBe(false);
  });

  it('are printed for every cleared application, and no code stands on a draft', async () => {
    expect(runCli('forms', roster, '--by', 'all', '--key', key, '--out', at('证书')).status).toBe(0);
    const pages = await readValues(readFileSync(at('证书/证书.xlsx')));
    const codes = clean.map(({ certificate }) => certificate?.code ?? 'none');
    // One for each, and the index before them.
    expect([pages.size, pages.has('目录')]).toEqual([301, true]);
    const printed = new Set([...pages.values()].flatMap((cells) => [...cells.values()].join('\n').match(CODE) ?? []));
    expect(printed).toEqual(new Set(codes));

    expect(runCli('forms', flawed, '--by', 'all', '--draft', '--key', key, '--out', at('草稿')).status).toBe(1);
    const drafts = await readValues(readFileSync(at('草稿/证书.xlsx')));
    const shown = [...drafts.values()].filter((cells) => CODE.test([...cells.values()].join('\n')));
    expect(shown).toHaveLength(certificatesOf(faulty).length);
  });

  it.skipIf(missing('soffice', 'pdftotext'))(
    'fill one page each, on which all that is signed can be read',
    async () => {
      const [first] = certificatesOf(clean);
      if (!first) throw new Error('no certificate');
      expect(
        runCli('forms', roster, '--by', 'all', '--only', first.unitName, '--key', key, '--out', at('一份')).status,
      ).toBe(0);
      const pages = await toPdfPages(readFileSync(at('一份/证书.xlsx')));
      expect(pages).toHaveLength(1);
      for (const text of [first.number, first.unitName, first.grade, first.code]) expect(pages[0]).toContain(text);
    },
  );
});

const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;

describe('verify', () => {
  const verify = (certificate: z.infer<typeof Certificate>, code = certificate.code) => {
    const { number, unitName, grade, issued, validUntil } = certificate;
    const options = [
      '--number',
      number,
      '--unit',
      unitName,
      '--grade',
      grade,
      '--issued',
      issued,
      '--until',
      validUntil,
    ];
    return runCli('verify', code, '--key', key, ...options);
  };

  it('tells a genuine certificate from one that was changed', () => {
    const [first] = certificatesOf(clean);
    if (!first) throw new Error('no certificate');
    // The sample's certificates ended in 2023.
    const genuine = /^验证码相符，但已过有效期（2023年5月31日止）：.*。\n$/;
    expect([verify(first).status, verify(first).stderr]).toEqual([1, expect.stringMatching(genuine)]);
    const respelt = verify({ ...first, issued: first.issued.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日') });
    expect(respelt.stderr).toMatch(genuine);
    const changed = verify({ ...first, grade: '特级' });
    expect([changed.status, changed.stderr]).toEqual([1, expect.stringMatching(/^验证码不符：.*。\n$/)]);
    expect(verify(first, 'AAAA-AAAA-AAAA-AAAA').status).toBe(1);
    const wrong = verify({ ...first, validUntil: '明年' });
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--until 的“明年”不是日期')]);
  });
});
