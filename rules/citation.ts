/** Where a document rules something. */
export interface Citation {
  /** Key of the document among the scheme's `documents`. */
  readonly document: string;
  /** The place in the document, as an official would name it: `附件2 二（一）注`. */
  readonly clause: string;
  /** The words themselves, letter for letter as in the document. */
  readonly quote: string;
}

/** A figure together with the place that rules it. */
export interface Cited<T> {
  readonly value: T;
  readonly cite: Citation;
}

/** What a clause is asked for: the id of an award, and of the scope of the unit's district. */
interface CitedCase {
  readonly award?: string;
  readonly scope?: string;
}

/** The clauses of a rule that several awards or scopes have, each in the document's own place for it. */
export interface RuleCitation {
  /** Where no other clause is given. */
  readonly common: Citation;
  /** The first that fits counts. */
  readonly others: readonly {
    /** Null for all awards, and for all scopes. */
    readonly awards: readonly string[] | null;
    readonly scopes: readonly string[] | null;
    readonly cite: Citation;
  }[];
}

/** The clause for an award and a scope. A clause of some awards or scopes only is none for a case whose award or scope is not known. */
export function citeFor({ common, others }: RuleCitation, { award, scope }: CitedCase): Citation {
  const fits = (wanted: readonly string[] | null, known: string | undefined) =>
    wanted === null || (known !== undefined && wanted.includes(known));
  return others.find(({ awards, scopes }) => fits(awards, award) && fits(scopes, scope))?.cite ?? common;
}

/** The clause of what one award has; the document may say it in another place for units of some scopes. */
export interface ScopedCitation {
  readonly cite: Citation;
  /** By scope id; absent where one clause is for all. */
  readonly citeByScope?: ReadonlyMap<string, Citation>;
}

/** The clause for a unit of that scope; undefined where the scope is not known. */
export function citeIn({ cite, citeByScope }: ScopedCitation, scope: string | undefined): Citation {
  return (scope === undefined ? undefined : citeByScope?.get(scope)) ?? cite;
}

/** `沪企保协〔2024〕39号 附件2 二（一）注：“先进单位为具有独立法人资格的单位”`. `titles` gives the short title of each document key. */
export function describeCitation(cite: Citation, titles: ReadonlyMap<string, string>): string {
  return `${titles.get(cite.document) ?? cite.document} ${cite.clause}：“${cite.quote}”`;
}
