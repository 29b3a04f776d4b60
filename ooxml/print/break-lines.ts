/** Text of several fonts, broken into lines. */
import { piecesOf } from '../text/text-pieces.ts';
import { heightIn, type FontHeight, type Fonts } from './fonts.ts';
import { wholeDots } from './measures.ts';
import type { PrintRun } from './print-sheet.ts';

/** A line as it stands on paper. Sizes are in points. */
export interface TextLine {
  readonly runs: readonly PrintRun[];
  /** As it is drawn: without the space at its end. */
  readonly width: number;
  /** Of that space; none where the line goes on in the next, over whose edge it hangs. */
  readonly hang: number;
  readonly ascent: number;
  readonly descent: number;
}

export interface Typesetting {
  readonly fonts: Fonts;
  /** How the lines of a paragraph end. */
  readonly breakIn: (paragraph: string) => BreakLine;
}

/**
 * Where a line ends that begins at `start` and has room up to `most`, counted from the start of its paragraph: behind `start`, and not behind `most`.
 */
export type BreakLine = (start: number, most: number) => number;

/** Marks neither begin nor end a line, as in Excel and WPS. */
export function typesetIn(fonts: Fonts): Typesetting {
  return { fonts, breakIn: breakBetweenPieces };
}

/** A word that is longer than a line is broken. */
function breakBetweenPieces(paragraph: string): BreakLine {
  let length = 0;
  const ends = piecesOf(paragraph).map((piece) => (length += piece.length));
  return (start, most) => ends.findLast((end) => start < end && end <= most) ?? most;
}

/** @param width in points; null to break at line breaks alone */
export function breakIntoLines(
  runs: readonly PrintRun[],
  width: number | null,
  { fonts, breakIn }: Typesetting,
): TextLine[] {
  const text = runs.map((run) => run.text).join('');
  const ruler = new Ruler(runs, fonts);
  const lines: TextLine[] = [];
  let start = 0;
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    // A return with a line feed is one break.
    if (text.startsWith('\n', start) && text[start - 1] === '\r') start += 1;
    const stretch = { paragraph, start, ruler };
    const ends = width === null ? [paragraph.length] : breakParagraph(stretch, width, breakIn(paragraph));
    let from = start;
    for (const end of ends) {
      lines.push(ruler.cut(from, start + end, end === paragraph.length));
      from = start + end;
    }
    start += paragraph.length + 1;
  }
  return lines;
}

interface Stretch {
  readonly paragraph: string;
  /** Where it begins in the text that the ruler measures. */
  readonly start: number;
  readonly ruler: Ruler;
}

/** Where lines end, counted from the paragraph's start. */
function breakParagraph(stretch: Stretch, width: number, breakLine: BreakLine): number[] {
  const { length } = stretch.paragraph;
  const ends: number[] = [];
  for (let from = 0, end = 0; end < length || ends.length === 0; from = end) {
    const most = reach(stretch, from, width);
    end = most < length ? breakLine(from, most) : length;
    ends.push(end);
  }
  return ends;
}

/** How far a line reaches: one character at least; space at its end hangs over its edge. */
function reach({ paragraph, start, ruler }: Stretch, from: number, width: number): number {
  const first = paragraph.codePointAt(from) ?? 0;
  let most = Math.min(from + String.fromCodePoint(first).length, paragraph.length);
  while (most < paragraph.length && ruler.between(start + from, start + most + 1) <= width) most += 1;
  while (/[\t ]/.test(paragraph.charAt(most))) most += 1;
  return most;
}

/** Measures stretches of one text. */
class Ruler {
  /** Points before each UTF-16 unit. */
  private readonly before: Float64Array;
  private readonly ends: readonly number[];
  private readonly text: string;

  constructor(
    private readonly runs: readonly PrintRun[],
    private readonly fonts: Fonts,
  ) {
    this.text = runs.map((run) => run.text).join('');
    let length = 0;
    this.ends = runs.map((run) => (length += run.text.length));
    this.before = new Float64Array(length + 1);
    let at = 0;
    let points = 0;
    for (const { text, font } of runs) {
      const { widthOf } = fonts(font);
      for (const char of text) {
        points += wholeDots(widthOf(char) * font.size);
        for (let unit = 0; unit < char.length; unit += 1) this.before[(at += 1)] = points;
      }
    }
  }

  between(from: number, to: number): number {
    return (this.before[to] ?? 0) - (this.before[from] ?? 0);
  }

  cut(from: number, to: number, isLast: boolean): TextLine {
    const runs: PrintRun[] = [];
    const whole = this.text.slice(from, to);
    const seen = from + whole.trimEnd().length;
    let start = 0;
    this.ends.forEach((end, index) => {
      const run = this.runs[index];
      const text = run?.text.slice(Math.max(0, from - start), Math.max(0, seen - start)) ?? '';
      if (run && text !== '') runs.push({ text, font: run.font });
      start = end;
    });
    const heights = (runs.length > 0 ? runs : [this.runAt(from)]).map((run) => this.heightOf(run));
    return {
      runs,
      width: this.between(from, seen),
      hang: isLast ? this.between(seen, to) : 0,
      ascent: Math.max(0, ...heights.map(({ ascent }) => ascent)),
      descent: Math.max(0, ...heights.map(({ descent }) => descent)),
    };
  }

  /** A blank line is as high as the text before it. */
  private runAt(at: number): PrintRun | undefined {
    return this.runs[this.ends.findIndex((end) => at < end)] ?? this.runs.at(-1);
  }

  private heightOf(run: PrintRun | undefined): FontHeight {
    if (!run) return { ascent: 0, descent: 0 };
    const { ascent, descent } = heightIn(this.fonts(run.font), run.text);
    return { ascent: ascent * run.font.size, descent: descent * run.font.size };
  }
}

export function heightOfLines(lines: readonly TextLine[]): number {
  return lines.reduce((sum, { ascent, descent }) => sum + ascent + descent, 0);
}
