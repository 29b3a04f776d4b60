/** `flatten-drawing TEMPLATES DRAWING LINES`: the drawing as lines of fields parted by tabs, for peers that read no JSON. Rows and columns from 0. */
import { readFile, writeFile } from 'node:fs/promises';
import { readRange } from '../../ooxml/read/cell-address.ts';
import { cellsOf } from '../describe-drawing.ts';
import type { DrawnPage, DrawnStyle, Drawing } from '../drawing.ts';

const [, , , drawingPath = '', linesPath = ''] = process.argv;
type Field = string | number;

const drawing = JSON.parse(await readFile(drawingPath, 'utf8')) as Drawing;
const lines = [...drawing.styles.map(flattenStyle), ...drawing.pages.flatMap(flattenPage)];
await writeFile(linesPath, lines.map(writeLine).join(''));

function flattenStyle({ font, horizontal, vertical, wrap, numberFormat, borders }: DrawnStyle): Field[] {
  const { name, size, bold, family, charset } = font;
  const edges = (['left', 'right', 'top', 'bottom'] as const).map((edge) => borders[edge] ?? '');
  const looks = [horizontal ?? '', vertical ?? '', Number(wrap), numberFormat];
  return ['S', name, size, Number(bold), family ?? '', charset ?? '', ...looks, ...edges];
}

function flattenPage(page: DrawnPage): Field[][] {
  const layout = drawing.layouts[page.layout];
  if (!layout) throw new Error(`${page.name} has no layout`);
  const { left, right, top, bottom, header, footer } = layout.margins;
  return [
    ['P', page.name, left, right, top, bottom, header, footer, ...corners(layout.printArea)],
    ...layout.widths.map((width, column) => ['W', column, width]),
    ...layout.heights.map(([row, height]) => ['H', row - 1, height]),
    ...layout.merges.map((merged) => ['M', ...corners(merged)]),
    ...cellsOf(drawing, page).map(([row, column, style, text]) => ['C', row - 1, column - 1, style, text]),
  ];
}

function corners(text: string): number[] {
  const range = readRange(text);
  if (!range) throw new Error(`${text} is no block of cells`);
  const { first, last } = range;
  return [first.row - 1, first.column - 1, last.row - 1, last.column - 1];
}

function writeLine(fields: readonly Field[]): string {
  const texts = fields.map((field) => String(field).replaceAll('\n', '\\n'));
  if (texts.some((text) => /[\t\r]|\\(?!n)/.test(text))) throw new Error(`no text of a drawing: ${texts.join(' ')}`);
  return `${texts.join('\t')}\n`;
}
