import type { XmlScanner } from './xml-scan.ts';
import { decodeXmlText } from './xml-text.ts';

/** A tag and where it stands in the text. */
export interface XmlTag {
  readonly kind: 'open' | 'close' | 'empty';
  /** As written, with its prefix. */
  readonly rawName: string;
  /** The local name. */
  readonly name: string;
  readonly start: number;
  /** Behind the `>`. */
  readonly end: number;
  /** What stands between the name and the end of the tag, as written. */
  readonly attributes: string;
}

/** The tags of a part with their offsets, so that a few places can be rewritten and every other character stays. */
export function* walkTags(scanner: XmlScanner): Generator<XmlTag> {
  for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
    if (token === 'text') continue;
    const kind = token === 'close' ? 'close' : scanner.isEmpty ? 'empty' : 'open';
    // The end of `<a/>` is the tag that was told already.
    if (kind === 'empty') scanner.next();
    const { rawName, tagStart: start, tagEnd: end } = scanner;
    const attributesStart = start + 1 + rawName.length;
    const attributes = kind === 'close' ? '' : scanner.slice(attributesStart, end - (kind === 'empty' ? 2 : 1));
    yield { kind, rawName, name: rawName.slice(rawName.indexOf(':') + 1), start, end, attributes };
  }
}

const attributePatterns = new Map<string, RegExp>();

/** The value of an attribute by its local name, decoded. */
export function readAttribute(attributes: string, name: string): string | undefined {
  let pattern = attributePatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attributePatterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match === null ? undefined : decodeXmlText(match[1] ?? match[2] ?? '');
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The attributes without those of these local names. */
export function dropAttributes(attributes: string, ...names: string[]): string {
  return attributes.replace(
    new RegExp(`\\s+(?:[\\w.-]+:)?(?:${names.join('|')})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'),
    '',
  );
}
