/** What of an output is looked at and printed: all of it, one district, what changed, or one form. */
import type { Laid } from './lay-output.ts';
import type { PrintPart } from './print-pages.ts';

export interface PrintChoice {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly PrintPart[];
}

/** How `listPrintChoices` calls all of it. */
export const ALL = 'all';

/** @param title of the output, which stands in the names of its workbooks too */
export function listPrintChoices({ parts, since }: Laid, title: string): PrintChoice[] {
  const books = [...new Set(parts.map(({ book }) => book))];
  const choices: PrintChoice[] = [{ id: ALL, label: '全部', parts }];
  if (since) {
    const label = `与“${since.folder}”里的比，新的和变了的`;
    choices.push({ id: 'since', label, parts: since.parts.flatMap((at) => parts[at] ?? []) });
  }
  if (books.length > 1) {
    for (const book of books) {
      const label = book.replace(`-${title}`, '');
      choices.push({ id: `book ${book}`, label, parts: parts.filter((part) => part.book === book) });
    }
  }
  return choices.map((choice) => ({ ...choice, label: `${choice.label}（${choice.parts.length} 份）` }));
}

/** All pages of some parts, those of each so often after each other. */
export function pagesOf(parts: readonly PrintPart[], copies = 1): number[] {
  return parts.flatMap(({ first, count }) => {
    const own = Array.from({ length: count }, (_, at) => first + at);
    return Array.from({ length: copies }, () => own).flat();
  });
}
