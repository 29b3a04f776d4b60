/** Schemes on disk: one folder each in `templates/`. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { describeFault } from '../schemes/fault.ts';
import { loadScheme } from '../schemes/load-scheme.ts';
import { quote } from '../workbook/intake/quote.ts';
import { openTemplate, type Template } from '../workbook/stamp/stamp.ts';

/** The same from `scripts/` and from the bundle in `dist/`: both lie one level below the root. */
export const TEMPLATES_FOLDER = fileURLToPath(new URL('../templates', import.meta.url));

const TEXT_FILE = /\.(yaml|md)$/;

/** The texts of a scheme's folder by file name, for `loadScheme`. */
export async function readSchemeFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name)).map(({ name }) => name);
  const texts = await Promise.all(
    names.sort().map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const),
  );
  return new Map(texts);
}

/** The ids of all schemes, in alphabetical order. */
export async function listSchemeIds(templatesFolder = TEMPLATES_FOLDER): Promise<string[]> {
  const entries = await readdir(templatesFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Loads the scheme of that id; there is no other that would be taken instead.
 * @throws UnusableInput when there is none, or when its files have faults
 */
export async function findScheme(id: string, templatesFolder = TEMPLATES_FOLDER): Promise<Scheme> {
  const ids = await listSchemeIds(templatesFolder);
  if (!ids.includes(id))
    throw new UnusableInput(`没有${quote(id)}这个评选方案，请从以下各项中选用：${ids.join('、')}。`);
  const result = loadScheme(await readSchemeFolder(path.join(templatesFolder, id)));
  if ('scheme' in result) return result.scheme;
  const [first] = result.faults;
  throw new UnusableInput(
    `评选方案“${id}”有 ${result.faults.length} 处错误，第一处是 ${first ? describeFault(first) : ''}；请先运行 check-schemes 并改正。`,
  );
}

/**
 * Opens the form workbooks of a scheme, by file name.
 * @throws UnusableInput when one is missing or cannot be used as a template
 */
export async function readFormTemplates(
  scheme: Scheme,
  templatesFolder = TEMPLATES_FOLDER,
): Promise<Map<string, Template>> {
  const templates = new Map<string, Template>();
  for (const { workbook } of scheme.forms) {
    if (templates.has(workbook)) continue;
    const template = await readFormTemplate(path.join(templatesFolder, scheme.id), workbook);
    if (!template) {
      throw new UnusableInput(`评选方案“${scheme.id}”缺少审批表模板 forms/${workbook}，请把它放回原处。`);
    }
    templates.set(workbook, template);
  }
  return templates;
}

/**
 * Opens one form workbook of a scheme's folder; null when there is no such file.
 * @throws UnusableInput when it cannot be used as a template
 */
export async function readFormTemplate(folder: string, workbook: string): Promise<Template | null> {
  try {
    return openTemplate(await readFile(path.join(folder, 'forms', workbook)), workbook);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
