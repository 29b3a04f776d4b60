/** The years of an edition (2024, 2021-2022), and the years in titles that are none of them. */
import { plainText } from './written-text.ts';

interface EditionYears {
  readonly first: number;
  readonly last: number;
}

/** Four digits that stand alone; numbers of standards, telephones and the like are longer or none of these centuries. */
const YEAR = String.raw`(?:19|20|21)\d{2}(?![\d.])`;
const SPAN = new RegExp(String.raw`(?<![\d.]|\d[-—–])(${YEAR})年?(?:[-—–~至](${YEAR}))?`, 'g');

/** Null for an edition that names no year: 第三届. */
export function readEdition(edition: string): EditionYears | null {
  const years = listYears(edition).flatMap(({ first, last }) => [first, last]);
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}

/** The years and spans of years of a text that are not of the edition, as they are written; a span is the edition's own. */
export function listStrangeYears(text: string, edition: EditionYears): string[] {
  return listYears(text)
    .filter(({ first, last, isSpan }) =>
      isSpan ? first !== edition.first || last !== edition.last : first < edition.first || first > edition.last,
    )
    .map(({ first, last, isSpan }) => (isSpan ? `${first}-${last}` : String(first)));
}

interface WrittenYears extends EditionYears {
  readonly isSpan: boolean;
}

function listYears(text: string): WrittenYears[] {
  return [...plainText(text).matchAll(SPAN)].map(([, first, last]) => ({
    first: Number(first),
    last: Number(last ?? first),
    isSpan: last !== undefined,
  }));
}
