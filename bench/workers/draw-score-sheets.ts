/**
 * `draw-score-sheets TEMPLATES LIST OUT`: draws every sheet with exceljs, by the code that draws the product's blank. That code packs with
 * node:zlib, which takes no longer than the packing of exceljs itself.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asScored } from '../../rules/parts.ts';
import { findScheme } from '../../test/support/templates.ts';
import { drawScoreSheet } from '../../workbook/score-sheet/build-score-sheet.ts';
import { layOutScoreSheet, STAMPED } from '../../workbook/score-sheet/score-sheet-layout.ts';
import type { SheetList } from '../sheet-list.ts';

const [, , templatesFolder = '', listPath = '', out = ''] = process.argv;

const { sheets } = JSON.parse(await readFile(listPath, 'utf8')) as SheetList;
const layout = layOutScoreSheet(asScored(await findScheme('shanghai-security-2024', templatesFolder)));
for (const { unitNumber, unitName, path: name } of sheets) {
  const values = new Map<string, string>([
    [STAMPED.unitName, unitName],
    [STAMPED.unitNumber, unitNumber],
  ]);
  const cells = layout.cells.map((cell) =>
    cell.content.kind === 'stamped'
      ? { ...cell, content: { kind: 'fixed', value: values.get(cell.content.placeholder) ?? '' } as const }
      : cell,
  );
  const file = path.join(out, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await drawScoreSheet({ ...layout, cells }));
}
