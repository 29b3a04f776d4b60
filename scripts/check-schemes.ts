/** `check-schemes`: every scheme of a folder, with its form workbooks. */
import path from 'node:path';
import { tellUserFault } from '../workbook/user-fault.ts';
import { checkFolder, listFormWorkbooks, type FormSheet, type FormSheets } from '../schemes/check-folder.ts';
import { describeFault, type SchemeFault } from '../schemes/fault.ts';
import { loadScheme } from '../schemes/load-scheme.ts';
import { listTexts } from '../ooxml/stamp/list-texts.ts';
import { currentTemplates, listSchemeIds, openFormWorkbook, readSchemeFolder } from './scheme-folder.ts';

export interface SchemesCheck {
  /** The schemes that were checked, in alphabetical order. */
  readonly ids: readonly string[];
  /** `file` is the path from the templates folder, with forward slashes. */
  readonly faults: readonly SchemeFault[];
}

/** Checks every scheme: its texts, its form workbooks, and the one against the other. */
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
  const faults: SchemeFault[] = 'faults' in result ? [...result.faults] : [];
  const inWorkbooks: SchemeFault[] = [];
  const sheets = await readFormSheets(folder, listFormWorkbooks(files), inWorkbooks);
  faults.push(...(inWorkbooks.length > 0 ? inWorkbooks : checkFolder(files, id, sheets)));
  return faults;
}

/** The sheets of every form workbook that is there; what is wrong with a workbook goes into `faults`. */
async function readFormSheets(
  folder: string,
  workbooks: readonly string[],
  faults: SchemeFault[],
): Promise<FormSheets> {
  const sheets = new Map<string, ReadonlyMap<string, FormSheet>>();
  for (const workbook of workbooks) {
    const refuse = (sentence: string) =>
      faults.push({ file: `forms/${workbook}`, line: null, field: '', message: sentence.replace(/。$/, '') });
    try {
      const opened = await openFormWorkbook(folder, workbook);
      if (!opened) continue;
      const { template, bytes } = opened;
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
