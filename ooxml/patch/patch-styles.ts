import { readElements, type XmlElement } from '../xml/xml-elements.ts';
import { editText, type Edit } from '../xml/xml-edit.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';
import { dropAttributes, readAttribute } from '../xml/xml-tags.ts';
import { INTAKE_LIMITS } from '../read/intake-limits.ts';

/** Adds formats to a styles part that are like those that are there, but filled with a colour. */
export class StylePatcher {
  private readonly fills: XmlElement | undefined;
  private readonly formats: XmlElement | undefined;
  private readonly addedFills: string[] = [];
  private readonly addedFormats: string[] = [];
  private readonly known = new Map<string, number>();

  constructor(private readonly scanner: XmlScanner) {
    const root = readElements(scanner);
    this.fills = root.children.find(({ name }) => name === 'fills');
    this.formats = root.children.find(({ name }) => name === 'cellXfs');
  }

  /**
   * The number of the format `style`, filled with a colour. The same number where the part has no formats, or no room for more.
   * @param argb `FFDDEBF7`
   */
  fill(style: number, argb: string): number {
    const { fills, formats, addedFormats } = this;
    const base = formats?.children[style];
    if (!fills || !formats || !base) return style;
    const count = formats.children.length + addedFormats.length;
    if (count >= INTAKE_LIMITS.styles || colourOf(fills, base) === argb) return style;
    const key = `${style} ${argb}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const kept = dropAttributes(base.attributes, 'fillId', 'applyFill').trimEnd();
    const head = `<${base.prefix}xf${kept} fillId="${this.fillOf(fills, argb)}" applyFill="1"`;
    addedFormats.push(base.inner === '' ? `${head}/>` : `${head}>${base.inner}</${base.prefix}xf>`);
    this.known.set(key, count);
    return count;
  }

  /** The number of the format `style` with several lines in a cell; the same number where the part has no formats. */
  wrap(style: number): number {
    const { formats, addedFormats } = this;
    const base = formats?.children[style];
    if (!formats || !base) return style;
    const count = formats.children.length + addedFormats.length;
    const kept = dropAttributes(base.attributes, 'applyAlignment').trimEnd();
    const rest = base.children.filter(({ name }) => name !== 'alignment').map(({ outer }) => outer);
    const alignment = `<${base.prefix}alignment vertical="top" wrapText="1"/>`;
    addedFormats.push(`<${base.prefix}xf${kept} applyAlignment="1">${alignment}${rest.join('')}</${base.prefix}xf>`);
    return count;
  }

  /** The part with what was added. */
  finish(): string {
    const edits: Edit[] = [...append(this.fills, this.addedFills), ...append(this.formats, this.addedFormats)];
    return editText(this.scanner.xml, edits);
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
