/** Marks of the shapes: which fields are figures, and how a document writes such a figure. `list-cited.ts` reads them. */
import { z } from 'zod';

export type FigureMark =
  | {
      readonly reads: 'number';
      /** What follows the number in the document: 份, 年. Left out where anything may. */
      readonly units?: readonly string[];
      /** The number counts the whole, not a part of it: “其中一项” is not it. */
      readonly whole?: true;
      /** In a list whose items are quotes themselves, it stands beside the words, in a cell of its own. */
      readonly beside?: true;
    }
  | { readonly reads: 'ratio' }
  /** The first or the last day of what the document names: 11月 ends on the 30th. */
  | { readonly reads: 'day' | 'month-day'; readonly edge: 'first' | 'last' }
  | { readonly reads: 'rounding' }
  /** Letters or words that the document prints as they are. */
  | { readonly reads: 'words' }
  /** Cells that stand side by side in a line of the document. */
  | { readonly reads: 'row' };

export const figureMarks = z.registry<FigureMark>();

/** Numbers that no document rules: an order that the author chose. All other numbers are figures, marked or not. */
export const ownNumbers = z.registry<{ readonly own: true }>();

/** Citations. */
export const citationMarks = z.registry<{ readonly citation: true }>();

/** Items of a list whose words are themselves the quote, unless they cite another: the key of the words. */
export const quotingItems = z.registry<{ readonly words: string }>();

/** A copy of the shape that is marked as a figure. */
export function figure<Shape extends z.ZodType>(shape: Shape, mark: FigureMark): Shape {
  const copy = shape.clone();
  figureMarks.add(copy, mark);
  return copy;
}

/** A copy of the shape whose numbers are the author's own. */
export function ownNumber<Shape extends z.ZodType>(shape: Shape): Shape {
  const copy = shape.clone();
  ownNumbers.add(copy, { own: true });
  return copy;
}
