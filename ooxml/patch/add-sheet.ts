import { OFFICE_RELATIONS, relationsPartOf, type Relation } from '../package/relations.ts';
import type { OoxmlPackage } from '../package/ooxml-package.ts';
import { columnLetters } from '../read/cell-address.ts';
import { readElements, type XmlElement } from '../xml/xml-elements.ts';
import { editText, type Edit } from '../xml/xml-edit.ts';
import { XmlScanner } from '../xml/xml-scan.ts';
import { readAttribute } from '../xml/xml-tags.ts';
import { escapeXml, XML_DECLARATION } from '../xml/xml-text.ts';
import { writeCellXml } from './cell-xml.ts';

/** A sheet to be added behind the others: a list with a row of headings. */
interface AddedSheet {
  readonly name: string;
  /** In characters, one for each column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly AddedCell[])[];
}

export interface AddedCell {
  readonly value: string | number | null;
  /** The number of a format of the workbook. */
  readonly style: number;
}

const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const TYPES_PART = '[Content_Types].xml';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/**
 * The parts that a further sheet takes: its own, and those that tell of it, rewritten. By their names.
 * @param mainXml the part that lists the sheets, as it is to be written
 */
export function addSheet(
  pack: OoxmlPackage,
  mainPart: string,
  mainXml: string,
  sheet: AddedSheet,
): ReadonlyMap<string, string> {
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1);
  const part = findFree(
    (at) => `${folder}worksheets/sheet${at}.xml`,
    (name) => pack.has(name),
  );
  const relations = pack.relationsOf(mainPart);
  const ids = new Set(relations.map(({ id }) => id));
  const id = findFree(
    (at) => `rId${at}`,
    (name) => ids.has(name),
  );
  const main = new XmlScanner(mainXml, mainPart, pack.fileName);
  const root = readElements(main);
  const space = readAttribute(root.attributes, root.prefix === '' ? 'xmlns' : root.prefix.slice(0, -1)) ?? '';
  return new Map([
    [part, writeSheetXml(space, sheet)],
    [TYPES_PART, addType(pack, part)],
    [relationsPartOf(mainPart), addRelation(pack, mainPart, relations, { id, part })],
    [mainPart, listSheet(root, space, sheet.name, id)],
  ]);
}

function findFree(name: (at: number) => string, isTaken: (name: string) => boolean): string {
  let at = 1;
  while (isTaken(name(at))) at += 1;
  return name(at);
}

function addType(pack: OoxmlPackage, part: string): string {
  const root = pack.readElements(TYPES_PART);
  const item = `<${root.prefix}Override PartName="${escapeXml(`/${part}`)}" ContentType="${SHEET_TYPE}"/>`;
  return editText(root.xml, [{ start: root.innerEnd, end: root.innerEnd, by: [item] }]);
}

function addRelation(
  pack: OoxmlPackage,
  mainPart: string,
  relations: readonly Relation[],
  { id, part }: { readonly id: string; readonly part: string },
): string {
  const root = pack.readElements(relationsPartOf(mainPart));
  // The strict edition of the format has another address for the type.
  const type = relations.find(({ kind }) => kind === 'worksheet')?.type ?? `${OFFICE_RELATIONS}/worksheet`;
  const item = `<${root.prefix}Relationship Id="${id}" Type="${escapeXml(type)}" Target="${escapeXml(`/${part}`)}"/>`;
  return editText(root.xml, [{ start: root.innerEnd, end: root.innerEnd, by: [item] }]);
}

function listSheet(root: XmlElement, space: string, name: string, id: string): string {
  const list = root.children.find((child) => child.name === 'sheets');
  if (!list) return root.xml;
  const numbers = list.children.map((sheet) => Number(sheet.attribute('sheetId') ?? 0));
  const sheetId = numbers.reduce((most, each) => Math.max(most, each), 0) + 1;
  // Some programs declare the prefix at each sheet, and not around them.
  const titles = nameTitles(root, list, name);
  const item = `<${list.prefix}sheet xmlns:r="${relationSpace(space)}" name="${escapeXml(name)}" sheetId="${sheetId}" r:id="${id}"/>`;
  return editText(root.xml, [{ start: list.innerEnd, end: list.innerEnd, by: [item] }, titles]);
}

/** The first row is printed on every page. */
function nameTitles(root: XmlElement, list: XmlElement, sheet: string): Edit {
  const { prefix } = root;
  const place = `'${sheet.replaceAll("'", "''")}'!$1:$1`;
  const item = `<${prefix}definedName name="_xlnm.Print_Titles" localSheetId="${list.children.length}">${escapeXml(place)}</${prefix}definedName>`;
  const names = root.children.find(({ name }) => name === 'definedNames');
  if (names && names.innerEnd > names.innerStart) return { start: names.innerEnd, end: names.innerEnd, by: [item] };
  const all = `<${prefix}definedNames>${item}</${prefix}definedNames>`;
  if (names) return { start: names.start, end: names.end, by: [all] };
  const before = root.children.findLast(({ name }) => BEFORE_NAMES.has(name)) ?? list;
  return { start: before.end, end: before.end, by: [all] };
}

/** What may stand between the sheets and the names, by the schema's order. */
const BEFORE_NAMES = new Set(['sheets', 'functionGroups', 'externalReferences']);

/** Of the strict edition of the format, or of the usual one. */
function relationSpace(space: string): string {
  return space.startsWith('http://purl.oclc.org/') ? STRICT_RELATIONS : OFFICE_RELATIONS;
}

/** In points. */
const LINE_HEIGHT = 16;
/** In characters: what a cell keeps free at its sides. */
const CELL_MARGIN = 2;

/** Not every program makes room for wrapped text by itself. A Chinese character is as wide as two others. */
function countLines(cells: readonly AddedCell[], widths: readonly number[]): number {
  const lines = cells.map(({ value }, at) => {
    const text = String(value ?? '');
    const wide = text.replace(/[\0-\xff]/g, '').length;
    return Math.ceil((text.length + wide) / Math.max(1, (widths[at] ?? 0) - CELL_MARGIN));
  });
  return Math.max(1, ...lines);
}

/** Its headings stay in sight; on paper it is as wide as a page, and says which. */
function writeSheetXml(space: string, { widths, rows }: AddedSheet): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, index) => {
    const row = index + 1;
    const written = cells.map(({ value, style }, at) =>
      writeCellXml('', { row, column: at + 1, value }, String(style)),
    );
    return `<row r="${row}" ht="${LINE_HEIGHT * countLines(cells, widths)}" customHeight="1">${written.join('')}</row>`;
  });
  const range = `A1:${columnLetters(Math.max(1, widths.length))}${Math.max(1, rows.length)}`;
  return `${XML_DECLARATION}<worksheet xmlns="${escapeXml(space)}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}
