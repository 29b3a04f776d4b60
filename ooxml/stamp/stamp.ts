/** Stamps pages from a template: each is a copy of one of its sheets in which only texts are replaced. */
import { TemplateError } from '../errors.ts';
import { measureOverflow, type Overflow } from './stamp-cell.ts';
import { REMARK } from './stamp-draft.ts';
import { createSheetNamer } from './stamp-name.ts';
import { PackageBuilder } from './stamp-output.ts';
import type { Pattern } from './stamp-pattern.ts';
import { StyleVariants } from './stamp-style.ts';
import type { Template, TemplateSheet } from './stamp-template.ts';
import type { Page, Values } from './stamp-value.ts';

export { openTemplate, type Template } from './stamp-template.ts';
export type { Overflow } from './stamp-cell.ts';
export type { Values } from './stamp-value.ts';

/** One sheet to make. */
export interface PageRequest {
  /** The template's sheet. */
  readonly sheet: string;
  /** The wanted name of the new sheet; it is made legal and unique. */
  readonly name: string;
  /** By placeholder. Values that the sheet has no place for are passed over. */
  readonly values: Values;
  /** Prints 草稿 in the header and puts it before the sheet's name. */
  readonly draft?: boolean;
  /** What is open about the record, printed small and red in the header of a page that is no draft. */
  readonly remark?: string;
  /** What else is to be known of the record, in the same place, small and black; behind the remark where there is one. */
  readonly note?: string;
}

export interface StampOptions {
  /** Custom document properties, beside those of the template. */
  readonly properties?: Readonly<Record<string, string>>;
}

/**
 * One workbook with a sheet for each page, in order. The same input gives the same bytes.
 *
 * Everything of the template's sheets but the texts is kept; the template's own sheets are not in the workbook. A page's formula
 * may speak of another sheet of the template if exactly one page is made from that sheet.
 * @throws {TemplateError} when the template has faults
 * @throws {StampError} when a value cannot be written (see `findOverflow`)
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
  const requests = [...pages].map((request) => ({
    request,
    sheet: findSheet(template, request.sheet),
    name: nameSheet(nameOf(request)),
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
  const builder = new PackageBuilder(template);
  let lastCluster = 0;
  requests.forEach(({ request, sheet, name }, index) => {
    const clusters = new Map<number, number>();
    const page: Page = {
      templateSheet: sheet.name,
      values: valuesOf(request),
      selected: index === shown,
      nameOf: (other) => (other === sheet.name ? name : onlyName(namesByTemplate.get(other), other)),
      clusterOf: (cluster) => {
        const known = clusters.get(cluster) ?? (lastCluster += 1);
        clusters.set(cluster, known);
        return known;
      },
      styleOf: (style, fontSize) => variants.indexOf(style, fontSize),
    };
    builder.addPage(sheet, patternOf(sheet, request), name, page);
  });
  return builder.finish(shown, variants.toXml(), options.properties ?? {});
}

function nameOf({ name, draft, remark }: PageRequest): string {
  if (draft === true) return `草稿-${name}`;
  return remark === undefined ? name : `未定稿-${name}`;
}

function patternOf(sheet: TemplateSheet, { draft, remark, note }: PageRequest): Pattern {
  if (draft === true) return sheet.draftPattern;
  if (remark !== undefined) return sheet.remarkPattern;
  return note === undefined ? sheet.pattern : sheet.notePattern;
}

function valuesOf({ values, remark, note }: PageRequest): Values {
  const said = [remark, note].filter((text) => text !== undefined);
  return said.length === 0 ? values : new Map([...values, [REMARK, said.join('；')]]);
}

/**
 * The texts among the values that would not fit their cells even at 8 points: which placeholders, and how many characters must
 * go. `stampWorkbook` refuses such a page, for nothing is ever cut.
 */
export function findOverflow(template: Template, sheetName: string, values: Values): Overflow[] {
  const sheet = findSheet(template, sheetName);
  const page = { templateSheet: sheet.name, values };
  return sheet.cells.flatMap((cell) => measureOverflow(cell, page) ?? []);
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
