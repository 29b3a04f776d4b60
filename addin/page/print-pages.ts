/** An output as pages to be looked at and printed; they stay where they were laid, and are handed out as they are wanted. */
import type { MemoryFolder } from '../../jobs/memory-folder.ts';
import { drawPage } from '../../ooxml/print/draw-page.ts';
import type { Fonts } from '../../ooxml/print/fonts.ts';
import { layBook } from '../../ooxml/print/lay-book.ts';
import type { PrintPage } from '../../ooxml/print/print-page.ts';

/** What is printed as one: a form with the pages behind it, or a list. */
export interface PrintPart {
  readonly name: string;
  /** The workbook that it is in, without its ending. */
  readonly book: string;
  /** Its first page among all, from 0. */
  readonly first: number;
  readonly count: number;
}

export interface PaperSize {
  /** In points. */
  readonly width: number;
  readonly height: number;
}

export interface LaidPages {
  readonly parts: readonly PrintPart[];
  readonly papers: readonly PaperSize[];
  /** All that stands on each page, by which it is found. */
  readonly texts: readonly string[];
  /** Some pictures are not on these pages. */
  readonly hasDrawings: boolean;
}

/** A page as SVG. */
export interface PageDrawing extends PaperSize {
  readonly svg: string;
}

interface Laying {
  readonly fonts: Fonts;
  /** The sheets that begin something, by workbook; a page behind a form is none. All of them where a workbook is not named. */
  readonly beginnings: ReadonlyMap<string, ReadonlySet<string>>;
  readonly signal: AbortSignal;
  /** After each workbook, with how many are done. */
  readonly onProgress: (done: number, total: number) => void;
}

export class PrintPages {
  private drawn: PageDrawing[] = [];

  /**
   * Lays out all workbooks of a folder in their order; what was laid before goes.
   * @throws DOMException `AbortError` when it is stopped between two workbooks
   */
  async lay({ files }: MemoryFolder, { fonts, beginnings, signal, onProgress }: Laying): Promise<LaidPages> {
    this.drawn = [];
    const books = [...files].filter(([path]) => path.endsWith('.xlsx'));
    const parts: PrintPart[] = [];
    const texts: string[] = [];
    let hasDrawings = false;
    for (const [at, [path, bytes]] of books.entries()) {
      onProgress(at, books.length);
      // Lets in that it is to stop.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      const book = layBook(bytes, path, fonts);
      hasDrawings ||= book.hasDrawings;
      const name = path.slice(path.lastIndexOf('/') + 1);
      parts.push(...this.add(book.pages, name.replace(/\.xlsx$/, ''), beginnings.get(name)));
      texts.push(...book.pages.map(textOf));
    }
    return {
      parts,
      texts,
      papers: this.drawn.map(({ width, height }) => ({ width, height })),
      hasDrawings,
    };
  }

  /** Those pages, in that order; null where one of them is not there. */
  hand(pages: readonly number[]): PageDrawing[] | null {
    const drawn = pages.flatMap((page) => this.drawn[page] ?? []);
    return drawn.length === pages.length ? drawn : null;
  }

  private add(pages: readonly PrintPage[], book: string, beginnings: ReadonlySet<string> | undefined): PrintPart[] {
    const parts: PrintPart[] = [];
    for (const page of pages) {
      const last = parts.at(-1);
      const goesOn = last?.name === page.sheet || (beginnings !== undefined && !beginnings.has(page.sheet));
      if (last && goesOn) parts[parts.length - 1] = { ...last, count: last.count + 1 };
      else parts.push({ name: page.sheet, book, first: this.drawn.length, count: 1 });
      const { width, height } = page;
      this.drawn.push({ width, height, svg: drawPage(page) });
    }
    return parts;
  }
}

function textOf({ sheet, boxes }: PrintPage): string {
  const texts = boxes.map(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(''));
  return [sheet, ...texts].join('\n');
}
