import { makeZip, type HandEntry, type HandZipOptions } from './hostile-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a workbook by name; null leaves a part out. */
export type Parts = Readonly<Record<string, string | null>>;

/** A worksheet with these children of its root, or these rows. */
export function sheetXml(rows: string, after = '', before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function relation(id: string, type: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${more}/>`;
}

export function relationsXml(...relations: string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

/** The parts of a small sound workbook with one sheet `表`, some of them replaced. */
export function workbookParts(changes: Parts = {}): Parts {
  return {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
      relation('rId3', 'styles', '/xl/styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheetXml(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>96</v></c><c r="C1" s="1"><v>45292</v></c></row>',
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>单位</t></si></sst>`,
    'xl/styles.xml':
      `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>` +
      '<xf numFmtId="0"><protection locked="0"/></xf></cellXfs></styleSheet>',
    ...changes,
  };
}

/** Zips parts as they are. */
export function zipParts(parts: Parts, more: readonly HandEntry[] = [], options: HandZipOptions = {}): Uint8Array {
  const entries = Object.entries(parts).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]));
  return makeZip([...entries, ...more], options);
}

/** A small workbook with some parts replaced. */
export function handWorkbook(changes: Parts = {}): Uint8Array {
  return zipParts(workbookParts(changes));
}

/** A small workbook whose one sheet has these rows. */
export function workbookOfRows(rows: string, after = '', before = ''): Uint8Array {
  return handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows, after, before) });
}
