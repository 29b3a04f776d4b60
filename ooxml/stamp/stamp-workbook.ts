/** The workbook part of a template: its list of sheets, its defined names, and all else that is kept. */
import { TemplateError } from '../errors.ts';
import { quote } from '../quote.ts';
import type { Package } from './stamp-package.ts';
import { kindOf, type Relationship } from './stamp-package.ts';
import type { Pattern } from './stamp-pattern.ts';
import { readFormula, type ReadingContext } from './stamp-sheet.ts';
import { applyEdits, dropAttributes, findElements, readAttribute, type Edit, type XmlElement } from './stamp-xml.ts';

interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly state: string | undefined;
}

/** A name such as the print area. */
export interface DefinedName {
  /** The template sheet that it belongs to, or undefined where it speaks of none. */
  readonly home: string | undefined;
  /** Attributes but `localSheetId`, with the space before them. */
  readonly attributes: string;
  readonly formula: Pattern;
}

export interface WorkbookFrame {
  readonly part: string;
  /** The workbook's XML, cut where the lists of sheets and names go. */
  readonly pieces: readonly (string | { readonly list: 'sheets' | 'names' })[];
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: readonly XmlElement[];
  /** Relationships to parts other than sheets and the chain of computation. */
  readonly relationships: readonly Relationship[];
  readonly stylesPart: string | undefined;
  readonly stringsPart: string | undefined;
  /** Namespace prefix of the workbook's elements, with its colon, or nothing. */
  readonly prefix: string;
}

/** Relationships that are written anew or that a stamped workbook has no use for. */
const REWRITTEN = new Set(['worksheet', 'chartsheet', 'dialogsheet', 'calcChain']);

/** Reads the workbook part. @throws {TemplateError} when it is none that can be stamped */
export function readWorkbook(pack: Package, name: string): WorkbookFrame {
  const part = pack.relationships('').find((relationship) => kindOf(relationship) === 'officeDocument')?.target;
  if (part === undefined || !pack.has(part) || !/spreadsheetml/.test(pack.contentType(part) ?? '')) {
    throw new TemplateError(`模板${quote(name)}不是 Excel 工作簿，请用 Excel 或 WPS 另存为 .xlsx。`);
  }
  const xml = pack.readXml(part);
  if (xml.includes('http://purl.oclc.org/ooxml')) {
    throw new TemplateError(`模板${quote(name)}是“Strict Open XML”格式，请用 Excel 另存为普通的 .xlsx。`);
  }
  const all = pack.relationships(part);
  if (
    all.some((relationship) => ['vbaProject', 'pivotCacheDefinition', 'slicerCache'].includes(kindOf(relationship)))
  ) {
    throw new TemplateError(`模板${quote(name)}里有宏、数据透视表或切片器，填表时无法保留，请从模板中去掉。`);
  }
  const partOfId = new Map(all.filter((item) => kindOf(item) === 'worksheet').map(({ id, target }) => [id, target]));
  const entries = findElements(findElements(xml, 'sheets')[0]?.inner ?? '', 'sheet');
  const sheets = entries.flatMap(({ attributes }): SheetEntry[] => {
    const target = partOfId.get(readAttribute(attributes, 'id') ?? '');
    if (target === undefined) return [];
    return [{ name: readAttribute(attributes, 'name') ?? '', part: target, state: readAttribute(attributes, 'state') }];
  });
  return {
    part,
    pieces: cutWorkbook(xml),
    sheets,
    definedNames: findElements(findElements(xml, 'definedNames')[0]?.inner ?? '', 'definedName'),
    relationships: all.filter((relationship) => !REWRITTEN.has(kindOf(relationship))),
    stylesPart: all.find((relationship) => kindOf(relationship) === 'styles')?.target,
    stringsPart: all.find((relationship) => kindOf(relationship) === 'sharedStrings')?.target,
    prefix: findElements(xml, 'sheets')[0]?.prefix ?? '',
  };
}

/** Reads the defined names. One without a sheet of its own that speaks of a sheet belongs to each copy of that sheet. */
export function readNames(frame: WorkbookFrame, context: ReadingContext): DefinedName[] {
  return frame.definedNames.map(({ attributes, inner }) => {
    const formula = readFormula(inner, context);
    const local = readAttribute(attributes, 'localSheetId');
    const mentioned = formula.flatMap((piece) =>
      typeof piece !== 'string' && piece.kind === 'sheet' ? [piece.name] : [],
    );
    return {
      home: local === undefined ? mentioned[0] : frame.sheets[Number(local)]?.name,
      attributes: dropAttributes(attributes, 'localSheetId'),
      formula,
    };
  });
}

function cutWorkbook(xml: string): WorkbookFrame['pieces'] {
  const edits: Edit<Exclude<WorkbookFrame['pieces'][number], string>>[] = [];
  const [sheets] = findElements(xml, 'sheets');
  const [names] = findElements(xml, 'definedNames');
  if (sheets !== undefined) edits.push({ start: sheets.start, end: sheets.end, by: [{ list: 'sheets' }] });
  if (names !== undefined) edits.push({ start: names.start, end: names.end, by: [{ list: 'names' }] });
  for (const view of findElements(xml, 'workbookView')) {
    const attributes = dropAttributes(view.attributes, 'activeTab', 'firstSheet');
    const start = view.start + 1 + view.prefix.length + view.name.length;
    edits.push({ start, end: start + view.attributes.length, by: [attributes] });
  }
  // Excel notes here the folder in which the template was saved.
  for (const choice of findElements(xml, 'AlternateContent')) {
    if (choice.inner.includes('absPath')) edits.push({ start: choice.start, end: choice.end, by: [] });
  }
  const [calculation] = findElements(xml, 'calcPr');
  if (calculation !== undefined) {
    const attributes = `${dropAttributes(calculation.attributes, 'fullCalcOnLoad')} fullCalcOnLoad="1"`;
    edits.push({ start: calculation.start, end: calculation.end, by: [`<${calculation.prefix}calcPr${attributes}/>`] });
  } else {
    const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];
    const after = before.flatMap((list) => findElements(xml, list))[0]?.end ?? 0;
    edits.push({ start: after, end: after, by: [`<${sheets?.prefix ?? ''}calcPr fullCalcOnLoad="1"/>`] });
  }
  return applyEdits(xml, edits);
}
