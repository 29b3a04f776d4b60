import type { Citation } from '../../rules/citation.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** `沪企保协（2024）39号 正文 三`: where a document rules something; empty without a citation. */
export function nameDocument(scheme: Scheme, cite: Citation | null): string {
  if (!cite) return '';
  const document = scheme.documents.find(({ key }) => key === cite.document);
  return `${document?.shortTitle ?? cite.document} ${cite.clause}`;
}
