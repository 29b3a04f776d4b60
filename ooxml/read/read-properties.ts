import { unescapeText } from './read-strings.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** A custom property of a workbook. */
export interface CustomProperty {
  /** Its value as text, whatever its type; blank for vectors and the like. */
  readonly text: string;
  /** The element of its value, as written. */
  readonly value: string;
  /** It shows a named cell of the workbook. */
  readonly isLinked: boolean;
}

/**
 * Custom properties of a workbook (docProps/custom.xml) by name.
 * @param limit the most that are taken
 * @throws {IntakeError} `damaged` also for two of one name
 */
export function readCustomProperties(scanner: XmlScanner, limit: number): Map<string, CustomProperty> {
  const properties = new Map<string, CustomProperty>();
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name !== 'property') continue;
    const name = scanner.attribute('name');
    if (name === undefined || properties.has(name)) return scanner.fail('damaged', '自定义属性有误');
    if (properties.size >= limit) scanner.fail('too-large', '自定义属性过多');
    const isLinked = scanner.attribute('linkTarget') !== undefined;
    const from = scanner.tagEnd;
    const text = readOnlyChild(scanner);
    properties.set(name, { text, value: scanner.slice(from, scanner.tagStart), isLinked });
  }
  return properties;
}

/** The program that saved the workbook last, as docProps/app.xml names it; empty when it does not. */
export function readApplication(scanner: XmlScanner): string {
  let application = '';
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name === 'Application') application = scanner.readTextContent();
  }
  return application;
}

/** When the format came. Programs that want the same bytes each time write an earlier time, which is none. */
const FORMAT_SINCE = '2006-12';

/**
 * When the workbook says that it was saved last (docProps/core.xml), `YYYY-MM-DDThh:mm:ssZ`; null when it does not say, or not in this form.
 * @throws {IntakeError}
 */
export function readSavedTime(scanner: XmlScanner): string | null {
  let saved = '';
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (/(?:^|:)modified$/.test(scanner.name)) saved = scanner.readTextContent().trim();
  }
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(saved) && !Number.isNaN(Date.parse(saved));
  return isTime && saved >= FORMAT_SINCE ? saved : null;
}

/** The text of the typed value (`vt:lpwstr`, `vt:i4`) inside a property; blank for vectors and the like. */
function readOnlyChild(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = '';
  while (scanner.nextChild(depth)) {
    const isPlain =
      /:(?:lpwstr|lpstr|bstr|i1|i2|i4|i8|int|ui1|ui2|ui4|ui8|uint|r4|r8|decimal|bool|filetime|date)$/.test(
        scanner.name,
      );
    if (isPlain) text = unescapeText(scanner.readTextContent());
  }
  return text;
}
