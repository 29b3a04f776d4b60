/** Marks of the shapes: which fields are figures, and how a document writes such a figure. `list-cited.ts` reads them. */
import * as z from 'zod';

export type FigureMark =
  | {
      readonly reads: 'number';
      /** What follows the number in the document: 份, 年. Left out where anything may. */
      readonly units?: readonly string[];
      /** The number counts the whole, not a part of it: “其中一项” is not it. */
      readonly whole?: true;
      /** It is the place of something in a list: 第 2 项. All other figures are never ordinals. */
      readonly ordinal?: true;
      /** In a list whose items are quotes themselves, it stands beside the words, in a cell of its own. */
      readonly beside?: true;
    }
  | { readonly reads: 'ratio' }
  /** The first or the last day of what the document names: 11月 ends on the 30th. */
  | { readonly reads: 'day' | 'month-day'; readonly edge: 'first' | 'last' }
  | { readonly reads: 'rounding' }
  /** The choices of a column that pass: those that the document names, and all above the one of 以上. */
  | { readonly reads: 'choices' }
  /** Letters or words that the document prints as they are. */
  | { readonly reads: 'words' }
  /** Cells that stand side by side in a line of the document. */
  | { readonly reads: 'row' }
  /** A sentence for users: each number in it is one of the words cited, or of the figures beside it. */
  | { readonly reads: 'sentence' };

export const figureMarks = z.registry<FigureMark>();

/** Numbers that no document rules: an order that the author chose. All other numbers are figures, marked or not. */
export const ownNumbers = z.registry<{ readonly own: true }>();

/** Citations. */
export const citationMarks = z.registry<{ readonly citation: true }>();

/** Items of a list whose words are themselves the quote, unless they cite another: the key of the words. */
export const quotingItems = z.registry<{ readonly words: string }>();

/** Texts that are printed as the document has them. */
export const quotedTexts = z.registry<{ readonly quoted: true }>();

/** A copy of the shape that is marked as a figure. */
export function figure<Shape extends z.ZodType>(shape: Shape, mark: FigureMark): Shape {
  const copy = shape.clone();
  figureMarks.add(copy, mark);
  return copy;
}

/** A copy of the shape for a text that is a quote itself. */
export function quotedText<Shape extends z.ZodType>(shape: Shape): Shape {
  const copy = shape.clone();
  quotedTexts.add(copy, { quoted: true });
  return copy;
}

/** A copy of the shape whose numbers are the author's own. */
export function ownNumber<Shape extends z.ZodType>(shape: Shape): Shape {
  const copy = shape.clone();
  ownNumbers.add(copy, { own: true });
  return copy;
}
