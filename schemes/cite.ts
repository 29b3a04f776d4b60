import type { Citation } from '../rules/citation.ts';
import type { CiteShape } from './shapes/parts.ts';
import type { SchemeShape } from './shapes/scheme.ts';

/** Fills in the document of a citation that names none. */
export type Cite = (cite: CiteShape) => Citation;

export function citeFrom(document: string): Cite {
  return (cite) => ({ document: cite.document ?? document, clause: cite.clause, quote: cite.quote });
}

/** The key of the document that citations mean when they name none: the first. */
export function defaultDocument({ documents: [first] }: SchemeShape): string {
  if (!first) throw new Error('a scheme without documents has passed its shape');
  return first.key;
}
