import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { asScored } from '../../rules/parts.ts';
import { fingerprintBlank } from '../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { checkSchemes, describeSchemesCheck } from '../../jobs/check-schemes.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';
import { inWords } from '../../scripts/words.ts';
import { runCli } from '../support/run-cli.ts';
import { findScheme, readFormTemplates, TEMPLATES_FOLDER } from '../support/templates.ts';

const ID = 'shanghai-security-2024';
let templates = '';

beforeEach(async () => {
  templates = await mkdtemp(path.join(tmpdir(), 'schemes-'));
  await cp(path.join(TEMPLATES_FOLDER, ID), path.join(templates, ID), { recursive: true });
});

afterEach(async () => {
  await rm(templates, { recursive: true });
});

async function change(file: string, found: string, replacement: string): Promise<void> {
  const target = path.join(templates, ID, file);
  const text = await readFile(target, 'utf8');
  expect(text).toContain(found);
  await writeFile(target, text.replace(found, replacement));
}

async function sentenceOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('checkSchemes', () => {
  test('finds nothing in the schemes of the product, form workbooks included', async () => {
    const check = await checkSchemes(openSchemeFolder());
    expect(check.ids).toContain(ID);
    expect(check.faults).toEqual([]);
    expect(describeSchemesCheck(check)).toMatch(/^已检查 \d+ 个评选方案（.+），没有错误。$/);
  });

  test('names scheme, file, line and field', async () => {
    await change('quota.yaml', 'ratio: 3/100', 'ratio: 3%');
    const check = await checkSchemes(openSchemeFolder(templates));
    expect(check.faults).toMatchObject([{ file: `${ID}/quota.yaml`, field: 'ratios[0].ratio' }]);
    const [first, last] = describeSchemesCheck(check).split('\n');
    expect(first).toMatch(/^shanghai-security-2024\/quota\.yaml 第 \d+ 行 ratios\[0\]\.ratio：比例“3%”读不出，.+。$/);
    expect(last).toContain('共 1 处错误');
  });

  test('a folder without scheme.yaml is a fault', async () => {
    await rm(path.join(templates, ID, 'scheme.yaml'));
    const { faults } = await checkSchemes(openSchemeFolder(templates));
    expect(faults).toMatchObject([{ file: `${ID}/scheme.yaml`, line: null }]);
  });

  test('a blank score sheet that changed and was not recorded is a fault, and nothing goes out', async () => {
    const sheet = 'score-sheet.yaml';
    await change(sheet, 'association: 内保处/科评分', 'association: 内保处评分');
    const { faults } = await checkSchemes(openSchemeFolder(templates));
    expect(faults).toMatchObject([{ file: `${ID}/${sheet}`, field: 'blanks' }]);
    const [, fingerprint = ''] = /([0-9a-f]{64})/.exec(faults[0]?.message ?? '') ?? [];
    const text = await readFile(path.join(templates, ID, sheet), 'utf8');
    const recorded = [...text.matchAll(/[0-9a-f]{64}/g)].at(-1)?.[0] ?? '';
    expect(recorded).not.toBe(fingerprint);
    const texts = 'texts: { E6: 内保处/科评分 }';
    await change(sheet, recorded, `${recorded}\n    ${texts}\n  - fingerprint: ${fingerprint}`);
    expect((await checkSchemes(openSchemeFolder(templates))).faults).toEqual([]);
  });

  test('every scheme of the product with a score sheet lists its blanks, the present one last', async () => {
    const schemes = await Promise.all((await openSchemeFolder().ids()).map((id) => findScheme(id)));
    const scored = schemes.filter(({ scoreSheet }) => scoreSheet !== null).map(asScored);
    expect(scored.length).toBeGreaterThan(0);
    for (const scheme of scored) {
      const present = await fingerprintBlank(layOutScoreSheet(scheme));
      expect(scheme.scoreSheet.blanks.at(-1)).toEqual({ fingerprint: present, texts: new Map() });
    }
  });

  test('a form workbook that is missing is a fault of forms.yaml', async () => {
    await rm(path.join(templates, ID, 'forms', 'approval-forms.xlsx'));
    const { faults } = await checkSchemes(openSchemeFolder(templates));
    expect(faults.map(({ file, field }) => `${file} ${field}`)).toEqual(
      [0, 1, 2, 3].map((index) => `${ID}/forms.yaml forms[${index}].workbook`),
    );
  });

  test('a form workbook that is none is a fault of its own', async () => {
    await writeFile(path.join(templates, ID, 'forms', 'approval-forms.xlsx'), 'no workbook');
    const { faults } = await checkSchemes(openSchemeFolder(templates));
    expect(faults).toMatchObject([{ file: `${ID}/forms/approval-forms.xlsx`, line: null }]);
    expect(faults[0]?.message).toContain('approval-forms.xlsx');
  });

  test('a field that the form workbook lacks is a fault', async () => {
    await change('forms.yaml', '所在单位: 单位名称', '工作单位: 单位名称');
    const { faults } = await checkSchemes(openSchemeFolder(templates));
    expect(faults.map(({ field }) => field)).toEqual(['forms[2].sheet', 'forms[2].fields.工作单位']);
  });

  test('a scheme under another folder name is a fault', async () => {
    await cp(path.join(templates, ID), path.join(templates, 'shanghai-security-2025'), { recursive: true });
    const { ids, faults } = await checkSchemes(openSchemeFolder(templates));
    expect(ids).toEqual([ID, 'shanghai-security-2025']);
    expect(faults).toMatchObject([{ file: 'shanghai-security-2025/scheme.yaml', field: 'id' }]);
  });
});

describe("next year's document under last year's figures", () => {
  const NEXT = 'shanghai-security-2025';
  /** What the new document says where the old figure is left: in the document and in every quotation. */
  const SAYINGS: readonly (readonly [old: string, now: string])[] = [
    ['85 分及以上', '80 分及以上'],
    ['低于 85 分', '低于 80 分'],
    ['须在 85 分', '须在 80 分'],
    ['情况信息 10分', '情况信息 12分'],
    ['技防办评审和验收\t3', '技防办评审和验收\t4'],
    ['集体2000元', '集体3000元'],
    ['12月30日前', '11月20日前'],
    ['一式2份', '一式3份'],
    ['先进治安责任人按先进单位数 60%', '先进治安责任人按先进单位数 50%'],
  ];
  const LEFT = [
    'quota.yaml ratios[2].ratio',
    'quota.yaml ratios[6].ratio',
    'prize.yaml amounts[0].yuan',
    'prize.yaml amounts[1].yuan',
    'scheme.yaml deadline.value',
    'scheme.yaml formCopies.value',
    'score-sheet.yaml categories[2].points',
    'score-sheet.yaml categories[4].items[1].points',
    'score-sheet.yaml threshold.points',
    'forms.yaml forms[0].sheet',
    'forms.yaml forms[1].sheet',
    'forms.yaml forms[2].sheet',
    'forms.yaml forms[3].sheet',
  ];

  test('names each figure and each form title that was left, with file, line and field', async () => {
    await rename(path.join(templates, ID), path.join(templates, NEXT));
    for (const name of await readdir(path.join(templates, NEXT))) {
      if (!/\.(yaml|md)$/.test(name)) continue;
      const file = path.join(templates, NEXT, name);
      const text = (await readFile(file, 'utf8')).replaceAll('2024', '2025');
      await writeFile(
        file,
        SAYINGS.reduce((changed, [old, now]) => changed.replaceAll(old, now), text),
      );
    }
    const { faults } = await checkSchemes(openSchemeFolder(templates));
    const places = faults.map(({ file, field }) => `${file.replace(`${NEXT}/`, '')} ${field}`);
    expect(places).toEqual(expect.arrayContaining(LEFT));
    // other fields may hold the same figures once more, such as the last day
    expect(
      faults.map(({ message }) => message).filter((message) => !/原文里没有|不是本方案的年度/.test(message)),
    ).toEqual([]);
    expect(faults.every(({ line }) => line !== null)).toBe(true);
    expect(faults.find(({ field }) => field === 'threshold.points')?.message).toContain('写的是 100、80');
    expect(faults.find(({ field }) => field === 'forms[0].sheet')?.message).toContain(
      '“附件4”A2 印着“2024 年度上海内保工作先进单位审批表”，2024 不是本方案的年度（2025）',
    );
  });
});

describe('check-schemes --coverage', () => {
  const states = z.object({
    coverage: z.array(
      z.object({ documents: z.array(z.object({ sentences: z.array(z.object({ state: z.string() })) })) }),
    ),
  });

  test('prints every sentence and the counts, and ends well where nothing is open', () => {
    const { status, stdout } = runCli('check-schemes', '--coverage', '--templates', templates);
    expect(status).toBe(0);
    expect(stdout).toContain(`${ID}/source.md\n`);
    expect(stdout).toContain('\n   11  标题  一、先进名额\n');
    expect(stdout).toMatch(/\n共 \d+ 句：引用 \d+，说明 \d+，标题 \d+，没有着落 0。\n/);
  });

  test('ends with 1 where a sentence is open, and tells programs which', async () => {
    await change('prize.yaml', '先进保卫部门奖金不重复发放。', '先进保卫部门奖金');
    const { status, stdout } = runCli('check-schemes', '--coverage', '--json', '--templates', templates);
    expect(status).toBe(1);
    const all = states
      .parse(JSON.parse(stdout))
      .coverage.flatMap(({ documents }) => documents.flatMap(({ sentences }) => sentences));
    expect(all.filter(({ state }) => state === 'open')).toHaveLength(1);
  });
});

describe('findScheme', () => {
  test('loads the scheme of the id', async () => {
    expect((await findScheme(ID)).id).toBe(ID);
  });

  test.each(['shanghai-security-2025', '', '..', `../templates/${ID}`, 'Shanghai-Security-2024'])(
    'refuses the unknown id “%s” and lists the known ones',
    async (id) => {
      expect(inWords(await sentenceOf(findScheme(id, templates)))).toBe(
        `没有“${id}”这个评选方案，请从以下各项中选用：${ID}；要用自己的方案，请加 --templates 方案所在的文件夹。`,
      );
    },
  );

  test('refuses a scheme with faults and names the first', async () => {
    await change('quota.yaml', 'ratio: 3/100', 'ratio: 3%');
    const sentence = await sentenceOf(findScheme(ID, templates));
    expect(sentence).toContain('有 1 处错误，第一处是 quota.yaml 第');
    expect(sentence).toContain('ratios[0].ratio');
  });
});

describe('readFormTemplates', () => {
  test('opens the workbook of the four forms', async () => {
    const opened = await readFormTemplates(await findScheme(ID));
    expect([...opened.keys()]).toEqual(['approval-forms.xlsx']);
    expect(opened.get('approval-forms.xlsx')?.sheets.map(({ name }) => name)).toEqual([
      '附件4',
      '附件5',
      '附件6',
      '附件7',
    ]);
  });

  test('refuses a scheme whose workbook is missing', async () => {
    await rm(path.join(templates, ID, 'forms', 'approval-forms.xlsx'));
    const sentence = await sentenceOf(readFormTemplates(await findScheme(ID, templates), templates));
    expect(sentence).toContain('缺少表样 forms/approval-forms.xlsx');
  });
});
