/** Turns a workbook of stamped pages into a description of what is drawn on them. exceljs reads it, not the product. */
import ExcelJS from 'exceljs';
import type { DrawnCell, Drawing, DrawnPage, DrawnStyle, Layout } from './drawing.ts';

/** @throws {Error} on anything that the description has no place for */
export async function describeWorkbook(path: string): Promise<Drawing> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const styles = new Numbered<DrawnStyle>();
  const layouts: Layout[] = [];
  const layoutByOutline = new Map<string, number>();
  // The index of a command's workbook is no page, and the peers draw none.
  const printed = workbook.worksheets.filter(({ name }) => name !== '目录');
  const pages = printed.map((sheet): DrawnPage => {
    const cells = describeCells(sheet, styles);
    const frame = describeFrame(sheet);
    const outline = JSON.stringify([frame, cells.map(([row, column]) => [row, column])]);
    const layout = layoutByOutline.get(outline) ?? layouts.push({ ...frame, cells }) - 1;
    layoutByOutline.set(outline, layout);
    const common = layouts[layout]?.cells ?? [];
    const changes = cells.flatMap(([, , style, text], index) =>
      common[index]?.[2] === style && common[index][3] === text ? [] : [[index, style, text] as const],
    );
    return { name: sheet.name, layout, changes };
  });
  return { styles: styles.members, layouts, pages };
}

/** The cells of a page, all of them. */
export function cellsOf(drawing: Drawing, page: DrawnPage): DrawnCell[] {
  const cells = [...(drawing.layouts[page.layout]?.cells ?? [])];
  for (const [index, style, text] of page.changes) {
    const cell = cells[index];
    if (cell) cells[index] = [cell[0], cell[1], style, text];
  }
  return cells;
}

function describeFrame(sheet: ExcelJS.Worksheet): Omit<Layout, 'cells'> {
  const { margins, printArea } = sheet.pageSetup;
  if (!margins || printArea === undefined) throw new Error(`sheet ${sheet.name} has no margins or print area`);
  const rows = Array.from({ length: sheet.rowCount }, (_, index) => sheet.getRow(index + 1));
  return {
    widths: Array.from({ length: sheet.columnCount }, (_, index) => sheet.getColumn(index + 1).width ?? 0),
    heights: rows.map((row) => [row.number, row.height] as const),
    merges: [...sheet.model.merges].sort(),
    printArea,
    margins,
  };
}

function describeCells(sheet: ExcelJS.Worksheet, styles: Numbered<DrawnStyle>): DrawnCell[] {
  const cells: DrawnCell[] = [];
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      const cell = sheet.findCell(row, column);
      if (cell) cells.push([row, column, styles.indexOf(describeStyle(cell.style)), readText(cell)]);
    }
  }
  return cells;
}

function readText(cell: ExcelJS.Cell): string {
  if (cell.isMerged && cell.master !== cell) return '';
  const { value } = cell;
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') throw new Error(`${cell.fullAddress.sheetName}!${cell.address} is no text`);
  return value;
}

function describeStyle({ font, alignment, border, numFmt }: Partial<ExcelJS.Style>): DrawnStyle {
  const vertical = alignment?.vertical;
  return {
    font: {
      name: font?.name ?? '',
      size: font?.size ?? 0,
      bold: font?.bold ?? false,
      family: font?.family ?? null,
      charset: font?.charset ?? null,
    },
    horizontal: alignment?.horizontal ?? null,
    vertical: vertical === 'middle' ? 'center' : (vertical ?? null),
    wrap: alignment?.wrapText ?? false,
    numberFormat: numFmt ?? 'General',
    borders: Object.fromEntries(
      (['left', 'right', 'top', 'bottom'] as const).flatMap((edge) => {
        const style = border?.[edge]?.style;
        return style === undefined ? [] : [[edge, style]];
      }),
    ),
  };
}

/** Members in the order in which they first came, each once. */
class Numbered<T> {
  readonly members: T[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(member: T): number {
    const key = JSON.stringify(member);
    const index = this.#indexes.get(key) ?? this.members.push(member) - 1;
    this.#indexes.set(key, index);
    return index;
  }
}
