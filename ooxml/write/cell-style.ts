/** How cells look, and the part of a workbook that lists it. */
import { escapeXml } from '../xml/xml-text.ts';

export interface WrittenStyle {
  readonly fontName: string;
  /** In points. */
  readonly fontSize: number;
  /** Of the font's characters, as old programs count sets; 134 is GB 2312. */
  readonly charset?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly strike?: boolean | undefined;
  /** Alpha, red, green and blue, `FF9C0006`. */
  readonly ink: string;
  /** A plain fill, in the same way. */
  readonly fill?: string | undefined;
  /** Thin and black, on all sides. */
  readonly border?: boolean | undefined;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly wrap: boolean;
  /** A number format as spreadsheet programs write it, `0.00`; `@` is text. */
  readonly numFmt?: string | undefined;
  /** People may fill the cell in though the sheet is protected. */
  readonly unlocked?: boolean | undefined;
}

/** The font by which programs measure column widths. */
const NORMAL_FONT = '<font><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/></font>';
const PLAIN_FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
];
const PLAIN_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const PLAIN_FORMAT = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
/** The number of the format `@`, and the first that a workbook may give to its own. */
const TEXT_FORMAT = 49;
const FIRST_OWN_FORMAT = 164;

/** Gives every look of a workbook its number; a look that is asked for again has the number that it had. */
export class StyleTable {
  private readonly known = new Map<string, number>();
  private readonly fonts = [NORMAL_FONT];
  private readonly fills = [...PLAIN_FILLS];
  private readonly borders = [PLAIN_BORDER];
  private readonly numberFormats: string[] = [];
  private readonly formats = [PLAIN_FORMAT];

  /** The number that a cell names; 0 is the look of an empty sheet. */
  numberOf(style: WrittenStyle): number {
    const key = JSON.stringify(style);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const number = addOnce(this.formats, this.toFormat(style));
    this.known.set(key, number);
    return number;
  }

  toXml(): string {
    const own = this.numberFormats.map(
      (code, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${escapeXml(code)}"/>`,
    );
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      ...(own.length > 0 ? [list('numFmts', own)] : []),
      list('fonts', this.fonts),
      list('fills', this.fills),
      list('borders', this.borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.formats),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }

  private toFormat({ horizontal, wrap, fill, border, numFmt, unlocked, ...font }: WrittenStyle): string {
    const fontId = addOnce(this.fonts, toFont(font));
    const fillId = fill === undefined ? 0 : addOnce(this.fills, toFill(fill));
    const borderId = border ? addOnce(this.borders, BORDER) : 0;
    const applied = [
      'applyFont="1" applyAlignment="1"',
      ...(fillId > 0 ? ['applyFill="1"'] : []),
      ...(borderId > 0 ? ['applyBorder="1"'] : []),
      ...(numFmt === undefined ? [] : ['applyNumberFormat="1"']),
      ...(unlocked ? ['applyProtection="1"'] : []),
    ].join(' ');
    const ids = `numFmtId="${this.toNumberFormat(numFmt)}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}"`;
    const alignment = `<alignment horizontal="${horizontal}" vertical="center"${wrap ? ' wrapText="1"' : ''}/>`;
    const protection = unlocked ? '<protection locked="0"/>' : '';
    return `<xf ${ids} xfId="0" ${applied}>${alignment}${protection}</xf>`;
  }

  private toNumberFormat(code: string | undefined): number {
    if (code === undefined) return 0;
    return code === '@' ? TEXT_FORMAT : FIRST_OWN_FORMAT + addOnce(this.numberFormats, code);
  }
}

const THIN = 'style="thin"><color rgb="FF000000"/>';
const BORDER = `<border><left ${THIN}</left><right ${THIN}</right><top ${THIN}</top><bottom ${THIN}</bottom><diagonal/></border>`;

function toFont({ fontName, fontSize, charset, bold, strike, ink }: Omit<WrittenStyle, 'horizontal' | 'wrap'>): string {
  return [
    '<font>',
    bold ? '<b/>' : '',
    strike ? '<strike/>' : '',
    `<sz val="${fontSize}"/><color rgb="${ink}"/><name val="${escapeXml(fontName)}"/>`,
    charset === undefined ? '' : `<charset val="${charset}"/>`,
    '</font>',
  ].join('');
}

function toFill(fill: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/></patternFill></fill>`;
}

/** Where the item stands in the list, at whose end it is put when it is not there yet. */
function addOnce(items: string[], item: string): number {
  const at = items.indexOf(item);
  return at < 0 ? items.push(item) - 1 : at;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
