import { estimateWidth, piecesOf } from '../text/text-pieces.ts';

/** Room for text in a cell or merged range, in points, and the size that the template gives it. */
export interface TextBox {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** The size that fits and the lines it takes, or how many characters are too many even at the smallest size. */
type TextFit = { readonly fontSize: number; readonly lines: number } | { readonly excess: number };

/** 小四 down to the smallest that an office reads on paper. */
const SIZES = [12, 11, 10.5, 10, 9, 8];
/** Noto CJK, which stands in where 仿宋 and 宋体 are not installed, takes 1.448 of the size; 仿宋 itself about 1.2. */
export const LINE_HEIGHT = 1.45;
/** What programs leave free at the left and right edge, and at the top and bottom, in points. */
const SIDE_PADDING = 5;
const END_PADDING = 1;
/** Programs round the advance of each character differently on screen and on paper. */
const WIDTH_SAFETY = 0.98;

/**
 * The largest of the template's size, 12, 11, 10.5, 10, 9 and 8 points at which the text, wrapped, is wholly inside the box. A
 * smaller size is taken sooner than a word or number is broken.
 *
 * Widths are estimates on the safe side, for there is no font to ask.
 */
export function fitText(text: string, box: TextBox): TextFit {
  const sizes = [box.fontSize, ...SIZES.filter((size) => size < box.fontSize)];
  const measured = measureText(text);
  let withBrokenWord: TextFit | undefined;
  for (const fontSize of sizes) {
    const { lines, breaksWord } = wrapText(measured, fontSize, box.width);
    if (lines > capacity(fontSize, box.height)) continue;
    if (!breaksWord) return { fontSize, lines };
    withBrokenWord ??= { fontSize, lines };
  }
  if (withBrokenWord !== undefined) return withBrokenWord;
  return { excess: countExcess(text, box, sizes.at(-1) ?? box.fontSize) };
}

/** Whether the text, wrapped, is wholly inside the box in that size, and no word is broken. */
export function fitsAt(text: string, box: TextBox, fontSize: number): boolean {
  const { lines, breaksWord } = breakLines(text, fontSize, box.width);
  return !breaksWord && lines <= capacity(fontSize, box.height);
}

/** The size that `fitText` takes, but for those below `least`; null where none is left. */
export function fitAtLeast(text: string, box: TextBox, least: number): number | null {
  const fit = fitText(text, box);
  if ('excess' in fit) return null;
  if (fit.fontSize >= Math.min(least, box.fontSize)) return fit.fontSize;
  // A word is sooner broken than that size is passed.
  return breakLines(text, least, box.width).lines <= capacity(least, box.height) ? least : null;
}

/** Points that the text takes in that size when wrapped at the width. */
export function heightOf(text: string, fontSize: number, width: number): number {
  return countLines(text, fontSize, width) * fontSize * LINE_HEIGHT + END_PADDING;
}

/** Lines of that size that the height holds; one line always fits, as a row is never lower than its template's font. */
function capacity(fontSize: number, height: number): number {
  return Math.max(1, Math.floor((height - END_PADDING) / (fontSize * LINE_HEIGHT)));
}

function countExcess(text: string, box: TextBox, fontSize: number): number {
  const chars = Array.from(text);
  const room = capacity(fontSize, box.height);
  let fitting = 0;
  let tooMany = chars.length;
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;
    if (countLines(chars.slice(0, middle).join(''), fontSize, box.width) <= room) fitting = middle;
    else tooMany = middle;
  }
  return chars.length - fitting;
}

/** Lines that the text takes when wrapped at the width (points). Line breaks in the text count. */
export function countLines(text: string, fontSize: number, width: number): number {
  return breakLines(text, fontSize, width).lines;
}

/** How the text falls into lines when wrapped at the width (points). Line breaks in the text count. */
export function breakLines(text: string, fontSize: number, width: number): Wrapped {
  return wrapText(measureText(text), fontSize, width);
}

interface Wrapped {
  readonly lines: number;
  readonly breaksWord: boolean;
}

/** What stays together on a line. */
interface Piece {
  /** In ems. */
  readonly width: number;
  readonly isBlank: boolean;
}

/** The pieces of each paragraph of a text, whatever its size and the width it is wrapped at. */
type MeasuredText = readonly (readonly Piece[])[];

export function measureText(text: string): MeasuredText {
  return text
    .split(/\r\n|\r|\n/)
    .map((paragraph) => piecesOf(paragraph).map((piece) => ({ width: measure(piece), isBlank: piece.trim() === '' })));
}

/** As `breakLines`, for a text that is wrapped in several ways. */
export function wrapText(text: MeasuredText, fontSize: number, width: number): Wrapped {
  const ems = (Math.max(width - SIDE_PADDING, fontSize) * WIDTH_SAFETY) / fontSize;
  let lines = 0;
  let breaksWord = false;
  for (const paragraph of text) {
    lines += 1;
    let used = 0;
    for (const { width: needed, isBlank } of paragraph) {
      if (used + needed <= ems) {
        used += needed;
      } else if (isBlank) {
        used = ems;
      } else {
        if (used > 0) lines += 1;
        const broken = Math.max(0, Math.ceil(needed / ems) - 1);
        lines += broken;
        used = needed - broken * ems;
        breaksWord ||= broken > 0;
      }
    }
  }
  return { lines, breaksWord };
}

function measure(text: string): number {
  let ems = 0;
  for (const char of text) ems += estimateWidth(char);
  return ems;
}
