/** Reads a returned score sheet: every value that people filled in, or every reason why the file has to go back. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { ReadOutcome } from '../../rules/tally/returned-file.ts';
import { adviseOnControls, adviseOnSheet } from './advise-on-sheet.ts';
import { checkLockedCells, coverCells, findExtraContent } from './check-locked-cells.ts';
import { findScoreSheet, type ScoreSheetWorkbook } from './find-score-sheet.ts';
import { IntakeError } from '../../ooxml/errors.ts';
import { openOneOfMany } from '../../ooxml/read/open-workbook.ts';
import { PartMemory } from '../../ooxml/read/part-memory.ts';
import { readScores, readVetoes, refuseMergedInputs } from './read-score-inputs.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { SCORE_SHEET_LIMITS } from './score-sheet-limits.ts';
import { SheetRemarks } from './sheet-remarks.ts';
import { tellUserFault } from '../user-fault.ts';

/** Reads one opened workbook. Whether the unit is known, and by this name, only the master roster tells. */
type ReadScoreSheet = (workbook: ScoreSheetWorkbook) => ReadOutcome;

/**
 * A reader for the sheets of one scheme.
 * @param blank the layout's fingerprint
 */
export function openScoreSheetReader(layout: ScoreSheetLayout, blank: string): ReadScoreSheet {
  const isCovered = coverCells(layout);
  return (workbook) => {
    const remarks = new SheetRemarks();
    const found = findScoreSheet(workbook, layout, blank, remarks);
    if (!found) return { kind: 'rejected', faults: remarks.faults, unitNumber: null };
    const { grid, unitNumber, isOtherBlank } = found;
    checkLockedCells(grid, layout, remarks);
    // What is read out of place would only be wrong in turn.
    if (remarks.faults.some(({ code }) => code === 'layout-changed')) {
      return { kind: 'rejected', faults: remarks.faults, unitNumber };
    }
    refuseMergedInputs(grid, layout, remarks);
    const inputs = {
      scores: {
        self: readScores(grid, layout, 'self', remarks),
        association: readScores(grid, layout, 'association', remarks),
      },
      vetoes: {
        self: readVetoes(grid, layout, 'self', remarks),
        association: readVetoes(grid, layout, 'association', remarks),
      },
    };
    if (remarks.faults.length > 0) return { kind: 'rejected', faults: remarks.faults, unitNumber };
    if (isOtherBlank) {
      remarks.warn('other-blank', [], () => '评分表由另一版空白表发出，锁定内容逐格核对一致，已计入，请核对。');
    }
    adviseOnSheet(workbook, grid, layout, inputs, remarks);
    findExtraContent(grid, isCovered, remarks);
    const unitName = makePresentable(grid.textAt(layout.unitNameCell));
    adviseOnControls(grid, remarks);
    return {
      kind: 'read',
      sheet: {
        sheetName: makePresentable(grid.sheet.name),
        unitNumber: makePresentable(unitNumber),
        unitName,
        ...inputs,
        application: makePresentable(workbook.creatingApplication),
      },
      warnings: remarks.warnings,
    };
  };
}

const LONGEST = 120;

/** What a file says of itself goes into lists that people pass on: no ID number, no page of text. */
function makePresentable(text: string): string {
  return hideIdNumbers(text.slice(0, LONGEST));
}

/** Reads the bytes of a returned file, and when it was saved; what the guard turns away is rejected with its code. */
export type ReadReturnedFile = (
  bytes: Uint8Array,
  fileName: string,
) => { readonly outcome: ReadOutcome; readonly savedAt: string | null };

/** A reader for thousands of files. */
export function openFileReader(read: ReadScoreSheet): ReadReturnedFile {
  const memory = new PartMemory(SCORE_SHEET_LIMITS);
  return (bytes, fileName) => {
    try {
      const workbook = openOneOfMany(bytes, fileName, memory);
      return { outcome: read(workbook), savedAt: workbook.readSavedTime() };
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      const faults = [{ code: error.code, cell: null, message: tellUserFault(error) ?? '' }];
      return { outcome: { kind: 'rejected', faults, unitNumber: null }, savedAt: null };
    }
  };
}
