import { withoutNames } from '../../../rules/told-to-units.ts';
import { printAlone } from '../print-alone.ts';

const LOOK = `@page { size: A4; margin: 15mm 18mm }
@media print {
  & { font-family: 'SimSun', 'Songti SC', serif; font-size: 10pt; line-height: 1.35; color: black }
  & * { color: black !important; background: none !important; box-shadow: none !important }
  & * { font-family: inherit !important; font-size: inherit !important; line-height: inherit !important }
  & .fui-Badge { height: auto; padding: 0 5pt }
  & .fui-Badge::after { border: 0.5pt solid black !important }
  & [data-verdict], & [data-answer='no'], & [data-answer='wrong'], & [data-answer='unknown'] { font-weight: bold !important }
  & h2 { font-size: 15pt !important }
  & h3 { font-size: 11pt !important }
  & li, & dd, & dt { margin: 0 }
  & td, & th { border: 0.5pt solid black !important }
  & tr, & li { break-inside: avoid }
}`;

/**
 * A part of the page as plain text on white paper, for whoever asks why: what is for the office alone is left out.
 * @param otherNames as `withoutNames` takes them
 */
export function printCard(part: HTMLElement, otherNames: readonly string[] = []): void {
  void printAlone(LOOK, (place) => {
    const copy = part.cloneNode(true);
    place.append(copy);
    for (const each of place.querySelectorAll('[data-office-only]')) each.remove();
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode } = texts;
      currentNode.nodeValue = withoutNames(currentNode.nodeValue ?? '', otherNames);
    }
    return true;
  });
}
