import { describe, expect, test } from 'vitest';
import { checkFolder, type FormSheet, type FormSheets } from '../../schemes/check-folder.ts';
import { changeFile, lineOf, shanghaiFiles, SHANGHAI, textOf } from './shanghai-files.ts';

const collective = ['单位名称', '受奖集体', '主要事迹'];
const person = ['姓名', '所在单位', '主要事迹'];
const sheets = new Map([
  ['附件4', collective],
  ['附件5', collective],
  ['附件6', person],
  ['附件7', person],
]);

function check(files: ReadonlyMap<string, string>, formSheets: FormSheets, folder = SHANGHAI) {
  return checkFolder(files, folder, formSheets);
}

/** @param texts what the sheet of that name prints */
function withSheet(name: string, placeholders: readonly string[], texts: readonly string[] = []): FormSheets {
  const all = new Map<string, readonly string[]>(sheets).set(name, placeholders);
  const toSheet = (each: string, its: readonly string[]): FormSheet => ({
    placeholders: its,
    texts: each === name ? texts.map((text, index) => ({ place: `A${index + 1}`, text })) : [],
  });
  return new Map([['approval-forms.xlsx', new Map([...all].map(([each, its]) => [each, toSheet(each, its)]))]]);
}

describe('checkFolder', () => {
  test("finds nothing where the folder has the scheme's name and the sheets its placeholders", () => {
    expect(check(shanghaiFiles, withSheet('附件4', collective))).toEqual([]);
  });

  test('a column of the unit may stand in a form', () => {
    expect(check(shanghaiFiles, withSheet('附件4', [...collective, '所属']))).toEqual([]);
  });

  test('a folder of another name is refused', () => {
    expect(check(shanghaiFiles, withSheet('附件4', collective), 'shanghai-security-2025')).toEqual([
      {
        file: 'scheme.yaml',
        line: lineOf(textOf('scheme.yaml'), 'id: shanghai'),
        field: 'id',
        message: expect.stringContaining('应与文件夹名“shanghai-security-2025”相同') as string,
      },
    ]);
  });

  test('a workbook that is not there is refused', () => {
    const files = changeFile('forms.yaml', 'workbook: approval-forms.xlsx', 'workbook: other.xlsx');
    expect(check(files, withSheet('附件4', collective))).toMatchObject([
      { file: 'forms.yaml', line: lineOf(files.get('forms.yaml') ?? '', 'other.xlsx'), field: 'forms[0].workbook' },
    ]);
  });

  test('a sheet that is not there is refused', () => {
    const files = changeFile('forms.yaml', 'sheet: 附件5', 'sheet: 附件8');
    expect(check(files, withSheet('附件4', collective))).toMatchObject([
      { line: lineOf(files.get('forms.yaml') ?? '', 'sheet: 附件8'), field: 'forms[1].sheet' },
    ]);
  });

  test('a placeholder that is neither a column nor a field of the form is refused', () => {
    expect(check(shanghaiFiles, withSheet('附件4', [...collective, '邮编']))).toMatchObject([
      { field: 'forms[0].sheet', message: expect.stringContaining('“邮编”不是总名册的列') as string },
    ]);
  });

  test.each([
    ['last year in a title', '2023 年度上海内保工作先进单位审批表', '2023 不是本方案的年度（2024）'],
    ['last year in Chinese digits', '二〇二三年度审批表', '2023 不是本方案的年度（2024）'],
    ['a span of years', '2023-2024 年度审批表', '2023-2024 不是本方案的年度（2024）'],
    ['a day that the document does not name', '2024年12月31日前送交', '2024年12月31日 不是文件写明的日期'],
    ["last year's day", '2023年12月30日前送交', '2023 不是本方案的年度（2024）'],
  ])('%s is refused where the sheet is named', (_what, text, message) => {
    expect(check(shanghaiFiles, withSheet('附件5', collective, ['单位名称', text]))).toEqual([
      {
        file: 'forms.yaml',
        line: lineOf(textOf('forms.yaml'), 'sheet: 附件5'),
        field: 'forms[1].sheet',
        message: expect.stringContaining(`“附件5”A2 印着“${text}”，${message}`) as string,
      },
    ]);
  });

  test.each([
    '2024 年度审批表',
    '２０２４年度审批表',
    '请于2024年12月30日前送至',
    '2024年12月17日',
    'GB 11643—1999',
    '第 20240 号',
  ])('what is of the edition, or no year of a title, stays: %s', (text) => {
    expect(check(shanghaiFiles, withSheet('附件5', collective, [text]))).toEqual([]);
  });

  test('what is wrong with the figures does not hide what is wrong with the forms', () => {
    const files = changeFile('score-sheet.yaml', 'points: 85\n', 'points: 58\n');
    expect(check(files, withSheet('附件4', collective, ['2023 年度']))).toHaveLength(1);
  });

  test('a field without its placeholder is refused', () => {
    expect(check(shanghaiFiles, withSheet('附件6', ['姓名']))).toMatchObject([
      {
        line: lineOf(textOf('forms.yaml'), '所在单位: 单位名称'),
        field: 'forms[2].fields.所在单位',
        message: expect.stringContaining('没有占位符“所在单位”') as string,
      },
    ]);
  });
});
