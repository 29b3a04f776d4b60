import type { XmlScanner } from '../xml/xml-scan.ts';

/**
 * The content types of single parts ([Content_Types].xml) by part name, `/xl/workbook.xml`, in lower case.
 * @throws {IntakeError} `macro` for a type of macros, which need not belong to any part
 */
export function readContentTypes(scanner: XmlScanner): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    const type = scanner.attribute('ContentType') ?? '';
    if (/macro|vba/i.test(type)) scanner.fail('macro', '');
    const part = scanner.attribute('PartName');
    if (part !== undefined) types.set(part.toLowerCase(), type);
  }
  return types;
}
