/** Pages handed to the browser's printer: they stand in the page unseen while it prints, and nothing else of it is printed then. */
import type { PageDrawing, PaperSize } from './print-pages.ts';

/** Pages that are put into the page at a time, so that it never stands still. */
const AT_ONCE = 10;
const CLASS = 'print-stack';

interface PrintOrder {
  /** Which pages, in the order in which they come out of the printer. */
  readonly pages: readonly number[];
  readonly papers: readonly PaperSize[];
  readonly hand: (first: number, count: number) => Promise<readonly PageDrawing[] | null>;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Prints, in place of what is being prepared, whose signal must be aborted; gives back whether it came to that. */
export async function printStack({ pages, papers, hand, onProgress, signal }: PrintOrder): Promise<boolean> {
  removeStack();
  const sizes = [...new Set(pages.map((page) => sizeOf(papers[page])))];
  const stack = document.createElement('div');
  stack.className = CLASS;
  const style = document.createElement('style');
  style.textContent = styleOf(sizes);
  stack.append(style);
  document.body.append(stack);
  const known = new Map<number, Element>();
  for (let at = 0; at < pages.length; at += AT_ONCE) {
    onProgress(at);
    for (const page of pages.slice(at, at + AT_ONCE)) {
      const drawing = known.get(page) ?? readDrawing((await hand(page, 1))?.[0]);
      if (!drawing || signal.aborted) {
        stack.remove();
        return false;
      }
      const section = document.createElement('section');
      section.className = `paper-${sizes.indexOf(sizeOf(papers[page]))}`;
      section.append(drawing.cloneNode(true));
      stack.append(section);
      known.clear();
      known.set(page, drawing);
    }
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) {
      stack.remove();
      return false;
    }
  }
  onProgress(pages.length);
  window.addEventListener('afterprint', removeStack, { once: true });
  window.print();
  return true;
}

function removeStack(): void {
  for (const old of document.querySelectorAll(`.${CLASS}`)) old.remove();
}

/** A drawing as an element, read as XML so that nothing in it can be more. */
export function readDrawing(page: PageDrawing | undefined): Element | null {
  if (!page) return null;
  const { documentElement } = new DOMParser().parseFromString(page.svg, 'image/svg+xml');
  return document.importNode(documentElement, true);
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
      `.${CLASS} .paper-${at} { page: paper-${at}; height: calc(${height} - 0.5pt) }`
    );
  });
  return `@media screen { .${CLASS} { display: none } }
${papers.join('\n')}
@media print {
  html, body { background: none !important; margin: 0 }
  body > :not(.${CLASS}) { display: none !important }
  .${CLASS} section { overflow: hidden; break-inside: avoid; break-after: page }
  .${CLASS} section:last-child { break-after: auto }
  .${CLASS} svg { display: block }
}`;
}
