/** Rows of a returned sheet are found again by their texts: every scheme's sheet has to give each row that people fill in a text of its own. */
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../ooxml/read/cell-address.ts';
import type { Cell, SheetContent, SheetRow } from '../../../ooxml/read/sheet-content.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import type { ScoredScheme } from '../../../rules/scheme.ts';
import { asScored } from '../../../rules/parts.ts';
import { RowAligner } from '../../../workbook/score-sheet/align-rows.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { listInputCells } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { openScoreSheets } from '../../../workbook/score-sheet/stamp-score-sheets.ts';
import { fillSheet, fullFilling } from '../../support/filled-sheets.ts';
import { SIXTH } from '../../support/scheme-sample.ts';
import { makeUnit } from '../../support/tally-files.ts';
import { findScheme, listSchemeIds, TEMPLATES_FOLDER } from '../../support/templates.ts';

const found = await Promise.all([
  ...(await listSchemeIds()).map((id) => findScheme(id, TEMPLATES_FOLDER)),
  findScheme(SIXTH.id, SIXTH.folder),
]);
const schemes = found.flatMap((scheme) => (scheme.scoreSheet === null ? [] : [asScored(scheme)]));

/** A filled sheet, its inputs all different from the rows beside. */
async function fill(scheme: ScoredScheme): Promise<SheetContent> {
  const layout = layOutScoreSheet(scheme);
  const blank = (await openScoreSheets(scheme))(makeUnit('0012'));
  return openWorkbook(fillSheet(blank, scheme, fullFilling(scheme)), '甲.xlsx').readSheet(layout.sheetName);
}

/** The sheet with a row put in above `at`: blank, or with something in it. */
function insertRow(content: SheetContent, at: number, cells: readonly Cell[]): SheetContent {
  const moved = content.rows.map((row): SheetRow => (row.number < at ? row : { ...row, number: row.number + 1 }));
  const rows = [...moved, { number: at, cells }].sort((one, other) => one.number - other.number);
  const lower = (row: number) => (row < at ? row : row + 1);
  const merges = content.merges.map(({ first, last }) => ({
    first: { ...first, row: lower(first.row) },
    last: { ...last, row: lower(last.row) },
  }));
  return { ...content, rows, merges };
}

it('there are schemes with a score sheet to hold', () => {
  expect(schemes.map(({ id }) => id)).toEqual(expect.arrayContaining(['shanghai-security-2024', SIXTH.id]));
});

describe.each(schemes.map((scheme) => ({ id: scheme.id, scheme })))('$id', ({ scheme }) => {
  const layout = layOutScoreSheet(scheme);
  const aligner = new RowAligner(layout);
  const inputRows = new Set(listInputCells(layout).map((address) => readAddress(address)?.row ?? NaN));

  it('gives every row that people fill in a text by which it is known', () => {
    const fixedRows = new Set(
      layout.cells.flatMap(({ address, content }) =>
        content.kind === 'fixed' && typeof content.value === 'string' && content.value.trim() !== ''
          ? [readAddress(address)?.row ?? NaN]
          : [],
      ),
    );
    expect([...inputRows].filter((row) => !fixedRows.has(row))).toEqual([]);
    expect(inputRows.size).toBeGreaterThan(0);
  });

  it('is read the same wherever one row was put in, blank or written in', async () => {
    const content = await fill(scheme);
    const plain = aligner.align(content);
    expect(plain.inserted).toEqual([]);
    const last = Math.max(...inputRows);
    const note: Cell = { kind: 'text', text: '备注：略', column: 1, style: 0, formula: false };
    for (let at = 2; at <= last + 1; at += 1) {
      for (const cells of [[], [note]]) {
        const aligned = aligner.align(insertRow(content, at, cells));
        const inputs = listInputCells(layout).map((address) => [address, show(aligned.grid.get(address))]);
        expect({ at, inputs }).toEqual({
          at,
          inputs: listInputCells(layout).map((address) => [address, show(plain.grid.get(address))]),
        });
      }
    }
  });
});

function show(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? String(cell.value) : '';
}
