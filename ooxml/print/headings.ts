/** The texts of a header or footer: in three parts, each of some lines, with the fonts that stand among the words. */
import type { PrintRun } from './print-sheet.ts';
import type { PrintFont } from './print-style.ts';

interface HeadingPart {
  readonly align: 'left' | 'center' | 'right';
  readonly runs: readonly PrintRun[];
}

/** What stands for the codes of a page. */
export interface HeadingValues {
  readonly page: number;
  readonly pages: number;
  readonly sheet: string;
  readonly file: string;
}

const ALIGNS = { L: 'left', C: 'center', R: 'right' } as const;
/** Points of a text that names no size. */
const PLAIN_SIZE = 10;
const CODE = /&(?:"([^"]*)"|(\d+)|K([0-9A-Fa-f]{6})|([^]))|[^&]+|&/g;

/** @param code as the file writes it: `&L&"宋体,常规"&9第 &P 页` */
export function readHeading(code: string, values: HeadingValues, defaultFont: PrintFont): HeadingPart[] {
  const plain: PrintFont = { ...defaultFont, size: PLAIN_SIZE, bold: false, italic: false, colour: '#000000' };
  const parts = new Map<HeadingPart['align'], PrintRun[]>();
  let align: HeadingPart['align'] = 'center';
  let font = plain;
  const write = (text: string) => {
    const runs = parts.get(align) ?? [];
    parts.set(align, runs);
    runs.push({ text, font });
  };
  for (const [whole, face, size, colour, letter] of code.matchAll(CODE)) {
    if (face !== undefined) font = withFace(font, face);
    else if (size !== undefined) font = { ...font, size: Number(size) };
    else if (colour !== undefined) font = { ...font, colour: `#${colour.toUpperCase()}` };
    else if (letter === 'L' || letter === 'C' || letter === 'R') {
      align = ALIGNS[letter];
      font = plain;
    } else if (letter === 'B') font = { ...font, bold: !font.bold };
    else if (letter === 'I') font = { ...font, italic: !font.italic };
    else if (letter === 'U') font = { ...font, underlined: !font.underlined };
    else if (letter === 'S') font = { ...font, struck: !font.struck };
    else write(letter === undefined ? whole : valueOf(letter, values));
  }
  return Array.from(parts, ([each, runs]) => ({ align: each, runs }));
}

/** `宋体,Bold`; `-` leaves the font. */
function withFace(font: PrintFont, face: string): PrintFont {
  const [name = '', look = ''] = face.split(',');
  const named = name === '-' || name === '' ? font.name : name;
  return { ...font, name: named, bold: /bold|粗/i.test(look), italic: /italic|斜/i.test(look) };
}

function valueOf(letter: string, { page, pages, sheet, file }: HeadingValues): string {
  switch (letter) {
    case 'P':
      return String(page);
    case 'N':
      return String(pages);
    case 'A':
      return sheet;
    case 'F':
      return file;
    case '&':
      return '&';
    default:
      return '';
  }
}
