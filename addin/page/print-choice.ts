/** What of an output is looked at and printed: all of it, one district, what changed, or one form. */
import type { Laid } from './lay-output.ts';
import type { OutputView } from './outputs.ts';
import type { PrintPart } from './print-pages.ts';

export interface PrintChoice {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly PrintPart[];
}

/** How `listPrintChoices` calls all of it. */
export const ALL = 'all';

/** What is offered, with what is there to be printed in front; `title` stands in the names of workbooks too. */
export function listPrintChoices({ parts, since }: Laid, { title, has, printedSheets }: OutputView): PrintChoice[] {
  const books = [...new Set(parts.map(({ book }) => book))];
  const choices: PrintChoice[] = [{ id: ALL, label: '全部', parts }];
  const printed = parts.filter(({ name }) => printedSheets.includes(name));
  if (printed.length > 0)
    choices.unshift({ id: 'printed', label: `供打印的：${printedSheets.join('、')}`, parts: printed });
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
  return choices.map((choice) => ({
    ...choice,
    label: `${choice.label}（${tellPrinted(choice.parts, has === 'copies' ? 1 : null)}）`,
  }));
}

/** All pages of some parts, those of each so often after each other. */
export function pagesOf(parts: readonly PrintPart[], copies = 1): number[] {
  return parts.flatMap(({ first, count }) => {
    const own = Array.from({ length: count }, (_, at) => first + at);
    return Array.from({ length: copies }, () => own).flat();
  });
}

/** How much of some parts comes out of the printer: `39 页`; of forms `2 份`, with their pages where these are more. @param copies null of what is no form */
export function tellPrinted(parts: readonly PrintPart[], copies: number | null): string {
  const pages = pagesOf(parts, copies ?? 1).length;
  if (copies === null) return `${pages} 页`;
  const forms = parts.length * copies;
  return pages === forms ? `${forms} 份` : `${forms} 份，${pages} 页`;
}

/** What is printed of one part alone. A sheet of a workbook is many pages, and each page of it bears the button. */
export function tellAlone(part: PrintPart, copies: number | null): string {
  const pages = pagesOf([part], copies ?? 1).length;
  return `只打印这${copies === null ? '张表' : '一份'}${pages > 1 ? `（共 ${pages} 页）` : ''}`;
}
