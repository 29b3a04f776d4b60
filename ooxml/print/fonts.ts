/** What must be known of a font to set text in it. */
import { LINE_HEIGHT } from '../stamp/fit-text.ts';
import { estimateWidth } from '../text/text-pieces.ts';
import type { PrintFont } from './print-style.ts';

/** Above and below the line on which letters stand. */
export interface FontHeight {
  readonly ascent: number;
  readonly descent: number;
}

/** In ems. */
export interface FontMetrics extends FontHeight {
  readonly widthOf: (char: string) => number;
  /** Where it has no Chinese characters: of the font that stands in for it. */
  readonly han?: FontHeight;
}

/** Whoever draws the pages knows the fonts that they are drawn in; the same name is another font on another machine. */
export type Fonts = (font: Pick<PrintFont, 'name' | 'bold'>) => FontMetrics;

const ASCENT_SHARE = 0.8;
const ESTIMATED: FontMetrics = {
  widthOf: estimateWidth,
  ascent: LINE_HEIGHT * ASCENT_SHARE,
  descent: LINE_HEIGHT * (1 - ASCENT_SHARE),
};

/** Where there is no font to ask: the same estimate by which texts are fitted into their cells. */
export const ESTIMATED_FONTS: Fonts = () => ESTIMATED;

const HAN = /[\u2e80-\uffff]/;

/** Of a text in that font. */
export function heightIn(metrics: FontMetrics, text: string): FontHeight {
  return metrics.han && HAN.test(text) ? metrics.han : metrics;
}
