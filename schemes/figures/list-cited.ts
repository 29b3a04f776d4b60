/** Walks the data of a file along its shape: every citation with the figures that it has to prove. */
import * as z from 'zod';
import type { FieldPath } from '../yaml-file.ts';
import { citationMarks, figureMarks, ownNumbers, quotedTexts, quotingItems, type FigureMark } from './mark.ts';

export interface Figure {
  readonly path: FieldPath;
  readonly mark: FigureMark;
  /** As the file holds it. */
  readonly value: unknown;
  /** Why it does not stand in the cited words, and how it follows from them; null where nobody says so. */
  readonly reading: Reading | null;
}

export interface Reading {
  readonly path: FieldPath;
  readonly text: string;
}

/** Words of a document that a file cites. */
export interface CitedWords {
  /** Of the words themselves. */
  readonly path: FieldPath;
  /** Undefined for the first of the scheme's documents. */
  readonly document: string | undefined;
  readonly quote: string;
  /** An item of a list that is itself the quote: its figures may stand beside the words. */
  readonly isItem: boolean;
  readonly figures: readonly Figure[];
}

export interface CitedFile {
  readonly citations: readonly CitedWords[];
  /** Figures that no citation stands over. */
  readonly uncited: readonly Figure[];
  readonly readings: readonly Reading[];
}

type Words = Omit<CitedWords, 'figures'> & { readonly figures: Figure[]; readonly reading: Reading | null };

/** What stands over a field: the words of the nearest citation around it, of each case of it, and a reading of the field's own. */
interface Above {
  readonly words: readonly Words[];
  readonly reading: Reading | null;
}

/** @param data what the file holds, before defaults and conversions; it has passed the shape */
export function listCited(shape: z.core.$ZodType, data: unknown): CitedFile {
  const citations: Words[] = [];
  const uncited: Figure[] = [];
  const readings: Reading[] = [];
  walk(shape, data, [], { words: [], reading: null });
  return { citations, uncited, readings };

  function walk(schema: z.core.$ZodType, value: unknown, path: FieldPath, above: Above): void {
    if (value === undefined || value === null || ownNumbers.has(schema)) return;
    const mark = figureMarks.get(schema) ?? (schema instanceof z.ZodNumber ? PLAIN_NUMBER : undefined);
    if (mark) addFigure({ path, mark, value }, above);
    else if (citationMarks.has(schema)) openCitation(value, path);
    else if (quotedTexts.has(schema)) {
      open({ path, document: documentOf(above), quote: z.string().parse(value), isItem: false }, null);
    } else walkInto(schema, value, path, above);
  }

  function walkInto(schema: z.core.$ZodType, value: unknown, path: FieldPath, above: Above): void {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) walk(schema.unwrap(), value, path, above);
    else if (schema instanceof z.ZodPipe) walk(schema.in, value, path, above);
    else if (schema instanceof z.ZodUnion) walk(findOption(schema, value), value, path, above);
    else if (schema instanceof z.ZodObject) walkObject(schema, new Map(entriesOf(value)), path, above);
    else if (schema instanceof z.ZodRecord) {
      for (const [key, each] of entriesOf(value)) walk(schema.valueType, each, [...path, key], above);
    } else if (isList(schema) && Array.isArray(value)) {
      const items: readonly unknown[] = value;
      for (const [index, each] of items.entries()) walk(schema.element, each, [...path, index], above);
    } else if (typeof value === 'number' || typeof value === 'object') {
      throw new Error('figures cannot be looked for in a shape of this sort');
    }
  }

  function walkObject(schema: z.ZodObject, fields: ReadonlyMap<string, unknown>, path: FieldPath, above: Above): void {
    const words = quotingItems.get(schema)?.words;
    let over = above;
    if (fields.has('cite')) over = openCitation(fields.get('cite'), [...path, 'cite']);
    else if (words !== undefined) {
      const quote = z.string().parse(fields.get(words));
      over = open({ path: [...path, words], document: documentOf(above), quote, isItem: true }, null);
    }
    over = { ...over, reading: openReading(fields.get('reading'), path) ?? over.reading };
    const shapes: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    for (const [key, each] of Object.entries(shapes)) {
      if (key !== 'cite') walk(each, fields.get(key), [...path, key], over);
    }
  }

  function addFigure(figure: Omit<Figure, 'reading'>, { words, reading }: Above): void {
    for (const each of words) each.figures.push({ ...figure, reading: reading ?? each.reading });
    if (words.length === 0) uncited.push({ ...figure, reading });
  }

  /** Opens the citation, and those of some awards or scopes beside it. */
  function openCitation(value: unknown, path: FieldPath): Above {
    const { cites = [], ...common } = citationShape.parse(value);
    const all = [{ cite: common, at: path }, ...cites.map((cite, index) => ({ cite, at: [...path, 'cites', index] }))];
    const words = all.flatMap(
      ({ cite: { document, quote, reading }, at }) =>
        open({ path: [...at, 'quote'], document, quote, isItem: false }, openReading(reading, at)).words,
    );
    return { words, reading: null };
  }

  function open(words: Omit<CitedWords, 'figures'>, reading: Reading | null): Above {
    const opened: Words = { ...words, figures: [], reading };
    citations.push(opened);
    return { words: [opened], reading: null };
  }

  function openReading(text: unknown, path: FieldPath): Reading | null {
    if (typeof text !== 'string') return null;
    const reading = { path: [...path, 'reading'], text };
    readings.push(reading);
    return reading;
  }
}

function documentOf({ words: [first] }: Above): string | undefined {
  return first?.document;
}

const PLAIN_NUMBER: FigureMark = { reads: 'number' };

const wordsShape = z.object({ document: z.string().optional(), quote: z.string(), reading: z.string().optional() });

const citationShape = z.object({ ...wordsShape.shape, cites: z.array(wordsShape).optional() });

function findOption(union: z.ZodUnion, value: unknown): z.core.$ZodType {
  const option = union.options.find((each) => z.safeParse(each, value).success);
  if (!option) throw new Error('data that fit no option have passed their shape');
  return option;
}

/** `instanceof` alone would lose the type of the items. */
function isList(schema: z.core.$ZodType): schema is z.ZodArray {
  return schema instanceof z.ZodArray;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
