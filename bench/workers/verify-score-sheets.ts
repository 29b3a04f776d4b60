/** `verify-score-sheets TEMPLATES LIST OURS THEIRS`: fails unless the first, middle and last sheet have the same cells, merges and validations. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { SheetList } from '../sheet-list.ts';

const [, , , listPath = '', ours = '', theirs = ''] = process.argv;

const { sheets } = JSON.parse(await readFile(listPath, 'utf8')) as SheetList;
const chosen = [sheets[0], sheets[Math.floor(sheets.length / 2)], sheets.at(-1)];
for (const sheet of chosen) {
  assert.ok(sheet);
  const wanted = await spellOut(path.join(ours, sheet.path));
  assert.ok(wanted.cells.some(([, value]) => value === sheet.unitName));
  assert.deepEqual(await spellOut(path.join(theirs, sheet.path)), wanted, sheet.path);
}

async function spellOut(file: string) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const [sheet] = workbook.worksheets;
  assert.ok(sheet);
  const cells: [string, unknown][] = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const { formula } = cell;
      // A peer need not have computed what its formulas give.
      cells.push([cell.address, formula === undefined ? cell.value : formula]);
    });
  });
  return {
    name: sheet.name,
    cells,
    merges: [...sheet.model.merges].sort(),
    validations: sheet.model.dataValidations,
    heights: cells.map(([address]) => sheet.getCell(address).row).map((row) => sheet.getRow(Number(row)).height),
  };
}
