import type { IntakeLimits } from '../../ooxml/read/intake-limits.ts';

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
  rows: 20_000,
  cells: 200_000,
  sharedStrings: 20_000,
  definedNames: 2_000,
  merges: 5_000,
  styles: 20_000,
  properties: 200,
};
