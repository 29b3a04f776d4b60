/** Reads a returned score sheet: every value that people filled in, or every reason why the file has to go back. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { ReadOutcome } from '../../rules/tally/returned-file.ts';
import { adviseOnControls, adviseOnInserted, adviseOnSheet, type Inputs } from './advise-on-sheet.ts';
import { checkLockedCells, coverCells, findExtraContent } from './check-locked-cells.ts';
import {
  findChangedColumns,
  findCreditCode,
  identifySheet,
  judgeBlank,
  listScoreSheets,
  type ScoreSheetPlace,
  type ScoreSheetWorkbook,
} from './find-score-sheet.ts';
import { cellAddress } from '../../ooxml/read/cell-address.ts';
import { SheetGrid } from '../../ooxml/read/sheet-grid.ts';
import { readIdentity } from './read-identity.ts';
import { findMergedInputs, readScores, readVetoes } from './read-score-inputs.ts';
import { askWhoMends } from './scorer-cells.ts';
import { listInputCells } from './score-sheet-places.ts';
import type { ScoreSheetLayout } from './score-sheet-layout.ts';
import { SheetRemarks } from './sheet-remarks.ts';

/** One score sheet of a workbook. */
interface SheetReading {
  /** The sheet's name where a workbook holds several; else empty. */
  readonly sheet: string;
  readonly outcome: ReadOutcome;
}

/** Reads one opened workbook. Whether a unit is known, and by this name, only the master roster tells. */
export type ReadScoreSheets = (workbook: ScoreSheetWorkbook) => SheetReading[];

/**
 * A reader for the sheets of one scheme.
 * @param blank the present blank's fingerprint
 */
export function openScoreSheetReader(layout: ScoreSheetLayout, blank: string): ReadScoreSheets {
  const isCovered = coverCells(layout);
  return (workbook) => {
    const remarks = new SheetRemarks();
    const places = listScoreSheets(workbook, layout, remarks);
    if (places.length === 0) {
      return [{ sheet: '', outcome: { kind: 'rejected', faults: remarks.faults, unitNumber: null } }];
    }
    return places.map((place) => ({
      sheet: place.isOneOfSeveral ? makePresentable(place.grid.sheet.name) : '',
      outcome: readPlace(workbook, place),
    }));
  };

  function readPlace(workbook: ScoreSheetWorkbook, place: ScoreSheetPlace): ReadOutcome {
    const remarks = new SheetRemarks();
    const inPlace = findChangedColumns(place, remarks);
    if (inPlace) return rejectByColumns(workbook, { ...place, grid: inPlace }, remarks);
    const identity = readIdentity(place.grid, layout);
    const unitName = makePresentable(identity.unitName.text);
    const unitNumber = identifySheet(workbook, { layout, identity }, place, remarks);
    const code = findCreditCode(workbook, place, remarks);
    if (unitNumber === null) return { kind: 'rejected', faults: remarks.faults, unitNumber, unitName, ...code };
    const { grid, form } = place;
    const reject = (): ReadOutcome => ({ kind: 'rejected', faults: remarks.faults, unitNumber, unitName, ...code });
    const { address, unreadable } = identity.unitName;
    if (unreadable !== null) {
      remarks.fault(
        'unit-name-changed',
        address,
        `${address} 单元格的${unreadable}不是单位名称，请填写单位名称后重新报送。`,
      );
    }
    judgeBlank(workbook, { layout, present: blank }, place, remarks);
    checkLockedCells(grid, form.layout, remarks, () => form.aligner.describeShift(grid.sheet));
    // What is read out of place would only be wrong in turn.
    if (remarks.faults.length > 0) return reject();
    const inputs = readInputs(grid, layout, remarks);
    if (remarks.faults.length > 0) return reject();
    adviseOnInserted(place, remarks);
    adviseOnSheet(workbook, place, { layout, inputs }, remarks);
    findExtraContent(grid, isCovered, remarks);
    adviseOnControls(grid, remarks);
    return {
      kind: 'read',
      sheet: {
        sheetName: makePresentable(grid.sheet.name),
        unitNumber: makePresentable(unitNumber),
        unitName,
        ...code,
        ...inputs,
        application: makePresentable(workbook.creatingApplication),
      },
      warnings: remarks.warnings,
    };
  }

  /** Whose the sheet is can be told all the same; what stands against that is for when it comes back. */
  function rejectByColumns(
    workbook: ScoreSheetWorkbook,
    place: ScoreSheetPlace,
    { faults }: SheetRemarks,
  ): ReadOutcome {
    const identity = readIdentity(place.grid, layout);
    const unitNumber = identifySheet(workbook, { layout, identity }, place, new SheetRemarks());
    return { kind: 'rejected', faults, unitNumber, unitName: makePresentable(identity.unitName.text) };
  }
}

/** The cells that people fill in. One that cannot be read is not known, and leaves the others standing; where none can be read, nothing counts. */
function readInputs(grid: SheetGrid, layout: ScoreSheetLayout, remarks: SheetRemarks): Inputs {
  const cells = new SheetRemarks();
  const merged = findMergedInputs(grid, layout, cells);
  const read = merged.size > 0 ? without(grid, merged) : grid;
  const scores = {
    self: readScores(read, layout, 'self', cells),
    association: readScores(read, layout, 'association', cells),
  };
  const vetoes = {
    self: readVetoes(read, layout, 'self', cells),
    association: readVetoes(read, layout, 'association', cells),
  };
  const faulty = new Set([...merged, ...cells.faults.map(({ cell }) => cell)]);
  const unread = listInputCells(layout).flatMap((address, at) => (faulty.has(address) ? [at] : []));
  remarks.takeWarnings(cells);
  const known = [...scores.self, ...scores.association].filter((score) => score !== null);
  // A sheet of which not one score can be read says nothing.
  const faults = askWhoMends(layout, cells.faults);
  if (known.length === 0) remarks.faults.push(...faults);
  else remarks.askAboutFaults(faults);
  return { scores, vetoes, unread };
}

/** The sheet as if these cells were blank. */
function without(grid: SheetGrid, addresses: ReadonlySet<string>): SheetGrid {
  const rows = grid.sheet.rows.map(({ number, cells }) => ({
    number,
    cells: cells.filter(({ column }) => !addresses.has(cellAddress({ row: number, column }))),
  }));
  return new SheetGrid({ ...grid.sheet, rows });
}

const LONGEST = 120;

/** What a file says of itself goes into lists that people pass on: no ID number, no page of text. */
function makePresentable(text: string): string {
  return hideIdNumbers(text.slice(0, LONGEST));
}
