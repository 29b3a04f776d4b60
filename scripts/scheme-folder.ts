/** Schemes on disk: one folder each, side by side in `templates/` or in the folder that `--templates` names. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { describeFault } from '../schemes/fault.ts';
import { loadScheme } from '../schemes/load-scheme.ts';
import { quote } from '../workbook/intake/quote.ts';
import { openTemplate, type Template } from '../ooxml/stamp/stamp.ts';

/** What comes with the program. The same from `scripts/` and from the bundle in `dist/`: both lie one level below the root. */
export const TEMPLATES_FOLDER = fileURLToPath(new URL('../templates', import.meta.url));

/** Where this run looks for schemes. */
let current = TEMPLATES_FOLDER;

/** Takes the schemes of another folder instead of those that come with the program, for the rest of the run. */
export function useTemplates(folder: string): void {
  current = path.resolve(folder);
}

export function currentTemplates(): string {
  return current;
}

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

/**
 * The ids of all schemes, in alphabetical order.
 * @throws UnusableInput when there is no such folder, or no scheme in it
 */
export async function listSchemeIds(templatesFolder = current): Promise<string[]> {
  const entries = await readdir(templatesFolder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  if (folders.length === 0) {
    throw new UnusableInput(
      `${quote(templatesFolder)}里没有评选方案，请核对 --templates 写的文件夹：每个方案是其中的一个子文件夹。`,
    );
  }
  return folders.map(({ name }) => name).sort();
}

/**
 * Loads the scheme of that id; there is no other that would be taken instead.
 * @throws UnusableInput when there is none, or when its files have faults
 */
export async function findScheme(id: string, templatesFolder = current): Promise<Scheme> {
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
 * The scheme that is asked for, or else the only one.
 * @throws UnusableInput as `findScheme`, and when there are several to choose from
 */
export async function chooseScheme(id: string | undefined): Promise<Scheme> {
  if (id !== undefined) return findScheme(id);
  const [only, ...others] = await listSchemeIds();
  if (only !== undefined && others.length === 0) return findScheme(only);
  throw new UnusableInput(
    `有几个评选方案，请用 --scheme 写明要哪一个：${[only, ...others].join('、')}；各方案的名称可用 schemes 命令列出。`,
  );
}

/**
 * Opens the form workbooks of a scheme, by file name.
 * @throws UnusableInput when one is missing or cannot be used as a template
 */
export async function readFormTemplates(scheme: Scheme, templatesFolder = current): Promise<Map<string, Template>> {
  const templates = new Map<string, Template>();
  for (const { workbook } of scheme.forms) {
    if (templates.has(workbook)) continue;
    const opened = await openFormWorkbook(path.join(templatesFolder, scheme.id), workbook);
    if (!opened) {
      throw new UnusableInput(`评选方案“${scheme.id}”缺少表样 forms/${workbook}，请把它放回原处。`);
    }
    templates.set(workbook, opened.template);
  }
  return templates;
}

/**
 * Opens one form workbook of a scheme's folder; null when there is no such file.
 * @throws UnusableInput when it cannot be used as a template
 */
export async function openFormWorkbook(
  folder: string,
  workbook: string,
): Promise<{ readonly template: Template; readonly bytes: Uint8Array } | null> {
  try {
    const bytes = await readFile(path.join(folder, 'forms', workbook));
    return { template: openTemplate(bytes, workbook), bytes };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
