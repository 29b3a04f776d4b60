/** What a written sheet is besides its rows. */

/** Of rows or columns, from 1, both included. */
interface Span {
  readonly first: number;
  readonly last: number;
}

export interface PrintOptions {
  /** A4 where it is 9. */
  readonly paperSize: number;
  readonly orientation: 'portrait' | 'landscape';
  /** In inches. */
  readonly margins: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>>;
  /** One page wide, and so many long; 0 is as many as it takes. */
  readonly pagesHigh: number;
  /** Rows that every page repeats. */
  readonly titleRows?: Span | undefined;
  /** What alone is printed, `$C$1:$M$80`; the whole sheet where it is not told. */
  readonly area?: string | undefined;
  /** In the codes of spreadsheet programs: `&C第 &P 页`. */
  readonly footer?: string | undefined;
}

/** A list to choose from, or a limit; the same for a whole column of cells. */
export interface Validation {
  /** `B2:B500` */
  readonly range: string;
  readonly type: 'list' | 'whole' | 'decimal' | 'textLength';
  readonly operator?: 'equal' | 'greaterThanOrEqual' | undefined;
  readonly formula: string;
  /** What is said when something else is typed; anything may be typed where both are left out. */
  readonly errorTitle?: string | undefined;
  readonly error?: string | undefined;
}

/** Bars from 0 to a number behind the numbers of a range. */
export interface DataBar {
  readonly range: string;
  readonly most: number;
  /** Alpha, red, green and blue. */
  readonly colour: string;
}

export interface SheetOptions {
  /** Of the columns, in characters, as spreadsheet programs count. */
  widths: readonly number[];
  /** The styles of whole columns, for cells that people add. */
  columnStyles: readonly number[];
  /** From 1. */
  hiddenColumns: ReadonlySet<number>;
  hidden: boolean;
  gridLines: boolean;
  /** How many rows and columns stay in sight. */
  frozen: { readonly rows: number; readonly columns: number };
  /** The headings and what stands below them: `A3:F9`. */
  filter: string;
  print: PrintOptions | undefined;
  /** As `footer`, at the head of each page. */
  header: string;
  validations: readonly Validation[];
  dataBars: readonly DataBar[];
  /** Without a password: it guards against slips. Widths, heights and filters may be changed all the same. */
  protected: boolean;
}

export const PLAIN_OPTIONS: SheetOptions = {
  widths: [],
  columnStyles: [],
  hiddenColumns: new Set(),
  hidden: false,
  gridLines: true,
  frozen: { rows: 0, columns: 0 },
  filter: '',
  print: undefined,
  header: '',
  validations: [],
  dataBars: [],
  protected: false,
};
