/** `check-schemes`: every scheme of a folder, with its form workbooks. */
import path from 'node:path';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { checkFolder, type FormSheets } from '../schemes/check-folder.ts';
import { describeFault, type SchemeFault } from '../schemes/fault.ts';
import { loadScheme } from '../schemes/load-scheme.ts';
import { currentTemplates, listSchemeIds, readFormTemplate, readSchemeFolder } from './scheme-folder.ts';

export interface SchemesCheck {
  /** The schemes that were checked, in alphabetical order. */
  readonly ids: readonly string[];
  /** `file` is the path from the templates folder, with forward slashes. */
  readonly faults: readonly SchemeFault[];
}

/** Checks every scheme: its texts, then its form workbooks, then the one against the other; what follows from a fault is not reported too. */
export async function checkSchemes(templatesFolder = currentTemplates()): Promise<SchemesCheck> {
  const ids = await listSchemeIds(templatesFolder);
  const faults: SchemeFault[] = [];
  for (const id of ids) {
    const found = await checkScheme(path.join(templatesFolder, id), id);
    faults.push(...found.map((fault) => ({ ...fault, file: `${id}/${fault.file}` })));
  }
  return { ids, faults };
}

/** One line for each fault and a last one that sums up, for the terminal. */
export function describeSchemesCheck({ ids, faults }: SchemesCheck): string {
  const last =
    faults.length === 0
      ? `已检查 ${ids.length} 个评选方案（${ids.join('、')}），没有错误。`
      : `已检查 ${ids.length} 个评选方案，共 ${faults.length} 处错误，请逐一改正。`;
  return [...faults.map((fault) => `${describeFault(fault)}。`), last].join('\n');
}

async function checkScheme(folder: string, id: string): Promise<readonly SchemeFault[]> {
  const files = await readSchemeFolder(folder);
  const result = loadScheme(files);
  if ('faults' in result) return result.faults;
  const faults: SchemeFault[] = [];
  const sheets = await readFormSheets(folder, result.scheme, faults);
  return faults.length > 0 ? faults : checkFolder(files, result.scheme, id, sheets);
}

/** The placeholders of every form workbook that is there; what is wrong with a workbook goes into `faults`. */
async function readFormSheets(folder: string, scheme: Scheme, faults: SchemeFault[]): Promise<FormSheets> {
  const sheets = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const workbook of new Set(scheme.forms.map((form) => form.workbook))) {
    const refuse = (sentence: string) =>
      faults.push({ file: `forms/${workbook}`, line: null, field: '', message: sentence.replace(/。$/, '') });
    try {
      const template = await readFormTemplate(folder, workbook);
      if (!template) continue;
      template.faults.forEach(refuse);
      sheets.set(workbook, new Map(template.sheets.map(({ name, placeholders }) => [name, placeholders])));
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      refuse(error.message);
    }
  }
  return sheets;
}
