/** Where the lines of a text stand in its box. */
import { breakIntoLines, heightOfLines, type TextLine, type Typesetting } from './break-lines.ts';
import { wholeHundredths } from './measures.ts';
import type { Frame, PrintLine } from './print-page.ts';
import type { PrintCell, PrintRun } from './print-sheet.ts';

/** What programs leave free on each side of a cell, in points. */
export const PADDING = wholeHundredths(1);

interface LaidText {
  readonly lines: readonly PrintLine[];
  /** In points, without padding. */
  readonly width: number;
  readonly height: number;
}

interface TextPlace {
  readonly frame: Frame;
  /** Of one step of indentation, in points. */
  readonly step: number;
  /** By which all is made smaller; the frame is so already. */
  readonly scale: number;
}

/** The lines of a cell's text, without its place; as `breakIntoLines`. @param room its width before it is made smaller */
export function linesOf({ runs, style }: PrintCell, room: number, step: number, typesetting: Typesetting): TextLine[] {
  if (style.turn === 'stacked') return breakIntoLines(stack(runs), null, typesetting);
  const width = room - 2 * PADDING - style.indent * step;
  return breakIntoLines(runs, style.wraps ? Math.max(width, 1) : null, typesetting);
}

/** One character under the other. */
function stack(runs: readonly PrintRun[]): PrintRun[] {
  return runs.map(({ text, font }) => ({ font, text: Array.from(text.replaceAll('\n', '')).join('\n') }));
}

/** Sets a cell's text in its frame; that of a turned text is taken as it lies for whoever reads it. */
export function layText(cell: PrintCell, { frame, step, scale }: TextPlace, typesetting: Typesetting): LaidText {
  const { style } = cell;
  const whole = linesOf(cell, frame.width / scale, step, typesetting);
  const widest = Math.max(0, ...whole.map(({ width }) => width)) * scale;
  const room = frame.width - (2 * PADDING + style.indent * step) * scale;
  const shrunk = style.shrinks && !style.wraps && widest > room && widest > 0 ? room / widest : 1;
  const factor = scale * shrunk;
  const height = heightOfLines(whole) * factor;
  const align = alignOf(cell);
  const indent = style.indent * step * scale;
  const x = {
    left: frame.x + PADDING * scale + indent,
    center: frame.x + frame.width / 2,
    right: frame.x + frame.width - PADDING * scale - indent,
  }[align];
  const pad = PADDING * scale;
  const free = frame.height - 2 * pad - height;
  let y = frame.y + pad + { top: 0, center: free / 2, bottom: free }[style.vertical];
  const lines = whole.map(({ runs, width, hang, ascent, descent }): PrintLine => {
    const base = y + ascent * factor;
    y += (ascent + descent) * factor;
    // Space at the end moves what is not at the left.
    const shift = { left: 0, center: hang / 2, right: hang }[align] * factor;
    return { runs: resize(runs, factor), x: x - shift, y: base, align, width: width * factor };
  });
  return { lines: lines.filter(({ runs }) => runs.length > 0), width: widest * shrunk, height };
}

export function alignOf({ style, isNumber }: PrintCell): 'left' | 'center' | 'right' {
  if (style.turn !== 0) return 'center';
  if (style.horizontal !== 'general') return style.horizontal;
  return isNumber ? 'right' : 'left';
}

/** All of them smaller, or larger. */
export function resize(runs: readonly PrintRun[], factor: number): PrintRun[] {
  return runs.map(({ text, font }) => ({ text, font: { ...font, size: font.size * factor } }));
}
