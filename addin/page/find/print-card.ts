import { printAlone } from '../print-alone.ts';

const LOOK = `@page { size: A4; margin: 15mm 18mm }
@media print {
  & { font-family: 'SimSun', 'Songti SC', serif; font-size: 10pt; line-height: 1.35; color: black }
  & * { color: black !important; background: none !important; box-shadow: none !important }
  & * { font-family: inherit !important; font-size: inherit !important; line-height: inherit !important }
  & h2 { font-size: 15pt !important }
  & h3 { font-size: 11pt !important }
  & li, & dd, & dt { margin: 0 }
  & td, & th { border: 0.5pt solid black !important }
  & tr, & li { break-inside: avoid }
}`;

/** A part of the page as plain text on white paper. */
export function printCard(part: HTMLElement): void {
  void printAlone(LOOK, (place) => {
    place.append(part.cloneNode(true));
    return true;
  });
}
