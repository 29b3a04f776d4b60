/** `node exceljs-draw.js DRAWING OUT`: draws the sheets of a drawing (see ../drawing.ts) into one workbook with exceljs. */
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';

const [, , drawingPath, out] = process.argv;
const { styles, layouts, pages } = JSON.parse(await readFile(drawingPath, 'utf8'));
const looks = styles.map(toLook);

const workbook = new ExcelJS.Workbook();
for (const { name, layout, changes } of pages) {
  const { widths, heights, merges, cells, printArea, margins } = layouts[layout];
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
      margins,
      printArea,
    },
    views: [{ showGridLines: false }],
  });
  sheet.columns = widths.map((width) => ({ width }));
  for (const [row, height] of heights) sheet.getRow(row).height = height;
  const changed = new Map(changes.map(([index, style, text]) => [index, [style, text]]));
  cells.forEach(([row, column, ...common], index) => {
    const [style, text] = changed.get(index) ?? common;
    const cell = sheet.getCell(row, column);
    cell.style = looks[style];
    if (text !== '') cell.value = text;
  });
  for (const range of merges) sheet.mergeCellsWithoutStyle(range);
}
await workbook.xlsx.writeFile(out);

function toLook({ font, horizontal, vertical, wrap, numberFormat, borders }) {
  return {
    font: {
      name: font.name,
      size: font.size,
      bold: font.bold,
      family: font.family ?? undefined,
      charset: font.charset ?? undefined,
    },
    alignment: {
      horizontal: horizontal ?? undefined,
      vertical: vertical === 'center' ? 'middle' : (vertical ?? undefined),
      wrapText: wrap,
    },
    numFmt: numberFormat,
    border: Object.fromEntries(Object.entries(borders).map(([edge, style]) => [edge, { style }])),
  };
}
