/** How LibreOffice ends its lines, which is not how Excel and WPS do: so that lines differ in nothing else. */
import type { BreakLine } from '../../ooxml/print/break-lines.ts';

/**
 * It asks for the script of the last character that has room. Behind a Chinese one, marks among them, the line ends there, whatever comes next;
 * behind another, where the rules of Unicode let it end, but that a hyphen is always such a place.
 */
export function breakAsLibreOffice(paragraph: string): BreakLine {
  const isLatin = scriptsOf(paragraph);
  return (start, most) => {
    if (!isLatin[most - 1]) return most;
    for (let end = most; end > start; end -= 1)
      if (mayEnd(paragraph.charAt(end - 1), paragraph.charAt(end))) return end;
    return most;
  };
}

const LATIN = /[\u0021-\u024F\u0370-\u03FF]/;
/** Space, quotation marks and the like belong to what stands before them. */
const WEAK = /[ \t\u00A0\u2000-\u206F]/;

function scriptsOf(paragraph: string): boolean[] {
  let isLatin = false;
  return Array.from({ length: paragraph.length }, (_, at) => {
    const char = paragraph.charAt(at);
    if (!WEAK.test(char)) isLatin = LATIN.test(char);
    return isLatin;
  });
}

const QUOTES = '“”‘’"\'';
const OPENING = '（《〈「『【〔([{';
const CLOSING = '）》〉」』】〕)]}，。、！？；：,.!?;:/%‰℃…—·';

function mayEnd(before: string, after: string): boolean {
  if (before === ' ') return after !== ' ';
  if (after === '' || after === ' ') return false;
  if ((QUOTES + CLOSING + '-').includes(after)) return false;
  if ((QUOTES + OPENING).includes(before)) return false;
  if (before === '-') return true;
  const isWord = (char: string) => LATIN.test(char);
  return !(isWord(before) && isWord(after));
}
