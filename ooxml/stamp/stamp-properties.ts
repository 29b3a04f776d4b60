/** The document properties of a stamped workbook: no name of a person or machine, no time. */
import type { OoxmlPackage } from '../package/ooxml-package.ts';
import type { CustomProperty } from '../read/read-properties.ts';
import { escapeXml, XML_DECLARATION } from '../xml/xml-text.ts';

export const CORE_PART = 'docProps/core.xml';
export const APP_PART = 'docProps/app.xml';
export const CUSTOM_PART = 'docProps/custom.xml';

const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const DC = 'http://purl.org/dc/elements/1.1/';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const CUSTOM = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANT_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
/** The one format id that custom properties have; their numbers begin at 2. */
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const FIRST_NUMBER = 2;

/** Of the template's core properties only the title is kept. */
export function writeCoreProperties(pack: OoxmlPackage): string {
  const title = pack.has(CORE_PART) ? (pack.readElements(CORE_PART).find('title')[0]?.text ?? '') : '';
  return `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="${DC}"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`;
}

/** Names the program that wrote the workbook: of one that it does not know, LibreOffice computes every formula instead of trusting what it finds. */
export function writeAppProperties(application: string): string {
  return `${XML_DECLARATION}<Properties xmlns="${EXTENDED}"><Application>${escapeXml(application)}</Application></Properties>`;
}

/** The custom properties of the template with these added or, of the same name, replaced; nothing when there are none. */
export function writeCustomProperties(
  ofTemplate: ReadonlyMap<string, CustomProperty>,
  added: Readonly<Record<string, string>>,
): string | undefined {
  const values = new Map<string, string>();
  // A linked property points to a named cell of the template's own sheet.
  for (const [name, { value, isLinked }] of ofTemplate) if (!isLinked) values.set(name, normalize(value));
  for (const [name, value] of Object.entries(added)) values.set(name, `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr>`);
  if (values.size === 0) return undefined;
  const items = [...values].map(
    ([name, value], index) =>
      `<property fmtid="${FORMAT_ID}" pid="${FIRST_NUMBER + index}" name="${escapeXml(name)}">${value}</property>`,
  );
  return `${XML_DECLARATION}<Properties xmlns="${CUSTOM}" xmlns:vt="${VARIANT_TYPES}">${items.join('')}</Properties>`;
}

/** The value element under the prefix `vt`, whatever the template calls that namespace. */
function normalize(value: string): string {
  return value.replace(/<(\/?)(?:[\w.-]+:)?(?=\w)/g, '<$1vt:');
}
