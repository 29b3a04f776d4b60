import { citeFor, type Citation, type RuleCitation, type ScopedCitation } from '../rules/citation.ts';
import type { CiteShape, RuleCiteShape } from './shapes/parts.ts';
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

/** A rule's own citation, with those of some awards or scopes. */
export function citeRule({ cites = [], ...common }: RuleCiteShape, cite: Cite): RuleCitation {
  return {
    common: cite(common),
    others: cites.map(({ awards = null, scopes = null, ...own }) => ({ awards, scopes, cite: cite(own) })),
  };
}

/** What a rule's citations come to for one award. */
export function citeAward(rule: RuleCitation, award: string, scopes: readonly string[]): ScopedCitation {
  const own = citeFor(rule, { award });
  const differing = scopes.flatMap((scope): [string, Citation][] => {
    const cite = citeFor(rule, { award, scope });
    return cite === own ? [] : [[scope, cite]];
  });
  return differing.length === 0 ? { cite: own } : { cite: own, citeByScope: new Map(differing) };
}
