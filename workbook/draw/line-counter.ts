/** Counts the lines of many texts, most of which are short, or stand in many rows. */
import { measureText, wrapText } from '../../ooxml/stamp/fit-text.ts';

/** So many texts of a width are remembered; memory must not grow with the list. */
const MOST_TEXTS = 2_000;
/** On the safe side of what programs leave free at the sides of a cell. */
const SIDES = 10;
/** Of the rest, on the safe side of what programs make of the widths of characters. */
const SHARE = 0.95;

export class LineCounter {
  private readonly known = new Map<string, Map<string, number>>();

  /** Lines of a text in a column of that width, both in points. */
  count(text: string, fontSize: number, width: number): number {
    // It fits even if each character is square.
    if (text.length * fontSize <= (width - SIDES) * SHARE && !/[\r\n]/.test(text)) return 1;
    const column = `${fontSize} ${width}`;
    const texts = this.known.get(column) ?? new Map<string, number>();
    this.known.set(column, texts);
    const known = texts.get(text);
    if (known !== undefined) return known;
    const measured = measureText(text);
    const { lines } = wrapText(measured, fontSize, width);
    // Where a text wraps, another program may wrap it a character earlier.
    const most = lines > 1 ? wrapText(measured, fontSize, width - fontSize).lines : lines;
    if (texts.size < MOST_TEXTS) texts.set(text, most);
    return most;
  }
}
