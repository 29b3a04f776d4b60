import type { XmlScanner } from '../xml/xml-scan.ts';

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
