/** 出处: the document is known, and the quote stands in it letter for letter. White space does not count. */
import { withoutSpace } from '../figures/written-text.ts';
import { listParts, type RawScheme } from '../raw-scheme.ts';
import type { Sources } from '../sources.ts';
import { checkName } from './names.ts';

/** Reports unknown documents, and quotes that their source does not have. */
export function checkQuotes(raw: RawScheme, sources: Sources): void {
  for (const part of listParts(raw)) {
    for (const { path, document, quote } of part.cited.citations) {
      if (document !== undefined) checkName(part, [...path.slice(0, -1), 'document'], document, sources.keys);
      const source = sources.of(document);
      if (source && !source.compact.includes(withoutSpace(quote))) {
        part.report(path, `${source.name} 中找不到“${quote}”，请照原文一字不差地抄写`);
      }
    }
  }
}
