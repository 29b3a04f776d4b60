/** Stamps pages from a template: each is a copy of one of its sheets in which only texts are replaced. */
import { TemplateError } from '../errors.ts';
import { measureOverflow, type Overflow } from './stamp-cell.ts';
import { MARK, type MarkKind } from './stamp-mark.ts';
import { createSheetNamer } from './stamp-name.ts';
import { PackageBuilder } from './stamp-output.ts';
import type { Pattern } from './stamp-pattern.ts';
import { StyleVariants } from './stamp-style.ts';
import type { Template, TemplateSheet } from './stamp-template.ts';
import type { Page, Values } from './stamp-value.ts';

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
}

/** What a page says of itself beside the words of the template, in its header and by its sheet's name. */
export interface PageMark {
  /** A word is printed red and as large as there is room, a sentence small and red, a note small and black. */
  readonly kind: MarkKind;
  readonly text: string;
  /** Stands before the sheet's name, with a dash between. */
  readonly label?: string;
}

interface StampOptions {
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
      values: request.mark === undefined ? request.values : new Map([...request.values, [MARK, request.mark.text]]),
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

function nameOf({ name, mark }: PageRequest): string {
  return mark?.label === undefined ? name : `${mark.label}-${name}`;
}

function patternOf(sheet: TemplateSheet, { mark }: PageRequest): Pattern {
  return mark === undefined ? sheet.pattern : sheet.marked[mark.kind];
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
