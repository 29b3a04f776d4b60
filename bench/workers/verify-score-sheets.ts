/** `verify-score-sheets TEMPLATES LIST OURS THEIRS`: fails unless the first, middle and last sheet have the same contents and merges. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { SCORE_SHEET_NAME } from '../../workbook/score-sheet/score-sheet-layout.ts';
import type { Cell } from '../../ooxml/read/sheet-content.ts';
import type { SheetList } from '../sheet-list.ts';

const [, , , listPath = '', ours = '', theirs = ''] = process.argv;

const { sheets } = JSON.parse(await readFile(listPath, 'utf8')) as SheetList;
for (const sheet of [sheets[0], sheets[Math.floor(sheets.length / 2)], sheets.at(-1)]) {
  assert.ok(sheet);
  const wanted = await spellOut(path.join(ours, sheet.path));
  assert.ok(wanted.cells.some(([, , value]) => value === sheet.unitName));
  assert.deepEqual(await spellOut(path.join(theirs, sheet.path)), wanted, sheet.path);
}

async function spellOut(file: string) {
  const { rows, merges } = openWorkbook(await readFile(file), file).readSheet(SCORE_SHEET_NAME);
  return {
    cells: rows.flatMap(({ number, cells }) => cells.map((cell) => [number, cell.column, contentOf(cell)] as const)),
    merges: merges.map((range) => JSON.stringify(range)).sort(),
  };
}

/** A peer need not have computed what its formulas give. */
function contentOf(cell: Cell) {
  if (cell.formula) return 'formula';
  return cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.value : cell.kind;
}
