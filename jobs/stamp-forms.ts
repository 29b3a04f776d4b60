/** A workbook of forms, and what whoever prints it is told of its pages: the same whatever job they are of. */
import type { Scheme } from '../rules/scheme.ts';
import { stampWorkbook, type IndexRequest, type PageRequest, type Template } from '../ooxml/stamp/stamp.ts';
import type { JobContext } from './job.ts';
import { MOST_NAMED } from './tell-changes.ts';

/** A workbook of more pages begins with an index. */
const MOST_WITHOUT_INDEX = 20;

export function stampForms(scheme: Scheme, template: Template, pages: readonly PageRequest[]): Uint8Array {
  return stampWorkbook(template, pages, { index: indexOf(scheme, pages.length) });
}

function indexOf({ formsName }: Scheme, pages: number): IndexRequest | undefined {
  if (pages <= MOST_WITHOUT_INDEX) return undefined;
  const note = '点名称转到那一页。本表只供查找，不打印；要回到这里，点最左边的“目录”。';
  return { name: '目录', title: `${formsName}目录`, note, headings: ['序号', '工作表', '奖项', '单位名称', '备注'] };
}

export function hasAppendix({ appendices = [] }: PageRequest): boolean {
  return appendices.length > 0;
}

/**
 * Says who has more than one page to sign and to put together.
 * @param names of the forms with a page behind
 */
export function tellAppendices(names: readonly string[], { tell }: Pick<JobContext, 'tell'>): void {
  if (names.length === 0) return;
  const shown = names.slice(0, MOST_NAMED).join('、');
  const more = names.length > MOST_NAMED ? ` 等 ${names.length} 份` : '';
  tell(`有 ${names.length} 份的内容一页放不下，续在表格后面的附页：${shown}${more}；请一并打印、签章。`);
}
