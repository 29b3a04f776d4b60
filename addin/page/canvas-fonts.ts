/** The fonts of this browser, measured as it will draw with them. */
import { fontFamily } from '../../ooxml/print/draw-page.ts';
import { ESTIMATED_FONTS, type FontMetrics, type Fonts } from '../../ooxml/print/fonts.ts';

/** Sizes are taken at so many pixels, so that rounding does not matter. */
const EM = 1_000;
/** 仿宋 itself claims lines without any room between them. */
const LEAST_HEIGHT = 1.2;
const HAN = '国';
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** In a browser that draws on no canvas in a worker, widths are estimated as for stamping. */
export function browserFonts(): Fonts {
  if (typeof OffscreenCanvas === 'undefined') return ESTIMATED_FONTS;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return ESTIMATED_FONTS;
  const known = new Map<string, FontMetrics>();
  return ({ name, bold }) => {
    const font = `${bold ? 'bold ' : ''}${EM}px ${fontFamily(name)}`;
    const metrics = known.get(font) ?? measureFont(context, font);
    known.set(font, metrics);
    return metrics;
  };
}

function measureFont(context: OffscreenCanvasRenderingContext2D, font: string): FontMetrics {
  context.font = font;
  const { width, fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(HAN);
  const lead = Math.max(0, LEAST_HEIGHT - (above + below) / EM) / 2;
  const widths = new Map<string, number>();
  const measure = (char: string): number => {
    context.font = font;
    return context.measureText(char).width / EM;
  };
  return {
    ascent: above / EM + lead,
    descent: below / EM + lead,
    widthOf: (char) => {
      const code = char.codePointAt(0) ?? 0;
      // All of them are squares of one size.
      if (code >= FIRST_HAN && code <= LAST_HAN) return width / EM;
      const wide = widths.get(char) ?? measure(char);
      widths.set(char, wide);
      return wide;
    },
  };
}
