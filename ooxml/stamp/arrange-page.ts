/** Gives long texts the height that a page can spare, before their type shrinks, and cuts what even so does not fit. */
import { fitAtLeast, fitsAt, fitText, heightOf, type TextBox } from './fit-text.ts';
import { joinTexts, placeholdersOf, type CellBox, type CellSlot, type Overflow } from './stamp-cell.ts';
import type { TemplateSheet } from './stamp-template.ts';
import type { Values } from './stamp-value.ts';

export interface PageArrangement {
  /** The values, long ones cut. */
  readonly values: Values;
  /** By row, the height in place of the template's; empty where all is as in the template. */
  readonly heights: ReadonlyMap<number, number>;
  /** What is to stand on a page of its own. */
  readonly continued: readonly Continuation[];
  /** Texts that no page can hold: their boxes are too small to say that they go on. */
  readonly overflow: readonly Overflow[];
}

interface Continuation {
  readonly placeholder: string;
  readonly rest: string;
}

/** Stands at the end of a text that goes on elsewhere. */
const GOES_ON = '（续见附页）';
/** A box as high as this holds an account, which is read; lower ones hold a name or a post. */
const ACCOUNT_HEIGHT = 100;
/** Points below which nothing shrinks while the page can spare height, nor an account while there are pages. */
const LEAST_READABLE = 9;
const LEAST_SIZE = 8;
/** So far back a text is cut at the end of a sentence, in characters. */
const LOOK_BACK = 40;
const SENTENCE_END = /[。；！？\n][”’）》]*(?=[^。；！？\n]*$)/u;

interface TightCell {
  readonly cell: CellSlot;
  readonly box: CellBox;
  readonly text: string;
}

/**
 * A page whose texts all fit at the template's size is left as it is. Names and posts wrap and shrink within their boxes first, and take height
 * only where they would become too small to read; accounts get all the rest before their type shrinks.
 */
export function arrangePage(sheet: TemplateSheet, given: Values): PageArrangement {
  const values = new Map(given);
  const growth = new RowGrowth(sheet.room);
  const continued: Continuation[] = [];
  const overflow: Overflow[] = [];
  const tight = sheet.cells.flatMap((cell) => findTight(cell, values));
  for (const { cell, box: own, text } of [...tight.filter((each) => !isAccount(each)), ...tight.filter(isAccount)]) {
    const box = { ...own, height: own.height + growth.of(own.lastRow) };
    const roomiest = { ...box, height: box.height + (box.wraps ? growth.left : 0) };
    const [size, height] = chooseSize(text, box, roomiest, isAccount({ box: own }));
    if (size !== null) {
      if (box.wraps) growth.grow(box.lastRow, height - box.height);
      continue;
    }
    const rest = cutValue(cell, roomiest, isAccount({ box: own }) ? LEAST_READABLE : LEAST_SIZE, values);
    if (rest) {
      continued.push(rest);
      growth.grow(box.lastRow, roomiest.height - box.height);
    } else overflow.push(measureOverflow(cell, roomiest, text));
  }
  return { values, heights: growth.toHeights(), continued, overflow };
}

function isAccount({ box }: Pick<TightCell, 'box'>): boolean {
  return box.height >= ACCOUNT_HEIGHT;
}

/** The size of a text, null where it fits in none, and the height that it takes. */
function chooseSize(text: string, box: CellBox, roomiest: TextBox, isLong: boolean): [number | null, number] {
  const inOwnBox = isLong ? null : fitAtLeast(text, box, LEAST_READABLE);
  if (inOwnBox !== null) return [inOwnBox, box.height];
  const roomy = fitAtLeast(text, roomiest, LEAST_READABLE);
  if (roomy !== null) return [roomy, heightOf(text, roomy, box.width)];
  const smallest = isLong ? null : fitAtLeast(text, roomiest, LEAST_SIZE);
  return [smallest, smallest === null ? 0 : heightOf(text, smallest, box.width)];
}

function measureOverflow(cell: CellSlot, box: TextBox, text: string): Overflow {
  const fit = fitText(text, box);
  return { address: cell.address, placeholders: placeholdersOf(cell), excess: 'excess' in fit ? fit.excess : 0 };
}

function findTight(cell: CellSlot, values: Values): TightCell[] {
  const { box } = cell;
  if (box === null) return [];
  const text = joinTexts(cell, values);
  if (fitsAt(text, box, box.fontSize)) return [];
  return [{ cell, box, text }];
}

/** Cuts the longest value of a cell so that the cell's text fits. */
function cutValue(cell: CellSlot, box: TextBox, least: number, values: Map<string, string | number>) {
  const [longest = ''] = placeholdersOf(cell).sort((a, b) => lengthOf(values.get(b)) - lengthOf(values.get(a)));
  const whole = String(values.get(longest) ?? '');
  const chars = Array.from(whole);
  const fits = (count: number): boolean => {
    values.set(longest, chars.slice(0, count).join('').trimEnd() + GOES_ON);
    return fitAtLeast(joinTexts(cell, values), box, least) !== null;
  };
  let [fitting, tooMany] = [0, chars.length];
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;
    if (fits(middle)) fitting = middle;
    else tooMany = middle;
  }
  if (!fits(fitting)) {
    values.set(longest, whole);
    return null;
  }
  const kept = cutAtSentence(chars.slice(0, fitting).join(''));
  values.set(longest, kept.trimEnd() + GOES_ON);
  return { placeholder: longest, rest: whole.slice(kept.length).replace(/^\n+/, '') };
}

function lengthOf(value: string | number | undefined): number {
  return String(value ?? '').length;
}

function cutAtSentence(text: string): string {
  const end = SENTENCE_END.exec(text);
  if (!end) return text;
  const at = end.index + end[0].length;
  return text.length - at <= LOOK_BACK ? text.slice(0, at) : text;
}

/** What rows grow by: first what is free on the page, then of each blank row in the same measure. */
class RowGrowth {
  readonly #growth = new Map<number, number>();
  readonly #spare: number;
  left: number;

  constructor(private readonly room: TemplateSheet['room']) {
    this.#spare = [...room.spare.values()].reduce((sum, each) => sum + each, 0);
    this.left = room.free + this.#spare;
  }

  of(row: number): number {
    return this.#growth.get(row) ?? 0;
  }

  /** Never by more than is left. */
  grow(row: number, by: number): void {
    const more = Math.min(this.left, Math.max(0, Math.ceil(by)));
    if (more === 0) return;
    this.left -= more;
    this.#growth.set(row, this.of(row) + more);
  }

  toHeights(): Map<number, number> {
    const { heights, spare } = this.room;
    const result = new Map<number, number>();
    const taken = this.#spare - this.left;
    for (const [row, most] of spare) {
      if (taken > 0) result.set(row, toQuarter((heights.get(row) ?? 0) - (taken * most) / this.#spare));
    }
    for (const [row, more] of this.#growth) result.set(row, (heights.get(row) ?? 0) + more);
    return result;
  }
}

/** Programs keep quarters of a point. */
function toQuarter(points: number): number {
  return Math.floor(points * 4) / 4;
}
