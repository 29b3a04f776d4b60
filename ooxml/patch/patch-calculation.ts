import { editText } from '../xml/xml-edit.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';
import { dropAttributes, walkTags } from '../xml/xml-tags.ts';

/** What may stand before `calcPr` in a workbook part, by the schema's order. */
const BEFORE = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** The workbook part with the order to compute every formula on opening: stored results may be older than what was changed. */
export function askForCalculation(scanner: XmlScanner): string {
  const { xml } = scanner;
  let depth = 0;
  let prefix = '';
  let behind = 0;
  for (const tag of walkTags(scanner)) {
    if (tag.kind === 'close') depth -= 1;
    if (depth === 0 && tag.kind === 'open') prefix = tag.rawName.slice(0, -tag.name.length);
    if (depth === 1 && tag.kind !== 'close' && tag.name === 'calcPr') {
      const end = tag.kind === 'empty' ? '/>' : '>';
      const kept = dropAttributes(tag.attributes, 'fullCalcOnLoad').trimEnd();
      return editText(xml, [{ ...tag, by: [`<${tag.rawName}${kept} fullCalcOnLoad="1"${end}`] }]);
    }
    if (depth === 1 && tag.kind !== 'open' && BEFORE.has(tag.name)) behind = tag.end;
    if (tag.kind === 'open') depth += 1;
  }
  return editText(xml, [{ start: behind, end: behind, by: [`<${prefix}calcPr fullCalcOnLoad="1"/>`] }]);
}
