/** Stamps pages from a template: each is a copy of one of its sheets in which only texts are replaced. */
import { TemplateError } from '../errors.ts';
import { arrangePage, type PageArrangement } from './arrange-page.ts';
import { drawAppendix, drawIndex, type Appendix, type IndexRequest } from './drawn-sheet.ts';
import { MARK, type PageMark } from './stamp-mark.ts';
import { createSheetNamer } from './stamp-name.ts';
import { PackageBuilder } from './stamp-output.ts';
import type { Pattern } from './stamp-pattern.ts';
import { StyleVariants } from './stamp-style.ts';
import type { Template, TemplateSheet } from './stamp-template.ts';
import type { Page, Values } from './stamp-value.ts';

export type { IndexRequest } from './drawn-sheet.ts';
export type { PageMark } from './stamp-mark.ts';
export { openTemplate, type Template } from './stamp-template.ts';

/** One sheet to make. */
export interface PageRequest {
  /** The template's sheet. */
  readonly sheet: string;
  /** The wanted name of the new sheet; it is made legal and unique. */
  readonly name: string;
  /** By placeholder. Values that the sheet has no place for are passed over. */
  readonly values: Values;
  readonly mark?: PageMark | undefined;
  /** By row, the height in place of the template's; see `arrange`. */
  readonly heights?: ReadonlyMap<number, number> | undefined;
  /** Pages for its texts that go on, right behind it. */
  readonly appendices?: readonly Appendix[] | undefined;
  /** What the index says of it, behind its number and name. */
  readonly listed?: readonly string[] | undefined;
}

interface StampOptions {
  /** A sheet that leads to each page, before them. */
  readonly index?: IndexRequest | undefined;
  /** Custom document properties, beside those of the template. */
  readonly properties?: Readonly<Record<string, string>>;
}

/**
 * One workbook with a sheet for each page, in order. The same input gives the same bytes.
 *
 * Everything of the template's sheets but the texts is kept; the template's own sheets are not in the workbook. A page's formula
 * may speak of another sheet of the template if exactly one page is made from that sheet.
 * @throws {TemplateError} when the template has faults
 * @throws {StampError} when a value cannot be written (see `arrange`)
 * @throws {Error} when the template lacks the sheet, a placeholder has no value, or there is no visible page
 */
export function stampWorkbook(
  template: Template,
  pages: Iterable<PageRequest>,
  options: StampOptions = {},
): Uint8Array {
  const [fault] = template.faults;
  if (fault !== undefined) throw new TemplateError(fault);
  const nameSheet = createSheetNamer();
  const { index } = options;
  const indexName = index && nameSheet(index.name);
  const requests = [...pages].map((request) => ({
    request,
    sheet: findSheet(template, request.sheet),
    name: nameSheet(nameOf(request)),
    appendices: (request.appendices ?? []).map((appendix) => ({
      appendix,
      name: nameSheet(`${appendix.title}-${request.name}`),
    })),
  }));
  const shown = requests.findIndex(({ sheet }) => sheet.state === undefined || sheet.state === 'visible');
  if (shown === -1) throw new Error('no visible page to stamp');

  const namesByTemplate = new Map<string, string[]>();
  for (const { sheet, name } of requests) {
    const names = namesByTemplate.get(sheet.name);
    if (names === undefined) namesByTemplate.set(sheet.name, [name]);
    else names.push(name);
  }
  const variants = new StyleVariants(template.styles);
  const plainStyle = (fontSize: number) => variants.indexOf(0, fontSize, true);
  const builder = new PackageBuilder(template);
  if (index && indexName !== undefined) {
    const entries = requests.map(({ request, name }, at) => ({
      sheet: name,
      cells: [String(at + 1), name, ...(request.listed ?? [])],
    }));
    builder.addDrawn(indexName, drawIndex(index, entries, plainStyle));
    builder.keepFromPrinting(indexName);
  }
  let lastCluster = 0;
  let shownAt = 0;
  requests.forEach(({ request, sheet, name, appendices }, at) => {
    const clusters = new Map<number, number>();
    const page: Page = {
      templateSheet: sheet.name,
      values: request.mark === undefined ? request.values : new Map([...request.values, [MARK, request.mark.text]]),
      selected: at === shown && !index,
      nameOf: (other) => (other === sheet.name ? name : onlyName(namesByTemplate.get(other), other)),
      clusterOf: (cluster) => {
        const known = clusters.get(cluster) ?? (lastCluster += 1);
        clusters.set(cluster, known);
        return known;
      },
      styleOf: (style, fontSize) => variants.indexOf(style, fontSize),
      heightOf: (row) => request.heights?.get(row),
      grownBy: (first, last) => sumGrowth(sheet, request.heights, first, last),
    };
    const place = builder.addPage(sheet, patternOf(sheet, request), name, page);
    if (at === shown && !index) shownAt = place;
    for (const each of appendices) {
      builder.addDrawn(each.name, drawAppendix(each.appendix, request.mark, plainStyle));
    }
  });
  return builder.finish(shownAt, variants.toXml(), options.properties ?? {});
}

function sumGrowth(
  { room }: TemplateSheet,
  heights: PageRequest['heights'],
  firstRow: number,
  lastRow: number,
): number {
  let sum = 0;
  for (const [row, height] of heights ?? []) {
    if (row >= firstRow && row <= lastRow) sum += height - (room.heights.get(row) ?? height);
  }
  return sum;
}

function nameOf({ name, mark }: PageRequest): string {
  return mark?.label === undefined ? name : `${mark.label}-${name}`;
}

function patternOf(sheet: TemplateSheet, { mark, heights }: PageRequest): Pattern {
  if (heights && heights.size > 0) return sheet.flexible(mark?.kind);
  return mark === undefined ? sheet.pattern : sheet.marked[mark.kind];
}

/**
 * Gives the page's long texts the height that it can spare and cuts what even so does not fit, for a page behind it; `stampWorkbook` refuses a
 * page that was not arranged and does not fit, for nothing is ever lost.
 */
export function arrange(template: Template, sheetName: string, values: Values): PageArrangement {
  return arrangePage(findSheet(template, sheetName), values);
}

function findSheet(template: Template, name: string): TemplateSheet {
  const sheet = template.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) {
    throw new TemplateError(
      `模板“${template.name}”里没有工作表“${name}”，现有：${template.sheets.map((candidate) => candidate.name).join('、')}，请恢复这张工作表或它的名称。`,
    );
  }
  return sheet;
}

function onlyName(found: readonly string[] | undefined, sheet: string): string {
  const [only, ...more] = found ?? [];
  if (only === undefined || more.length > 0) {
    throw new Error(`a formula speaks of template sheet ${sheet}, which has ${found?.length ?? 0} pages`);
  }
  return only;
}
