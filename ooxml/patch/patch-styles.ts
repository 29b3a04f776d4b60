import { readElements, type XmlElement } from '../xml/xml-elements.ts';
import { editText, type Edit } from '../xml/xml-edit.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';
import { dropAttributes, readAttribute } from '../xml/xml-tags.ts';
import { INTAKE_LIMITS } from '../read/intake-limits.ts';

/** Adds formats to a styles part: like those that are there, but filled with a colour; and for the cells of a list. */
export class StylePatcher {
  private readonly fonts: XmlElement | undefined;
  private readonly fills: XmlElement | undefined;
  private readonly formats: XmlElement | undefined;
  private readonly borders: XmlElement | undefined;
  private readonly addedFills: string[] = [];
  private readonly addedFormats: string[] = [];
  private readonly addedBorders: string[] = [];
  private readonly known = new Map<string, number>();

  constructor(private readonly scanner: XmlScanner) {
    const root = readElements(scanner);
    this.fonts = root.children.find(({ name }) => name === 'fonts');
    this.fills = root.children.find(({ name }) => name === 'fills');
    this.borders = root.children.find(({ name }) => name === 'borders');
    this.formats = root.children.find(({ name }) => name === 'cellXfs');
  }

  /**
   * The number of the format `style`, filled with a colour and with nothing struck out: what is written anew holds. The same number where the part has no formats, or no room for more.
   * @param argb `FFDDEBF7`
   */
  fill(style: number, argb: string): number {
    const { fills, formats, addedFormats } = this;
    const base = formats?.children[style];
    if (!fills || !formats || !base) return style;
    const count = formats.children.length + addedFormats.length;
    if (count >= INTAKE_LIMITS.styles || (colourOf(fills, base) === argb && !this.isStruck(base))) return style;
    const key = `${style} ${argb}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const struck = this.isStruck(base) ? ['fontId', 'applyFont'] : [];
    const kept = dropAttributes(base.attributes, 'fillId', 'applyFill', ...struck).trimEnd();
    const font = struck.length > 0 ? ' fontId="0"' : '';
    const head = `<${base.prefix}xf${kept}${font} fillId="${this.fillOf(fills, argb)}" applyFill="1"`;
    addedFormats.push(base.inner === '' ? `${head}/>` : `${head}>${base.inner}</${base.prefix}xf>`);
    this.known.set(key, count);
    return count;
  }

  /**
   * The number of a format for the cells of a list: the workbook's plain one with lines around it, and several of text in it. 0 where the part has
   * no formats.
   * @param argb of the fill; null for none
   */
  listCell(argb: string | null): number {
    const { fills, formats, borders, addedFormats } = this;
    const base = formats?.children[0];
    if (!fills || !formats || !borders || !base) return 0;
    const count = formats.children.length + addedFormats.length;
    const key = `list ${argb ?? ''}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fill = argb === null ? '' : ` fillId="${this.fillOf(fills, argb)}" applyFill="1"`;
    const dropped = ['borderId', 'applyBorder', 'applyAlignment', ...(argb === null ? [] : ['fillId', 'applyFill'])];
    const kept = dropAttributes(base.attributes, ...dropped).trimEnd();
    const rest = base.children.filter(({ name }) => name !== 'alignment').map(({ outer }) => outer);
    const { prefix } = base;
    const alignment = `<${prefix}alignment vertical="top" wrapText="1"/>`;
    const head = `<${prefix}xf${kept}${fill} borderId="${this.boxOf(borders)}" applyBorder="1" applyAlignment="1">`;
    const format = `${head}${alignment}${rest.join('')}</${prefix}xf>`;
    const earlier = formats.children.findIndex(({ outer }) => outer === format);
    if (earlier < 0) addedFormats.push(format);
    this.known.set(key, earlier < 0 ? count : earlier);
    return earlier < 0 ? count : earlier;
  }

  private isStruck({ attributes }: XmlElement): boolean {
    const font = this.fonts?.children[Number(readAttribute(attributes, 'fontId') ?? 0)];
    const strike = font?.children.find(({ name }) => name === 'strike');
    return strike !== undefined && !/^(?:0|false)$/.test(readAttribute(strike.attributes, 'val') ?? '1');
  }

  /** The part with what was added. */
  finish(): string {
    const edits: Edit[] = [
      ...append(this.fills, this.addedFills),
      ...append(this.borders, this.addedBorders),
      ...append(this.formats, this.addedFormats),
    ];
    return editText(this.scanner.xml, edits);
  }

  /** A thin grey line on each side. */
  private boxOf(borders: XmlElement): number {
    const { prefix } = borders;
    const side = (name: string) => `<${prefix}${name} style="thin"><${prefix}color rgb="FF8C8C8C"/></${prefix}${name}>`;
    const sides = ['left', 'right', 'top', 'bottom'].map(side).join('');
    const box = `<${prefix}border>${sides}<${prefix}diagonal/></${prefix}border>`;
    const earlier = borders.children.findIndex(({ outer }) => outer === box);
    if (earlier >= 0) return earlier;
    if (this.addedBorders.length === 0) this.addedBorders.push(box);
    return borders.children.length;
  }

  private fillOf(fills: XmlElement, argb: string): number {
    const { prefix } = fills;
    const text = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${argb}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
    const at = this.addedFills.indexOf(text);
    if (at >= 0) return fills.children.length + at;
    this.addedFills.push(text);
    return fills.children.length + this.addedFills.length - 1;
  }
}

/** The colour of a format's solid fill. */
function colourOf(fills: XmlElement, { attributes }: XmlElement): string | undefined {
  const fill = fills.children[Number(readAttribute(attributes, 'fillId') ?? 0)];
  return fill?.find('fgColor')[0]?.attribute('rgb');
}

function append(list: XmlElement | undefined, added: readonly string[]): Edit[] {
  if (!list || added.length === 0) return [];
  const kept = dropAttributes(list.attributes, 'count').trimEnd();
  const head = `<${list.prefix}${list.name}${kept} count="${list.children.length + added.length}">`;
  return [
    { start: list.start, end: list.innerStart, by: [head] },
    { start: list.innerEnd, end: list.innerEnd, by: added },
  ];
}
