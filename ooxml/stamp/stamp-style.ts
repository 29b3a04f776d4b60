/** The cell styles of a template, and the smaller-font variants that long texts need. */
import type { XmlElement } from '../xml/xml-elements.ts';
import { editText, type Edit } from '../xml/xml-edit.ts';
import { dropAttributes, isTrue } from '../xml/xml-tags.ts';

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
  private readonly fonts: readonly XmlElement[];
  private readonly styles: readonly XmlElement[];
  /** Size and name of the font by which column widths are counted. */
  readonly defaultFont: { readonly name: string; readonly size: number };

  /** @param root of the part of styles */
  constructor(private readonly root: XmlElement) {
    this.fonts = root.find('fonts')[0]?.find('font') ?? [];
    this.styles = root.find('cellXfs')[0]?.find('xf') ?? [];
    const [first] = this.fonts;
    this.defaultFont = { name: readChild(first, 'name') ?? '', size: readSize(first) };
  }

  get xml(): string {
    return this.root.xml;
  }

  read(style: number): CellStyle {
    const xf = this.styles[style];
    const alignment = xf?.find('alignment')[0];
    return {
      fontSize: readSize(this.fontOf(xf)),
      wraps: isTrue(alignment?.attribute('wrapText')),
      indent: Number(alignment?.attribute('indent') ?? 0),
      turned: (alignment?.attribute('textRotation') ?? '0') !== '0',
    };
  }

  /** The style sheet with these variants appended to its cell styles, in order. */
  withVariants(variants: readonly Variant[]): string {
    const fonts = variants.map(({ style, fontSize }) => resize(this.fontOf(this.styles[style]), fontSize));
    const styles = variants.map((variant, index) => this.copyStyle(variant, this.fonts.length + index));
    return editText(this.root.xml, [append(this.root, 'fonts', fonts), append(this.root, 'cellXfs', styles)]);
  }

  get count(): number {
    return this.styles.length;
  }

  private fontOf(xf: XmlElement | undefined): XmlElement | undefined {
    return this.fonts[Number(xf?.attribute('fontId') ?? 0)];
  }

  private copyStyle({ style, atTop }: Variant, fontId: number): string {
    const xf = this.styles[style];
    const prefix = xf?.prefix ?? '';
    const alignment = xf?.find('alignment')[0];
    const rest = xf === undefined ? '' : xf.xml.slice(alignment?.end ?? xf.innerStart, xf.innerEnd);
    const own = dropAttributes(alignment?.attributes ?? '', 'wrapText', 'shrinkToFit');
    const kept = atTop ? `${dropAttributes(own, 'vertical')} vertical="top"` : own;
    const attributes = dropAttributes(xf?.attributes ?? '', 'fontId', 'applyFont', 'applyAlignment');
    return (
      `<${prefix}xf${attributes} fontId="${fontId}" applyFont="1" applyAlignment="1">` +
      `<${prefix}alignment${kept} wrapText="1"/>${rest}</${prefix}xf>`
    );
  }
}

interface Variant {
  readonly style: number;
  readonly fontSize: number;
  /** Whether text begins at the top of its cell, whatever the style says. */
  readonly atTop: boolean;
}

/** The variants that one workbook uses. */
export class StyleVariants {
  private readonly indexes = new Map<string, number>();
  private readonly variants: Variant[] = [];

  constructor(private readonly sheet: StyleSheet) {}

  /** The number of the style like `style` with this font size, and wrapped. */
  indexOf(style: number, fontSize: number, atTop = false): number {
    const key = `${style} ${fontSize} ${String(atTop)}`;
    let index = this.indexes.get(key);
    if (index === undefined) {
      index = this.sheet.count + this.variants.length;
      this.indexes.set(key, index);
      this.variants.push({ style, fontSize, atTop });
    }
    return index;
  }

  toXml(): string {
    return this.variants.length === 0 ? this.sheet.xml : this.sheet.withVariants(this.variants);
  }
}

function readChild(font: XmlElement | undefined, name: string): string | undefined {
  return font?.find(name)[0]?.attribute('val');
}

/** Excel takes 11 points where a font names no size. */
function readSize(font: XmlElement | undefined): number {
  return Number(readChild(font, 'sz') ?? 11);
}

function resize(font: XmlElement | undefined, size: number): string {
  if (font === undefined) return `<font><sz val="${size}"/></font>`;
  const [old] = font.find('sz');
  const { xml, prefix } = font;
  if (old === undefined) return `<${prefix}font><${prefix}sz val="${size}"/>${font.inner}</${prefix}font>`;
  return `${xml.slice(font.start, old.start)}<${old.prefix}sz val="${size}"/>${xml.slice(old.end, font.end)}`;
}

/** Puts items at the end of a list. */
function append(root: XmlElement, list: string, items: readonly string[]): Edit {
  const [element] = root.find(list);
  if (element === undefined) throw new Error(`style sheet without ${list}`);
  const count = Number(element.attribute('count') ?? 0) + items.length;
  const attributes = `${dropAttributes(element.attributes, 'count')} count="${count}"`;
  const tag = `${element.prefix}${list}`;
  const { start, end } = element;
  return { start, end, by: [`<${tag}${attributes}>${element.inner}${items.join('')}</${tag}>`] };
}
