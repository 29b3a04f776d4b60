/** The cell styles of a template, and the smaller-font variants that long texts need. */
import { dropAttributes, findElements, isTrue, readAttribute, type XmlElement } from './stamp-xml.ts';

/** What of a cell style matters for the room of its text. */
interface CellStyle {
  /** In points. */
  readonly fontSize: number;
  readonly wraps: boolean;
  /** Steps of indentation. */
  readonly indent: number;
  /** Text that does not run from left to right in a line. */
  readonly turned: boolean;
}

export class StyleSheet {
  private readonly fonts: readonly string[];
  private readonly styles: readonly XmlElement[];
  /** Size and name of the font by which column widths are counted. */
  readonly defaultFont: { readonly name: string; readonly size: number };

  constructor(readonly xml: string) {
    const [fontList] = findElements(xml, 'fonts');
    const [styleList] = findElements(xml, 'cellXfs');
    this.fonts =
      fontList === undefined ? [] : findElements(fontList.inner, 'font').map((font) => outer(fontList.inner, font));
    this.styles = styleList === undefined ? [] : findElements(styleList.inner, 'xf');
    const first = this.fonts[0] ?? '';
    this.defaultFont = { name: readChild(first, 'name') ?? '', size: readSize(first) };
  }

  read(style: number): CellStyle {
    const xf = this.styles[style];
    const [alignment] = findElements(xf?.inner ?? '', 'alignment');
    const attributes = alignment?.attributes ?? '';
    const vertical = readAttribute(attributes, 'textRotation') ?? '0';
    return {
      fontSize: readSize(this.fonts[fontIdOf(xf)] ?? ''),
      wraps: isTrue(readAttribute(attributes, 'wrapText')),
      indent: Number(readAttribute(attributes, 'indent') ?? 0),
      turned: vertical !== '0',
    };
  }

  /** The style sheet with these variants appended to its cell styles, in order. */
  withVariants(variants: readonly { style: number; fontSize: number }[]): string {
    const fonts = variants.map(({ style, fontSize }) =>
      resize(this.fonts[fontIdOf(this.styles[style])] ?? '', fontSize),
    );
    const styles = variants.map(({ style }, index) => this.copyStyle(style, this.fonts.length + index));
    return append(append(this.xml, 'fonts', fonts), 'cellXfs', styles);
  }

  get count(): number {
    return this.styles.length;
  }

  private copyStyle(style: number, fontId: number): string {
    const xf = this.styles[style];
    const prefix = xf?.prefix ?? '';
    const [alignment] = findElements(xf?.inner ?? '', 'alignment');
    const rest = alignment === undefined ? (xf?.inner ?? '') : xf?.inner.slice(alignment.end);
    const kept = dropAttributes(alignment?.attributes ?? '', 'wrapText', 'shrinkToFit');
    const attributes = dropAttributes(xf?.attributes ?? '', 'fontId', 'applyFont', 'applyAlignment');
    return (
      `<${prefix}xf${attributes} fontId="${fontId}" applyFont="1" applyAlignment="1">` +
      `<${prefix}alignment${kept} wrapText="1"/>${rest}</${prefix}xf>`
    );
  }
}

/** The variants that one workbook uses. */
export class StyleVariants {
  private readonly indexes = new Map<string, number>();
  private readonly variants: { style: number; fontSize: number }[] = [];

  constructor(private readonly sheet: StyleSheet) {}

  /** The number of the style like `style` with this font size, and wrapped. */
  indexOf(style: number, fontSize: number): number {
    const key = `${style} ${fontSize}`;
    let index = this.indexes.get(key);
    if (index === undefined) {
      index = this.sheet.count + this.variants.length;
      this.indexes.set(key, index);
      this.variants.push({ style, fontSize });
    }
    return index;
  }

  toXml(): string {
    return this.variants.length === 0 ? this.sheet.xml : this.sheet.withVariants(this.variants);
  }
}

function outer(xml: string, element: XmlElement): string {
  return xml.slice(element.start, element.end);
}

function fontIdOf(xf: XmlElement | undefined): number {
  return Number(readAttribute(xf?.attributes ?? '', 'fontId') ?? 0);
}

function readChild(xml: string, name: string): string | undefined {
  const [child] = findElements(xml, name);
  return child === undefined ? undefined : readAttribute(child.attributes, 'val');
}

/** Excel takes 11 points where a font names no size. */
function readSize(font: string): number {
  return Number(readChild(font, 'sz') ?? 11);
}

function resize(font: string, size: number): string {
  const [old] = findElements(font, 'sz');
  if (old !== undefined) return `${font.slice(0, old.start)}<${old.prefix}sz val="${size}"/>${font.slice(old.end)}`;
  const [whole] = findElements(font, 'font');
  const prefix = whole?.prefix ?? '';
  return `<${prefix}font><${prefix}sz val="${size}"/>${whole?.inner ?? ''}</${prefix}font>`;
}

function append(xml: string, list: string, items: readonly string[]): string {
  const [element] = findElements(xml, list);
  if (element === undefined) throw new Error(`style sheet without ${list}`);
  const count = Number(readAttribute(element.attributes, 'count') ?? 0) + items.length;
  const attributes = `${dropAttributes(element.attributes, 'count')} count="${count}"`;
  const tag = `${element.prefix}${list}`;
  return `${xml.slice(0, element.start)}<${tag}${attributes}>${element.inner}${items.join('')}</${tag}>${xml.slice(element.end)}`;
}
