/**
 * `verify-drawing TEMPLATES DRAWING OUT [no-charset]`: fails unless the workbook has every sheet, cell, look, merge, width and height of the drawing;
 * some libraries write no charset of a font.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { cellsOf, describeWorkbook } from '../describe-drawing.ts';
import type { Drawing, DrawnPage, DrawnStyle } from '../drawing.ts';

const [, , , drawingPath = '', out = '', leftOut = ''] = process.argv;

const wanted = JSON.parse(await readFile(drawingPath, 'utf8')) as Drawing;
const drawn = await describeWorkbook(out);
assert.deepEqual(
  drawn.pages.map(({ name }) => name),
  wanted.pages.map(({ name }) => name),
);
wanted.pages.forEach((page, index) => {
  const other = drawn.pages[index];
  assert.ok(other);
  assert.deepEqual(spellOut(drawn, other), spellOut(wanted, page), page.name);
});

function spellOut(drawing: Drawing, page: DrawnPage) {
  const layout = drawing.layouts[page.layout];
  assert.ok(layout);
  return {
    cells: cellsOf(drawing, page).map(([row, column, style, text]) => [
      row,
      column,
      lookOf(drawing.styles[style]),
      text,
    ]),
    merges: layout.merges,
    heights: layout.heights,
    // Some libraries round widths to the pixel.
    widths: layout.widths.map((width) => Math.round(width)),
    printArea: layout.printArea,
    margins: layout.margins,
  };
}

function lookOf(style: DrawnStyle | undefined) {
  return style && leftOut === 'no-charset' ? { ...style, font: { ...style.font, charset: null } } : style;
}
