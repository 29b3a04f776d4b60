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

/** `沪企保协〔2024〕39号 附件2 二（一）注：“先进单位为具有独立法人资格的单位”`. `titles` gives the short title of each document key. */
export function describeCitation(cite: Citation, titles: ReadonlyMap<string, string>): string {
  return `${titles.get(cite.document) ?? cite.document} ${cite.clause}：“${cite.quote}”`;
}
