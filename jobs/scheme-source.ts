/** Where schemes come from, and the ways to one: a folder on a disk, or what is built into the program. */
import { openTemplate, type Template } from '../ooxml/stamp/stamp.ts';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { describeSchemeFault, type SchemeFault } from '../schemes/fault.ts';
import { quoteForUser } from '../workbook/intake/quote.ts';
import { MAKER } from '../workbook/draw/page.ts';
import { give, inputName, run } from './way.ts';

export interface SchemeSource {
  /**
   * The ids of all schemes, in alphabetical order.
   * @throws UnusableInput where there are none
   */
  ids(): Promise<readonly string[]>;

  /** The scheme of one of these ids, or all that is wrong with its files. */
  load(id: string): Promise<{ readonly scheme: Scheme } | { readonly faults: readonly SchemeFault[] }>;

  /** A form workbook of the scheme of that id; null where there is none of this name. */
  form(id: string, workbook: string): Promise<Uint8Array | null>;
}

/**
 * The scheme of that id; there is no other that would be taken instead.
 * @throws UnusableInput when there is none, or when its files have faults
 */
export async function findScheme(source: SchemeSource, id: string): Promise<Scheme> {
  const ids = await source.ids();
  if (!ids.includes(id))
    throw new UnusableInput(
      `没有${quoteForUser(id)}这个评选方案，请从以下各项中选用：${ids.join('、')}；要用自己的方案，请${give('templates', '方案所在的文件夹')}。`,
    );
  const result = await source.load(id);
  if ('scheme' in result) return result.scheme;
  const [first] = result.faults;
  throw new UnusableInput(
    `评选方案“${id}”有 ${result.faults.length} 处错误，第一处是 ${first ? describeSchemeFault(first) : ''}；请先${run('check-schemes')}并改正。`,
  );
}

/**
 * The scheme that is asked for, or else the only one.
 * @throws UnusableInput as `findScheme`, and when there are several to choose from
 */
export async function chooseScheme(source: SchemeSource, id: string | undefined): Promise<Scheme> {
  if (id !== undefined) return findScheme(source, id);
  const [only, ...others] = await source.ids();
  if (only !== undefined && others.length === 0) return findScheme(source, only);
  throw new UnusableInput(
    `有几个评选方案，请用 ${inputName('scheme')} 写明要哪一个：${[only, ...others].join('、')}；要看各方案的名称，请${run('schemes')}。`,
  );
}

/**
 * Opens the form workbooks of a scheme, by file name.
 * @throws UnusableInput when one is missing, or OoxmlError when it cannot be used as a template
 */
export async function readFormTemplates(source: SchemeSource, scheme: Scheme): Promise<Map<string, Template>> {
  const templates = new Map<string, Template>();
  for (const { workbook } of scheme.forms) {
    if (templates.has(workbook)) continue;
    const bytes = await source.form(scheme.id, workbook);
    if (!bytes) throw new UnusableInput(`评选方案“${scheme.id}”缺少表样 forms/${workbook}，请把它放回原处。`);
    templates.set(workbook, openTemplate(bytes, workbook, { application: MAKER }));
  }
  return templates;
}
