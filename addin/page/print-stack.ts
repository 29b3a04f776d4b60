/** Pages handed to the browser's printer, each on paper of its size. */
import { printAlone } from './print-alone.ts';
import type { PageDrawing, PaperSize } from './print-pages.ts';

/** Pages that are fetched and put into the page at a time, so that it never stands still. */
const AT_ONCE = 10;

export interface PrintOrder {
  /** Which pages, in the order in which they come out of the printer. */
  readonly pages: readonly number[];
  readonly papers: readonly PaperSize[];
  /** The drawings of some pages; null where they are no more. */
  readonly hand: (pages: readonly number[]) => Promise<readonly PageDrawing[] | null>;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Prints, in place of what is being prepared, whose signal must be aborted. */
export async function printStack({ pages, papers, hand, onProgress, signal }: PrintOrder): Promise<void> {
  const sizes = [...new Set(pages.map((page) => sizeOf(papers[page])))];
  await printAlone(styleOf(sizes), async (place) => {
    for (let at = 0; at < pages.length; at += AT_ONCE) {
      onProgress(at);
      const some = pages.slice(at, at + AT_ONCE);
      // Copies of a page stand together, and are drawn once.
      const numbers = [...new Set(some)];
      const drawn = await hand(numbers);
      if (!drawn) return false;
      const drawings = new Map(drawn.map((page, index) => [numbers[index], readDrawing(page)]));
      for (const page of some) {
        const section = document.createElement('section');
        section.className = `paper-${sizes.indexOf(sizeOf(papers[page]))}`;
        const drawing = drawings.get(page);
        // The drawing itself, and copies of it from the second on.
        if (drawing) section.append(drawing.isConnected ? drawing.cloneNode(true) : drawing);
        place.append(section);
      }
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return false;
    }
    onProgress(pages.length);
    return true;
  });
}

/** A drawing as an element, read as XML so that nothing in it can be more. */
export function readDrawing(page: PageDrawing): Element {
  const { documentElement } = new DOMParser().parseFromString(page.svg, 'image/svg+xml');
  return document.adoptNode(documentElement);
}

function sizeOf(paper: PaperSize | undefined): string {
  return `${paper?.width.toFixed(2) ?? 0}pt ${paper?.height.toFixed(2) ?? 0}pt`;
}

function styleOf(sizes: readonly string[]): string {
  const papers = sizes.map((size, at) => {
    const height = size.split(' ')[1] ?? '';
    return (
      `@page paper-${at} { size: ${size}; margin: 0 }\n` +
      // A hair less than the paper, lest rounding gives a blank page.
      `& .paper-${at} { page: paper-${at}; height: calc(${height} - 0.5pt) }`
    );
  });
  return `${papers.join('\n')}
@media print {
  & section { overflow: hidden; break-inside: avoid; break-after: page }
  & section:last-child { break-after: auto }
  & svg { display: block }
}`;
}
