/** What the texts of a scheme cannot tell: its folder's name, what stands in the form workbooks beside them, and what its score sheet has become. */
import { collectNames } from './checks/collect-names.ts';
import { describeStrangeYears } from './checks/titles.ts';
import type { SchemeFault } from './fault.ts';
import { readRawScheme, type RawScheme } from './raw-scheme.ts';
import type { FormsShape } from './shapes/forms.ts';
import { checkReasons } from './coverage.ts';
import { readSources, type Sources } from './sources.ts';
import type { FieldPath } from './yaml-file.ts';

export interface FormSheet {
  readonly placeholders: readonly string[];
  /** What it prints, each with its place: `A1`. */
  readonly texts: readonly { readonly place: string; readonly text: string }[];
}

/** By file name and sheet name. */
export type FormSheets = ReadonlyMap<string, ReadonlyMap<string, FormSheet>>;

/** The form workbooks that a scheme names; none where its files cannot be read. */
export function listFormWorkbooks(files: ReadonlyMap<string, string>): string[] {
  const raw = readRawScheme(files, []);
  return [...new Set(raw?.forms.data.forms.map(({ workbook }) => workbook))];
}

/**
 * Holds a scheme against its folder, whatever else is wrong with it; nothing where its files cannot be read.
 * @param files the texts of the folder
 * @param ofBlanks what is wrong with the list of blank score sheets, by its path in `score-sheet.yaml`
 */
export function checkFolder(
  files: ReadonlyMap<string, string>,
  folder: string,
  sheets: FormSheets,
  ofBlanks: readonly { readonly path: FieldPath; readonly message: string }[] = [],
): SchemeFault[] {
  const faults: SchemeFault[] = [];
  const raw = readRawScheme(files, faults);
  if (!raw) return [];
  const { scheme, forms } = raw;
  if (scheme.data.id !== folder) {
    scheme.report(['id'], `应与文件夹名“${folder}”相同，现为“${scheme.data.id}”，请改其中一个`);
  }
  const { nomineeColumns, memberUnitColumns } = collectNames(raw);
  const headings = new Set([...nomineeColumns.keys(), ...memberUnitColumns.keys()]);
  forms.data.forms.forEach((form, index) => {
    checkForm(form, headings, sheets, (path, message) => {
      forms.report(['forms', index, ...path], message);
    });
  });
  for (const { path, message } of ofBlanks) raw.scoreSheet?.report(path, message);
  const sources = readSources(raw, files);
  checkYears(raw, sources, sheets);
  return [...faults, ...checkReasons(files, sources)];
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
  const sheet = workbook.get(form.sheet);
  if (!sheet) {
    report(['sheet'], `“${form.workbook}”里没有工作表“${form.sheet}”，现有：${[...workbook.keys()].join('、')}`);
    return;
  }
  const { placeholders } = sheet;
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

/** 年度: what the forms print names no other year. A sheet that serves several awards is reported once. */
function checkYears({ forms, scheme }: RawScheme, sources: Sources, sheets: FormSheets): void {
  const seen = new Set<FormSheet>();
  forms.data.forms.forEach(({ workbook, sheet }, index) => {
    const printed = sheets.get(workbook)?.get(sheet);
    if (!printed || seen.has(printed)) return;
    seen.add(printed);
    for (const { place, text } of printed.texts) {
      const strange = describeStrangeYears(text, scheme.data.edition, sources);
      if (strange === null) continue;
      forms.report(
        ['forms', index, 'sheet'],
        `“${workbook}”的工作表“${sheet}”${place} 印着“${text}”，${strange}，请在表样里更正`,
      );
    }
  });
}
