import { describe, expect, test } from 'vitest';
import { checkFolder, type FormSheets } from '../../schemes/check-folder.ts';
import { changeFile, lineOf, mustLoad, shanghaiFiles, SHANGHAI, textOf } from './shanghai-files.ts';

const collective = ['单位名称', '受奖集体', '主要事迹'];
const person = ['姓名', '所在单位', '主要事迹'];
const sheets = new Map([
  ['附件4', collective],
  ['附件5', collective],
  ['附件6', person],
  ['附件7', person],
]);

function check(files: ReadonlyMap<string, string>, formSheets: FormSheets, folder = SHANGHAI) {
  return checkFolder(files, mustLoad(files), folder, formSheets);
}

const withSheet = (name: string, placeholders: readonly string[]): FormSheets =>
  new Map([['approval-forms.xlsx', new Map<string, readonly string[]>(sheets).set(name, placeholders)]]);

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
