/** The workbook part of a template: its list of sheets, its defined names, and all else that is kept. */
import { TemplateError } from '../errors.ts';
import { quote } from '../quote.ts';
import type { Relation } from '../package/relations.ts';
import type { WorkbookFile } from '../read/open-workbook.ts';
import { applyEdits, type Edit } from '../xml/xml-edit.ts';
import type { XmlElement } from '../xml/xml-elements.ts';
import { dropAttributes } from '../xml/xml-tags.ts';
import type { Pattern } from './stamp-pattern.ts';
import { readFormula, type ReadingContext } from './stamp-sheet.ts';

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
  /** The names of all sheets, those that hold only a chart among them, as defined names count them. */
  readonly listed: readonly string[];
  readonly definedNames: readonly XmlElement[];
  /** Relations to parts other than sheets and the chain of computation. */
  readonly relations: readonly Relation[];
  readonly stylesPart: string | undefined;
  readonly stringsPart: string | undefined;
  /** Namespace prefix of the workbook's elements, with its colon, or nothing. */
  readonly prefix: string;
}

/** Relations that are written anew or that a stamped workbook has no use for. */
const REWRITTEN = new Set(['worksheet', 'chartsheet', 'dialogsheet', 'calcChain']);

/** Reads the workbook part. @throws {TemplateError} when it is none that can be stamped */
export function readFrame({ pack, mainPart: part, sheets, fileName }: WorkbookFile): WorkbookFrame {
  const root = pack.readElements(part);
  if (root.xml.includes('http://purl.oclc.org/ooxml')) {
    throw new TemplateError(`模板${quote(fileName)}是“Strict Open XML”格式，请用 Excel 另存为普通的 .xlsx。`);
  }
  const all = pack.relationsOf(part);
  if (all.some(({ kind }) => kind === 'pivotCacheDefinition' || kind === 'slicerCache')) {
    throw new TemplateError(`模板${quote(fileName)}里有数据透视表或切片器，填表时无法保留，请从模板中去掉。`);
  }
  const [list] = root.find('sheets');
  const states = new Map(list?.find('sheet').map((sheet) => [sheet.attribute('name') ?? '', sheet.attribute('state')]));
  return {
    part,
    pieces: cutWorkbook(root),
    sheets: sheets.map(({ name, partName }) => ({ name, part: partName, state: states.get(name) })),
    listed: [...states.keys()],
    definedNames: root.find('definedNames')[0]?.find('definedName') ?? [],
    relations: all.filter(({ kind }) => !REWRITTEN.has(kind)),
    stylesPart: all.find(({ kind }) => kind === 'styles')?.target,
    stringsPart: all.find(({ kind }) => kind === 'sharedStrings')?.target,
    prefix: list?.prefix ?? '',
  };
}

/** Reads the defined names. One without a sheet of its own that speaks of a sheet belongs to each copy of that sheet. */
export function readNames(frame: WorkbookFrame, context: ReadingContext): DefinedName[] {
  return frame.definedNames.map((defined) => {
    const formula = readFormula(defined.inner, context);
    const local = defined.attribute('localSheetId');
    const mentioned = formula.flatMap((piece) =>
      typeof piece !== 'string' && piece.kind === 'sheet' ? [piece.name] : [],
    );
    return {
      home: local === undefined ? mentioned[0] : frame.listed[Number(local)],
      attributes: dropAttributes(defined.attributes, 'localSheetId'),
      formula,
    };
  });
}

function cutWorkbook(root: XmlElement): WorkbookFrame['pieces'] {
  const edits: Edit<Exclude<WorkbookFrame['pieces'][number], string>>[] = [];
  const [sheets] = root.find('sheets');
  const [names] = root.find('definedNames');
  if (sheets !== undefined) edits.push({ start: sheets.start, end: sheets.end, by: [{ list: 'sheets' }] });
  if (names !== undefined) edits.push({ start: names.start, end: names.end, by: [{ list: 'names' }] });
  for (const { attributesStart: start, attributes } of root.find('workbookView')) {
    edits.push({ start, end: start + attributes.length, by: [dropAttributes(attributes, 'activeTab', 'firstSheet')] });
  }
  // Excel notes here the folder in which the template was saved.
  for (const choice of root.find('AlternateContent')) {
    if (choice.inner.includes('absPath')) edits.push({ start: choice.start, end: choice.end, by: [] });
  }
  const [calculation] = root.find('calcPr');
  if (calculation !== undefined) {
    const attributes = `${dropAttributes(calculation.attributes, 'fullCalcOnLoad')} fullCalcOnLoad="1"`;
    edits.push({ start: calculation.start, end: calculation.end, by: [`<${calculation.prefix}calcPr${attributes}/>`] });
  } else {
    const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];
    const after = before.flatMap((list) => root.find(list))[0]?.end ?? 0;
    edits.push({ start: after, end: after, by: [`<${sheets?.prefix ?? ''}calcPr fullCalcOnLoad="1"/>`] });
  }
  return applyEdits(root.xml, edits);
}
