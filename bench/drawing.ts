/** Sheets as data, for the peers to draw: what stands where and how it looks, in the words of the file format. */

export interface Drawing {
  readonly styles: readonly DrawnStyle[];
  readonly layouts: readonly Layout[];
  readonly pages: readonly DrawnPage[];
}

type Edge = 'left' | 'right' | 'top' | 'bottom';

export interface DrawnStyle {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly family: number | null;
    readonly charset: number | null;
  };
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
  readonly numberFormat: string;
  readonly borders: Readonly<Partial<Record<Edge, string>>>;
}

/** What pages made from one sheet of the template have in common. */
export interface Layout {
  /** In characters, as in the file, from column A. */
  readonly widths: readonly number[];
  /** Row number and height in points. */
  readonly heights: readonly (readonly [row: number, height: number])[];
  readonly merges: readonly string[];
  readonly cells: readonly DrawnCell[];
  readonly printArea: string;
  /** In inches. */
  readonly margins: Readonly<Record<Edge | 'header' | 'footer', number>>;
}

/** Row and column from 1, index of the style, text; blank cells have the text ''. */
export type DrawnCell = readonly [row: number, column: number, style: number, text: string];

export interface DrawnPage {
  readonly name: string;
  /** Index of the layout. */
  readonly layout: number;
  /** Cells that differ from the layout's: index among its cells, style, text. */
  readonly changes: readonly (readonly [cell: number, style: number, text: string])[];
}
