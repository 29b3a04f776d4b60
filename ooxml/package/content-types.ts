import type { XmlScanner } from '../xml/xml-scan.ts';
import { escapeXml, XML_DECLARATION } from '../xml/xml-text.ts';

/** What kind of content each part holds, as `[Content_Types].xml` has it: for single parts, else by extension. */
export interface ContentTypes {
  /** By part name, `xl/workbook.xml`, in lower case. */
  readonly ofParts: ReadonlyMap<string, string>;
  /** By extension, `xml`, in lower case; blank where two types are given for one. */
  readonly ofExtensions: ReadonlyMap<string, string>;
}

/**
 * Reads `[Content_Types].xml`.
 * @throws {IntakeError} `macro` for a type of macros, which need not belong to any part
 */
export function readContentTypes(scanner: XmlScanner): ContentTypes {
  const ofParts = new Map<string, string>();
  const ofExtensions = new Map<string, string>();
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    const type = scanner.attribute('ContentType') ?? '';
    if (/macro|vba/i.test(type)) scanner.fail('macro', '');
    const part = scanner.attribute('PartName');
    if (part !== undefined) ofParts.set(part.slice(1).toLowerCase(), type);
    const extension = scanner.attribute('Extension')?.toLowerCase();
    if (extension === undefined) continue;
    const isOne = (ofExtensions.get(extension) ?? type) === type;
    ofExtensions.set(extension, isOne ? type : '');
  }
  return { ofParts, ofExtensions };
}

/** The type of a part; undefined where none is given. Programs built on .NET give that of the workbook by extension alone. */
export function contentTypeOf({ ofParts, ofExtensions }: ContentTypes, part: string): string | undefined {
  const name = part.toLowerCase();
  return ofParts.get(name) ?? ofExtensions.get(name.slice(name.lastIndexOf('.') + 1));
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'application/vnd.openxmlformats-package.relationships+xml';

/** The part `[Content_Types].xml`: types by extension, that of relations among them, and those of single parts, in their order. */
export function writeContentTypes(
  ofExtensions: ReadonlyMap<string, string>,
  ofParts: Iterable<readonly [part: string, type: string]>,
): string {
  const all = ofExtensions.has('rels') ? ofExtensions : new Map([['rels', RELATIONS], ...ofExtensions]);
  const defaults = Array.from(
    all,
    ([extension, type]) => `<Default Extension="${escapeXml(extension)}" ContentType="${escapeXml(type)}"/>`,
  );
  const overrides = Array.from(
    ofParts,
    ([part, type]) => `<Override PartName="${escapeXml(`/${part}`)}" ContentType="${escapeXml(type)}"/>`,
  );
  return `${XML_DECLARATION}<Types xmlns="${NAMESPACE}">${defaults.join('')}${overrides.join('')}</Types>`;
}
