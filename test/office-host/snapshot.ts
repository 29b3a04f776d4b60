import type { Wire } from './wire.ts';

/**
 * A whole workbook as plain JSON: what `loadWorkbook` reads from an .xlsx file, what a host starts from,
 * what crosses into Chromium, and what `host.dump()` gives back for assertions.
 */

export interface CellError {
  /** `#N/A`, `#DIV/0!` and so on. */
  error: string;
}

export type CellValue = string | number | boolean | CellError;

/** Only what differs from an untouched cell is present. */
export interface CellSnapshot {
  /** Absent for an empty cell. In a dump of a formula cell: the result as the host calculates it. */
  value?: CellValue;
  /** With its `=`. */
  formula?: string;
  numberFormat?: string;
  /** `#RRGGBB`; absent means no fill, which is not the same as white. */
  fill?: string;
  /** `#RRGGBB`; absent means automatic (black). */
  fontColor?: string;
  bold?: true;
  /** Present only for an unlocked cell. */
  locked?: false;
  /** A note of the old kind, from the file; the npm client of Office.js has no API for it. */
  note?: string;
  /** The text of a threaded comment. */
  comment?: string;
}

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface ProtectionSnapshot {
  options: { [option: string]: boolean };
  /** The password; null when a file has one that nobody knows, so that nothing lifts the protection. */
  password?: string | null;
}

export interface SheetSnapshot {
  name: string;
  visibility?: SheetVisibility;
  /** Absent for an unprotected sheet. */
  protection?: ProtectionSnapshot;
  cells: { [address: string]: CellSnapshot };
  /** `B2:B4` */
  merges?: string[];
  /** Custom conditional formats, in the order of their making. */
  conditionalFormats?: { address: string; formula: string; fill?: string; fontColor?: string }[];
}

export type PropertyValue = string | number | boolean;

export interface WorkbookSnapshot {
  sheets: SheetSnapshot[];
  /** `refersTo` as in Excel's name manager, with its `=`. */
  names?: { name: string; refersTo: string }[];
  customProperties?: { [key: string]: PropertyValue };
  settings?: { [key: string]: Wire };
  activeSheet?: string;
  /** Address on the active sheet. */
  selection?: string;
}
