import { readRelations } from './part-relations.ts';
import { XmlScanner } from '../xml/xml-scan.ts';
import type { ZipReader } from '../zip/zip-reader.ts';

/**
 * When the workbook says that it was saved last (docProps/core.xml), `YYYY-MM-DDThh:mm:ssZ`; null when it does not say, or not in this form.
 * @throws {IntakeError}
 */
export function readSavedTime(zip: ZipReader): string | null {
  const part = readRelations(zip, '').find(({ type, external }) => type === 'core-properties' && !external)?.target;
  if (part === undefined || !zip.has(part)) return null;
  const scanner = new XmlScanner(zip.read(part), part, zip.fileName);
  let saved = '';
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (/(?:^|:)modified$/.test(scanner.name)) saved = scanner.readTextContent().trim();
  }
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(saved) && !Number.isNaN(Date.parse(saved));
  return isTime ? saved : null;
}
