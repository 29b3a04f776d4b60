import { GRID, type IntakeLimits } from '../../ooxml/read/intake-limits.ts';

const MB = 1024 * 1024;

/** For a returned score sheet: some 45 rows of 8 columns, about 15 KB, with room for what other programs add. */
export const SCORE_SHEET_LIMITS: IntakeLimits = {
  // A scanned stamp or a photograph may have been pasted in.
  fileBytes: 20 * MB,
  unpackedBytes: 50 * MB,
  // A sheet of 100,000 blank, formatted cells is about 4 MB.
  entryBytes: 20 * MB,
  entries: 500,
  ratio: 200,
  sheets: 50,
  // People format whole columns; blank rows and cells cost time, and nothing else.
  rows: GRID.rows,
  cells: 1_500_000,
  sharedStrings: 20_000,
  definedNames: 2_000,
  merges: 5_000,
  styles: 20_000,
  properties: 200,
  links: false,
};

/** For a zip of returned files, all that is packed inside others included. */
export const ARCHIVE_LIMITS = {
  // A city's 5,210 sheets are 85 MB, and scans stand beside some of them.
  fileBytes: 200 * MB,
  unpackedBytes: 400 * MB,
  // Each file in it may be as large as one beside it.
  entryBytes: SCORE_SHEET_LIMITS.fileBytes,
  // Of a city, with the folders that they stand in, two times over.
  entries: 12_000,
  ratio: 200,
} as const;
