/** The grids on which LibreOffice measures a page. Ours are the same, so that pages and lines are. All sizes are in points. */

/** Rows and columns are whole twips where pages are planned. */
const TWIP = 1 / 20;
/** They are drawn in whole hundredths of a millimetre, before all is made smaller. */
const HUNDREDTH = 72 / 2540;
/** Letters are as wide as on a printer of 720 dots an inch. */
const DOT = 72 / 720;
/** What binary arithmetic adds or takes away. */
const ROUNDING = 1e-6;

export function wholeTwips(points: number): number {
  return Math.round(points / TWIP) * TWIP;
}

/** A hundredth that is not whole is not drawn. */
export function wholeHundredths(points: number): number {
  return Math.floor(points / HUNDREDTH + ROUNDING) * HUNDREDTH;
}

export function wholeDots(points: number): number {
  return Math.round(points / DOT) * DOT;
}
