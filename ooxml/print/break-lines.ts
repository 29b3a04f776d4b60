/** Text of several fonts, broken into lines. */
import { piecesOf } from '../text/text-pieces.ts';
import { heightIn, type FontHeight, type Fonts } from './fonts.ts';
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
  /** Where a paragraph may be broken: what of it stays together. */
  readonly piecesOf: (paragraph: string) => readonly string[];
}

/** Marks neither begin nor end a line, as in Excel and WPS. */
export function typesetIn(fonts: Fonts): Typesetting {
  return { fonts, piecesOf };
}

/** @param width in points; null to break at line breaks alone */
export function breakIntoLines(
  runs: readonly PrintRun[],
  width: number | null,
  { fonts, piecesOf: split }: Typesetting,
): TextLine[] {
  const text = runs.map((run) => run.text).join('');
  const ruler = new Ruler(runs, fonts);
  const lines: TextLine[] = [];
  let start = 0;
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    // A return with a line feed is one break.
    if (text.startsWith('\n', start) && text[start - 1] === '\r') start += 1;
    const ends = width === null ? [paragraph.length] : breakParagraph(split(paragraph), start, width, ruler);
    let from = start;
    for (const end of ends) {
      lines.push(ruler.cut(from, start + end, end === paragraph.length));
      from = start + end;
    }
    start += paragraph.length + 1;
  }
  return lines;
}

/** Where lines end, counted from the paragraph's start. */
function breakParagraph(pieces: readonly string[], start: number, width: number, ruler: Ruler): number[] {
  const ends: number[] = [];
  let lineStart = start;
  let at = start;
  for (const piece of pieces) {
    const end = at + piece.length;
    // Space at the end of a line hangs over its edge.
    if (ruler.between(lineStart, end) > width && piece.trim() !== '') {
      if (at > lineStart) {
        ends.push(at - start);
        lineStart = at;
      }
      // A word that is longer than a line is broken.
      for (let cut = at + 1; cut < end; cut += 1) {
        if (ruler.between(lineStart, cut + 1) <= width) continue;
        ends.push(cut - start);
        lineStart = cut;
      }
    }
    at = end;
  }
  return [...ends, at - start];
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
        points += widthOf(char) * font.size;
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
