/** `check-schemes`: every scheme of a folder, with its form workbooks. */
import { asScored } from '../rules/parts.ts';
import type { Scheme } from '../rules/scheme.ts';
import { checkBlanks } from '../workbook/score-sheet/blank-forms.ts';
import { layOutScoreSheet } from '../workbook/score-sheet/score-sheet-layout.ts';
import { tellUserFault } from '../workbook/user-fault.ts';
import { checkFolder, listFormWorkbooks, type FormSheet, type FormSheets } from '../schemes/check-folder.ts';
import { describeSchemeFault, type SchemeFault } from '../schemes/fault.ts';
import { loadScheme } from '../schemes/load-scheme.ts';
import { listTexts } from '../ooxml/stamp/list-texts.ts';
import { openTemplate } from '../ooxml/stamp/stamp.ts';
import type { SchemeFolder } from './scheme-folder.ts';

export interface SchemesCheck {
  /** The schemes that were checked, in alphabetical order. */
  readonly ids: readonly string[];
  /** `file` is the path from the templates folder, with forward slashes. */
  readonly faults: readonly SchemeFault[];
}

/** Checks every scheme: its texts, its form workbooks, and the one against the other. */
export async function checkSchemes(schemes: SchemeFolder): Promise<SchemesCheck> {
  const ids = await schemes.ids();
  const faults: SchemeFault[] = [];
  for (const id of ids) faults.push(...(await checkScheme(schemes, id)).faults);
  return { ids, faults };
}

interface SchemeCheck {
  /** Null where its files cannot be read as one; else to be used only where there are no faults. */
  readonly scheme: Scheme | null;
  /** As those of `SchemesCheck`. */
  readonly faults: readonly SchemeFault[];
}

/** As `checkSchemes`, of one scheme. */
export async function checkScheme(schemes: SchemeFolder, id: string): Promise<SchemeCheck> {
  const files = await schemes.texts(id);
  const result = loadScheme(files);
  const scheme = 'scheme' in result ? result.scheme : null;
  const faults = 'faults' in result ? result.faults : [];
  const found = [...faults, ...(await checkForms(schemes, id, { files, scheme }))];
  return { scheme, faults: found.map((fault) => ({ ...fault, file: `${id}/${fault.file}` })) };
}

/** One line for each fault and a last one that sums up, for the terminal. */
export function describeSchemesCheck({ ids, faults }: SchemesCheck): string {
  const last =
    faults.length === 0
      ? `已检查 ${ids.length} 个评选方案（${ids.join('、')}），没有错误。`
      : `已检查 ${ids.length} 个评选方案，共 ${faults.length} 处错误，请逐一改正。`;
  return [...faults.map((fault) => `${describeSchemeFault(fault)}。`), last].join('\n');
}

/** The form workbooks and the blank score sheet, and what of the texts is held against them. */
async function checkForms(
  schemes: SchemeFolder,
  id: string,
  { files, scheme }: { readonly files: ReadonlyMap<string, string>; readonly scheme: Scheme | null },
): Promise<readonly SchemeFault[]> {
  const inWorkbooks: SchemeFault[] = [];
  const sheets = await readFormSheets(schemes, id, listFormWorkbooks(files), inWorkbooks);
  if (inWorkbooks.length > 0) return inWorkbooks;
  const scored = scheme !== null && scheme.scoreSheet !== null ? asScored(scheme) : null;
  const ofBlanks = scored ? await checkBlanks(layOutScoreSheet(scored)) : [];
  return checkFolder(files, id, sheets, ofBlanks);
}

/** The sheets of every form workbook that is there; what is wrong with a workbook goes into `faults`. */
async function readFormSheets(
  schemes: SchemeFolder,
  id: string,
  workbooks: readonly string[],
  faults: SchemeFault[],
): Promise<FormSheets> {
  const sheets = new Map<string, ReadonlyMap<string, FormSheet>>();
  for (const workbook of workbooks) {
    const refuse = (sentence: string) =>
      faults.push({ file: `forms/${workbook}`, line: null, field: '', message: sentence.replace(/。$/, '') });
    try {
      const bytes = await schemes.form(id, workbook);
      if (!bytes) continue;
      const template = openTemplate(bytes, workbook);
      template.faults.forEach(refuse);
      const texts = listTexts(template, bytes);
      sheets.set(
        workbook,
        new Map(
          template.sheets.map(({ name, placeholders }) => [name, { placeholders, texts: texts.get(name) ?? [] }]),
        ),
      );
    } catch (error) {
      const sentence = tellUserFault(error);
      if (sentence === null) throw error;
      refuse(sentence);
    }
  }
  return sheets;
}
