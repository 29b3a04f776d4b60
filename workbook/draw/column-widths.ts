/** Widths of columns from the texts in them. All in points. */

/** The narrowest and the widest that a column may be. */
export interface WidthRange {
  readonly min: number;
  readonly max: number;
}

/** What programs leave free at both sides of a text together, and the border. */
const PADDING = 8;
/** Programs round the advance of each character differently on screen and on paper. */
const SLACK = 1.03;

/** Width of a text on one line: East-Asian characters are square, others about half as wide. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) >= 0x2b0 ? 1 : 0.56;
  return ems * fontSize;
}

/**
 * As wide as the longest text of each column, inside its range; what is then left of the page goes to the columns whose range is open, in
 * proportion. Where even that is too wide for the page, the printer scales.
 * @param rows the texts of each row, one for each column; not gone through further than needed
 */
export function fitWidths(
  ranges: readonly WidthRange[],
  rows: Iterable<readonly string[]>,
  fontSize: number,
  pageWidth: number,
): number[] {
  const widths = ranges.map(({ min }) => min);
  for (const row of rows) {
    const growing = ranges.map(({ max }, column) => (widths[column] ?? 0) < max);
    if (!growing.includes(true)) break;
    ranges.forEach(({ max }, column) => {
      if (!growing[column]) return;
      const needed = textWidth(row[column] ?? '', fontSize) * SLACK + PADDING;
      widths[column] = Math.min(Math.max(needed, widths[column] ?? 0), max);
    });
  }
  const isOpen = ({ min, max }: WidthRange) => max > min;
  const spare = pageWidth - sum(widths);
  const open = sum(widths.filter((_, column) => isOpen(ranges[column] ?? { min: 0, max: 0 })));
  if (spare <= 0 || open === 0) return widths;
  return widths.map((width, column) => {
    const range = ranges[column];
    return range && isOpen(range) ? width * (1 + spare / open) : width;
  });
}

/** Points as the characters in which workbooks count column widths: 7 pixels each at 96 dpi, and 5 pixels for the edges. */
export function toColumnWidth(points: number): number {
  return Math.round((((points * 96) / 72 - 5) / 7) * 100) / 100;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
