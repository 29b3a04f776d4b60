/** What the texts of a scheme cannot tell: its folder's name, and what stands in the form workbooks beside them. */
import { columnsOf } from '../rules/roster-columns.ts';
import type { Scheme } from '../rules/scheme.ts';
import type { SchemeFault } from './fault.ts';
import { readShape } from './read-shape.ts';
import { formsShape, type FormsShape } from './shapes/forms.ts';
import { readYamlFile, type FieldPath, type YamlFile } from './yaml-file.ts';

/** The placeholders of each sheet, by file name and sheet name. */
export type FormSheets = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * Holds a loaded scheme against its folder.
 * @param files the texts that the scheme was loaded from
 */
export function checkFolder(
  files: ReadonlyMap<string, string>,
  scheme: Scheme,
  folder: string,
  sheets: FormSheets,
): SchemeFault[] {
  const faults: SchemeFault[] = [];
  if (scheme.id !== folder) {
    reread('scheme.yaml').report(['id'], `应与文件夹名“${folder}”相同，现为“${scheme.id}”，请改其中一个`);
  }
  const file = reread('forms.yaml');
  const forms = readShape(file, formsShape);
  const headings = new Set(
    [...columnsOf('nominees', scheme), ...columnsOf('memberUnits', scheme)].map(({ heading }) => heading),
  );
  forms?.data.forms.forEach((form, index) => {
    checkForm(form, headings, sheets, (path, message) => {
      file.report(['forms', index, ...path], message);
    });
  });
  return faults;

  function reread(name: string): YamlFile {
    const again = readYamlFile(name, files.get(name) ?? '', faults);
    if (!again) throw new Error(`${name} has been loaded and cannot be read again`);
    return again;
  }
}

type FormShape = FormsShape['forms'][number];

function checkForm(
  form: FormShape,
  headings: ReadonlySet<string>,
  sheets: FormSheets,
  report: (path: FieldPath, message: string) => void,
): void {
  const workbook = sheets.get(form.workbook);
  if (!workbook) {
    report(['workbook'], `forms 文件夹里没有“${form.workbook}”，请放入模板或更正文件名`);
    return;
  }
  const placeholders = workbook.get(form.sheet);
  if (!placeholders) {
    report(['sheet'], `“${form.workbook}”里没有工作表“${form.sheet}”，现有：${[...workbook.keys()].join('、')}`);
    return;
  }
  for (const placeholder of placeholders) {
    const isNamed = [form.fields, form.computed].some((names) => Object.hasOwn(names, placeholder));
    if (headings.has(placeholder) || isNamed) continue;
    report(
      ['sheet'],
      `模板中的占位符“${placeholder}”不是总名册的列，请更正模板，或在 fields 写明取自哪一列，在 computed 写明由程序算出什么`,
    );
  }
  for (const key of ['fields', 'computed'] as const) {
    for (const placeholder of Object.keys(form[key])) {
      if (placeholders.includes(placeholder)) continue;
      report([key, placeholder], `工作表“${form.sheet}”里没有占位符“${placeholder}”，请删去这一行或更正`);
    }
  }
}
