const MB = 1024 * 1024;

/** What a file may hold before it is turned away. Every limit stands here, each with its reason. */
export interface IntakeLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes of all entries unpacked, as the file claims them; no entry may give more than it claims. */
  readonly unpackedBytes: number;
  /** Bytes of one entry unpacked. */
  readonly entryBytes: number;
  /** Entries in the zip. */
  readonly entries: number;
  /** Unpacked over packed bytes of an entry of more than 1 MB. */
  readonly ratio: number;
  /** Sheets of a workbook. */
  readonly sheets: number;
  /** Rows written in a sheet, blank ones included. */
  readonly rows: number;
  /** Cells written in a sheet, blank ones included. */
  readonly cells: number;
  readonly sharedStrings: number;
  readonly definedNames: number;
  /** Merged ranges of a sheet. */
  readonly merges: number;
  /** Cell formats of the workbook. */
  readonly styles: number;
  /** Custom properties of the workbook. */
  readonly properties: number;
  /** Whether other files may be named in it. Nothing is ever followed; what a cell shows of another file is what was stored. */
  readonly links: boolean;
}

/** For workbooks that people keep for themselves, lists of 100,000 rows among them. Whoever expects less gives limits of his own. */
export const INTAKE_LIMITS: IntakeLimits = {
  // A list of 100,000 rows packs to about 10 MB; pictures pasted into it may add some.
  fileBytes: 100 * MB,
  // 100,000 rows of 16 cells are under 100 MB of XML.
  unpackedBytes: 600 * MB,
  // A JavaScript string holds 512 Mi characters, and a part is read as one string.
  entryBytes: 300 * MB,
  // A workbook of 600 printed pages has about 2,500 parts.
  entries: 10_000,
  // Real sheets pack up to about 50 to 1; deflate itself ends at 1032 to 1.
  ratio: 200,
  // One sheet a printed page and 600 of them, with room.
  sheets: 2_000,
  // The grid of Excel.
  rows: 1_048_576,
  // 100,000 rows of 16 cells, three times over.
  cells: 5_000_000,
  // As the cells: in the worst case each has its own text.
  sharedStrings: 5_000_000,
  // Workbooks copied over many years gather thousands of dead names.
  definedNames: 50_000,
  merges: 100_000,
  // The grid of Excel: no workbook may have more cell formats.
  styles: 65_490,
  properties: 1_000,
  // Staff look things up in other workbooks of their own; who sends a file to others has no reason to.
  links: true,
};

/** The grid of Excel and of every program that writes .xlsx: rows 1 to 1048576, columns A to XFD. */
export const GRID = { rows: 1_048_576, columns: 16_384 } as const;
