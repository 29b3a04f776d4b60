import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { openTemplate, stampWorkbook } from '../../ooxml/stamp/stamp.ts';
import { missing } from '../support/tools.ts';

const FORMS = fileURLToPath(
  new URL('../../templates/shanghai-security-2024/forms/approval-forms.xlsx', import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'forms-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const OPINIONS = ['本单位意见', '上级部门初审意见', '区企保协会审核意见', '市企保协会审核意见'];
const COLLECTIVE = {
  fields: ['单位名称', '受奖集体', '单位地址', '联系电话', '人数', '主要负责人', '身份证号', '主要事迹'],
  notes: [
    '注：1.“受奖集体”填写单位或保卫机构（含治安组织）。',
    '2.“主要事迹”填写要简明扼要，如填事例、数据，不要空白或照抄材料。',
    '3.另附具体事迹材料（表格一式两份及材料一份）。',
  ],
};
const PERSON = {
  fields: ['姓名', '性别', '出生年月', '政治面貌', '身份证号', '联系电话', '所在单位', '职务', '主要事迹'],
  notes: [
    '注：1.“主要事迹”填写要简明扼要，如填事例、数据，不要空白或照抄材料。',
    '2.另附具体事迹材料（表格一式两份及材料一份）',
  ],
};
/** Wording of 沪企保协〔2024〕39号, 附件4 to 7, with the scanning slips 止保协会 and 人保协会 read as 企保协会. */
const ANNEXES = [
  { sheet: '附件4', title: '2024年度上海内保工作先进单位审批表', ...COLLECTIVE },
  { sheet: '附件5', title: '2024年度上海内保工作先进保卫处（科）审批表', ...COLLECTIVE },
  { sheet: '附件6', title: '2024年度上海内保工作先进治安责任人审批表', ...PERSON },
  { sheet: '附件7', title: '2024年度上海内保工作先进保卫干部审批表', ...PERSON },
];

/** Texts of the sheet in reading order, without spaces and line breaks, merged cells once. */
async function readTexts(sheet: string): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(FORMS);
  const texts: string[] = [];
  workbook.getWorksheet(sheet)?.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.master !== cell || cell.value === null) return;
      const text = cell.text.replace(/\s/g, '');
      if (text !== '') texts.push(text);
    });
  });
  return texts;
}

describe('the approval forms', () => {
  it.each(ANNEXES)('$sheet has the wording and the fields of the document', async ({ sheet, title, fields, notes }) => {
    const opinions = OPINIONS.flatMap((name, index) => (index % 2 === 0 ? [name, OPINIONS[index + 1] ?? ''] : []));
    const block = ['负责人：', '负责人：', '（公章）', '（公章）', '年月日', '年月日'];
    const texts = await readTexts(sheet);
    expect(texts.slice(0, 2)).toEqual([sheet, title]);
    expect(texts.slice(2, 2 + 2 * fields.length)).toEqual(fields.flatMap((name) => [name, `{{${name}}}`]));
    expect(texts.slice(2 + 2 * fields.length).filter((text) => OPINIONS.includes(text))).toEqual(opinions);
    expect(texts.filter((text) => block.includes(text))).toEqual([...block, ...block]);
    expect(texts.slice(-notes.length)).toEqual(notes);
    expect(openTemplate(readFileSync(FORMS), 'approval-forms.xlsx').faults).toEqual([]);
  });

  it.each(ANNEXES)('$sheet prints on one A4 page, upright and centred', async ({ sheet }) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(FORMS);
    const worksheet = workbook.getWorksheet(sheet);
    expect(worksheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      horizontalCentered: true,
      printArea: `A1:${sheet < '附件6' ? 'F' : 'G'}${worksheet?.rowCount}`,
    });
    expect(worksheet?.views[0]).toMatchObject({ showGridLines: false });
  });
});

const SAVERS = {
  LibreOffice: (from: string, to: string) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const flags = ['--headless', '--convert-to', 'xlsx', '--outdir', to];
    execFileSync('soffice', [profile, ...flags, from], { stdio: 'pipe' });
  },
  openpyxl: (from: string, to: string) => {
    const script = 'import sys,openpyxl;openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])';
    execFileSync('/usr/bin/python3', ['-c', script, from, join(to, 'forms.xlsx')]);
  },
};

describe.skipIf(missing('soffice', 'openpyxl'))('the approval forms edited and saved elsewhere', () => {
  it.each(['LibreOffice', 'openpyxl'] as const)(
    'still stamp when saved by %s',
    (saver) => {
      const from = join(folder, 'forms.xlsx');
      const to = join(folder, saver);
      copyFileSync(FORMS, from);
      mkdirSync(to);
      SAVERS[saver](from, to);
      const template = openTemplate(readFileSync(join(to, 'forms.xlsx')), 'forms.xlsx');
      const original = openTemplate(readFileSync(FORMS), 'approval-forms.xlsx');
      expect(template.faults).toEqual([]);
      expect(template.sheets.map(({ placeholders }) => placeholders)).toEqual(
        original.sheets.map(({ placeholders }) => placeholders),
      );
      const pages = template.sheets.map(({ name, placeholders }) => ({
        sheet: name,
        name: `第 ${name} 页`,
        values: new Map(placeholders.map((placeholder) => [placeholder, `甲${placeholder}`])),
      }));
      const stamped = join(to, 'stamped.xlsx');
      writeFileSync(stamped, stampWorkbook(template, pages));
      const script =
        'import sys,openpyxl\nfor w in openpyxl.load_workbook(sys.argv[1]): print(w.title,*[c.value for r in w.iter_rows() for c in r if str(c.value).startswith("甲")])';
      const printed = execFileSync('/usr/bin/python3', ['-c', script, stamped], {
        encoding: 'utf8',
        env: { PYTHONUTF8: '1' },
      });
      expect(printed.trim().split('\n')).toEqual(
        original.sheets.map(({ name, placeholders }) =>
          [`第 ${name} 页`, ...placeholders.map((text) => `甲${text}`)].join(' '),
        ),
      );
    },
    60_000,
  );
});
