import type { XmlScanner } from './xml-scan.ts';
import { readAttribute, walkTags, type XmlTag } from './xml-tags.ts';
import { decodeXmlText } from './xml-text.ts';

/** An element and where it stands in the text of its part, so that places in it can be rewritten and every other character stays. */
export class XmlElement {
  readonly start: number;
  /** The prefix with its colon, or nothing. */
  readonly prefix: string;
  /** The local name. */
  readonly name: string;
  /** The attributes as written, with the space before them. */
  readonly attributes: string;
  readonly attributesStart: number;
  /** Where the inner text begins; equals `end` for `<a/>`. */
  readonly innerStart: number;
  innerEnd: number;
  end: number;
  readonly children: XmlElement[] = [];

  constructor(
    private readonly scanner: XmlScanner,
    tag: XmlTag,
  ) {
    this.start = tag.start;
    this.prefix = tag.rawName.slice(0, -tag.name.length);
    this.name = tag.name;
    this.attributes = tag.attributes;
    this.attributesStart = tag.start + 1 + tag.rawName.length;
    this.innerStart = tag.end;
    this.innerEnd = tag.end;
    this.end = tag.end;
  }

  /** The text of the whole part. */
  get xml(): string {
    return this.scanner.xml;
  }

  /** What stands between the tags, as written. */
  get inner(): string {
    return this.scanner.slice(this.innerStart, this.innerEnd);
  }

  /** The element as written. */
  get outer(): string {
    return this.scanner.slice(this.start, this.end);
  }

  /** Its text where it holds no element, decoded. */
  get text(): string {
    return decodeXmlText(this.inner);
  }

  /** The value of an attribute by its local name. */
  attribute(name: string): string | undefined {
    return readAttribute(this.attributes, name);
  }

  /** The first of its own children with this local name. */
  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  /** All elements inside with one of these local names, whatever their prefix, in order; not those inside one that is found. */
  find(...names: string[]): XmlElement[] {
    return findIn(this.children, names);
  }
}

/** Those with one of the names among some elements and all that they hold, as `XmlElement.find`. */
export function findIn(elements: readonly XmlElement[], names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  gather(elements, names, found);
  return found;
}

/** Into one list for all levels: a large sheet is gone through many times. */
function gather(elements: readonly XmlElement[], names: readonly string[], found: XmlElement[]): void {
  for (const element of elements) {
    if (names.includes(element.name)) found.push(element);
    else if (element.children.length > 0) gather(element.children, names, found);
  }
}

/** The root of a part, with all that it holds: for parts that are read once and are small. @throws {IntakeError} */
export function readElements(scanner: XmlScanner): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  for (const tag of walkTags(scanner)) {
    if (tag.kind === 'close') {
      const closed = open.pop();
      if (closed === undefined) continue;
      closed.innerEnd = tag.start;
      closed.end = tag.end;
      continue;
    }
    const element = new XmlElement(scanner, tag);
    open.at(-1)?.children.push(element);
    root ??= element;
    if (tag.kind === 'open') open.push(element);
  }
  return root ?? scanner.fail('damaged', '内容不完整');
}
