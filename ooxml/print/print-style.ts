/** How the cells of a workbook look on paper. */
import type { XmlElement } from '../xml/xml-elements.ts';
import { isTrue } from '../xml/xml-tags.ts';
import type { ReadColour } from './print-colour.ts';
import { BUILT_IN_FORMATS } from './show-number.ts';

export interface PrintFont {
  readonly name: string;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  /** `#RRGGBB` */
  readonly colour: string;
}

export interface BorderLine {
  /** In points. */
  readonly width: number;
  readonly kind: 'solid' | 'dashed' | 'dotted' | 'double';
  readonly colour: string;
}

export const SIDES = ['left', 'right', 'top', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

export interface PrintStyle {
  readonly font: PrintFont;
  readonly fill: string | null;
  readonly borders: Readonly<Record<Side, BorderLine | null>>;
  /** The code of its number format; blank for the general one. */
  readonly format: string;
  /** `general` leaves texts at the left and numbers at the right. */
  readonly horizontal: 'general' | 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wraps: boolean;
  readonly shrinks: boolean;
  /** In steps. */
  readonly indent: number;
  /** Degrees against the clock; `stacked` has one character under the other. */
  readonly turn: number | 'stacked';
}

/** Points and kind of each style of line. */
const LINES: Readonly<Record<string, Omit<BorderLine, 'colour'>>> = {
  hair: { width: 0.25, kind: 'solid' },
  thin: { width: 0.75, kind: 'solid' },
  medium: { width: 1.5, kind: 'solid' },
  thick: { width: 2.25, kind: 'solid' },
  double: { width: 2.25, kind: 'double' },
  dotted: { width: 0.75, kind: 'dotted' },
  dashed: { width: 0.75, kind: 'dashed' },
  dashDot: { width: 0.75, kind: 'dashed' },
  dashDotDot: { width: 0.75, kind: 'dashed' },
  mediumDashed: { width: 1.5, kind: 'dashed' },
  mediumDashDot: { width: 1.5, kind: 'dashed' },
  mediumDashDotDot: { width: 1.5, kind: 'dashed' },
  slantDashDot: { width: 1.5, kind: 'dashed' },
};

/** What programs take where a workbook names no font. */
const PLAIN_FONT: PrintFont = {
  name: 'Calibri',
  size: 11,
  bold: false,
  italic: false,
  underlined: false,
  struck: false,
  colour: '#000000',
};
const NO_BORDERS = { left: null, right: null, top: null, bottom: null };

export interface PrintStyles {
  /** The font by which widths of columns are counted. */
  readonly defaultFont: PrintFont;
  /** By the number that a cell names. */
  readonly of: (style: number) => PrintStyle;
  /** The font of a run within a cell. @param element `<rPr>` */
  readonly fontOf: (element: XmlElement, around: PrintFont) => PrintFont;
}

/** @param root of the part of styles; undefined where a workbook has none */
export function readPrintStyles(root: XmlElement | undefined, colourOf: ReadColour): PrintStyles {
  const listed = (list: string, item: string) => root?.find(list)[0]?.find(item) ?? [];
  const fonts = listed('fonts', 'font').map((font) => readFont(font, PLAIN_FONT, colourOf));
  const fills = listed('fills', 'fill').map((fill) => readFill(fill, colourOf));
  const borders = listed('borders', 'border').map((border) => readBorders(border, colourOf));
  const formats = new Map(
    listed('numFmts', 'numFmt').map((format) => [
      Number(format.attribute('numFmtId')),
      format.attribute('formatCode') ?? '',
    ]),
  );
  const plain: PrintStyle = {
    font: fonts[0] ?? PLAIN_FONT,
    fill: null,
    borders: NO_BORDERS,
    format: '',
    ...readAlignment(undefined),
  };
  const styles = listed('cellXfs', 'xf').map((xf): PrintStyle => {
    const number = (name: string) => Number(xf.attribute(name) ?? 0);
    return {
      font: fonts[number('fontId')] ?? plain.font,
      fill: fills[number('fillId')] ?? null,
      borders: borders[number('borderId')] ?? NO_BORDERS,
      format: formats.get(number('numFmtId')) ?? BUILT_IN_FORMATS[number('numFmtId')] ?? '',
      ...readAlignment(xf.find('alignment')[0]),
    };
  });
  return {
    defaultFont: plain.font,
    of: (style) => styles[style] ?? plain,
    fontOf: (element, around) => readFont(element, around, colourOf),
  };
}

function readFont(element: XmlElement, around: PrintFont, colourOf: ReadColour): PrintFont {
  const value = (name: string) => element.find(name)[0]?.attribute('val');
  const flag = (name: string) => {
    const [found] = element.find(name);
    return found !== undefined && isTrue(found.attribute('val') ?? '1');
  };
  const [underline] = element.find('u');
  return {
    name: value('name') ?? value('rFont') ?? around.name,
    size: Number(value('sz') ?? around.size),
    bold: flag('b'),
    italic: flag('i'),
    underlined: underline !== undefined && underline.attribute('val') !== 'none',
    struck: flag('strike'),
    colour: colourOf(element.find('color')[0]) ?? '#000000',
  };
}

function readFill(element: XmlElement, colourOf: ReadColour): string | null {
  const [pattern] = element.find('patternFill');
  return pattern?.attribute('patternType') === 'solid' ? colourOf(pattern.find('fgColor')[0]) : null;
}

function readBorders(element: XmlElement, colourOf: ReadColour): Record<Side, BorderLine | null> {
  const side = (name: Side): BorderLine | null => {
    const [line] = element.find(name);
    const known = LINES[line?.attribute('style') ?? ''];
    return known ? { ...known, colour: colourOf(line?.find('color')[0]) ?? '#000000' } : null;
  };
  return { left: side('left'), right: side('right'), top: side('top'), bottom: side('bottom') };
}

function readAlignment(element: XmlElement | undefined) {
  const rotation = Number(element?.attribute('textRotation') ?? 0);
  return {
    horizontal: readHorizontal(element?.attribute('horizontal')),
    vertical: readVertical(element?.attribute('vertical')),
    wraps: isTrue(element?.attribute('wrapText')),
    shrinks: isTrue(element?.attribute('shrinkToFit')),
    indent: Number(element?.attribute('indent') ?? 0),
    turn: readTurn(rotation),
  } as const;
}

/** Numbers above 90 turn with the clock, and one beyond all angles stacks. */
function readTurn(rotation: number): PrintStyle['turn'] {
  if (rotation === 255) return 'stacked';
  return rotation > 90 ? 90 - rotation : rotation;
}

function readHorizontal(word: string | undefined): PrintStyle['horizontal'] {
  switch (word) {
    case 'left':
    case 'right':
    case 'center':
      return word;
    case 'centerContinuous':
    case 'distributed':
      return 'center';
    case 'justify':
    case 'fill':
      return 'left';
    default:
      return 'general';
  }
}

function readVertical(word: string | undefined): PrintStyle['vertical'] {
  if (word === 'top' || word === 'justify') return 'top';
  return word === 'center' || word === 'distributed' ? 'center' : 'bottom';
}
