/**
 * Writes a workbook of long lists, row by row: memory does not grow with the rows, for they are packed as they come.
 *
 * `README.md` of the folder above has an example. The same rows give the same bytes.
 */
import { writeContentTypes } from '../package/content-types.ts';
import { OFFICE_RELATIONS, PACKAGE_RELATIONS, writeRelations } from '../package/relations.ts';
import { escapeXml, XML_DECLARATION } from '../xml/xml-text.ts';
import { PartWriter } from '../zip/part-writer.ts';
import { CUSTOM_PART, writeCustomProperties } from '../stamp/stamp-properties.ts';
import { joinZip, packPart, type PackedPart } from '../zip/zip-writer.ts';
import { StyleTable, type WrittenStyle } from './cell-style.ts';
import { writeComments, writeNoteBoxes } from './sheet-notes.ts';
import { SheetWriter } from './sheet-writer.ts';
import { TextTable } from './text-table.ts';

const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const FIXED_TIME = '1980-01-01T00:00:00Z';
/** In twentieths of a point. */
const WINDOW = { width: 24_000, height: 14_000 };

/** What the properties of the workbook say of it. */
interface WorkbookProperties {
  readonly title: string;
  readonly creator: string;
  /** Properties of its own, by their names. */
  readonly custom?: Readonly<Record<string, string>>;
}

export class WorkbookWriter {
  private readonly styles = new StyleTable();
  private readonly texts = new TextTable();
  private readonly sheets: SheetWriter[] = [];

  constructor(private readonly properties: WorkbookProperties) {}

  /** A sheet behind those that are there. The caller sees to a name that programs accept, and that no other sheet has. */
  addSheet(name: string): SheetWriter {
    const sheet = new SheetWriter(name, this.texts);
    this.sheets.push(sheet);
    return sheet;
  }

  /** The number of a look, for cells and columns. */
  styleOf(style: WrittenStyle): number {
    return this.styles.numberOf(style);
  }

  /** The bytes of the workbook, whose first sheet is the one shown. Nothing may be written to its sheets any more. */
  finish(): Uint8Array {
    const parts = this.sheets.flatMap((sheet, index) => packSheet(sheet, index + 1));
    const texts = new PartWriter();
    texts.write(XML_DECLARATION);
    for (const piece of this.texts.toXml()) texts.write(piece);
    const custom = this.writeCustom();
    return joinZip([
      packPart('[Content_Types].xml', this.writeContentTypes()),
      packPart('_rels/.rels', writeRootRelations(custom !== undefined)),
      packPart('docProps/core.xml', writeCore(this.properties)),
      ...(custom === undefined ? [] : [packPart(CUSTOM_PART, custom)]),
      packPart('xl/workbook.xml', this.writeWorkbook()),
      packPart('xl/_rels/workbook.xml.rels', this.writeRelations()),
      packPart('xl/styles.xml', XML_DECLARATION + this.styles.toXml()),
      texts.finish('xl/sharedStrings.xml'),
      ...parts,
    ]);
  }

  private writeCustom(): string | undefined {
    return writeCustomProperties(new Map(), this.properties.custom ?? {});
  }

  private writeWorkbook(): string {
    const sheets = this.sheets.map(({ name, options }, index) => {
      const state = options.hidden ? ' state="hidden"' : '';
      return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
    });
    const named = this.sheets.flatMap((sheet, index) => nameRangesOf(sheet, index));
    const names = named.length === 0 ? '' : `<definedNames>${named.join('')}</definedNames>`;
    // What has no value yet gets one as soon as the workbook is opened.
    const computes = this.sheets.some(({ awaitsResults }) => awaitsResults) ? '<calcPr fullCalcOnLoad="1"/>' : '';
    const view = `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="${WINDOW.width}" windowHeight="${WINDOW.height}"/></bookViews>`;
    return `${XML_DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE_RELATIONS}">${view}<sheets>${sheets.join('')}</sheets>${names}${computes}</workbook>`;
  }

  private writeRelations(): string {
    return numberRelations('xl/workbook.xml', [
      ...this.sheets.map((_, index) => ['worksheet', `xl/worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'xl/styles.xml'],
      ['sharedStrings', 'xl/sharedStrings.xml'],
    ]);
  }

  private writeContentTypes(): string {
    const ofParts: [part: string, type: string][] = [
      ['xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
      ['xl/styles.xml', `${SPREADSHEET}.styles+xml`],
      ['xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`],
      ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ];
    if (this.properties.custom) {
      ofParts.push([CUSTOM_PART, 'application/vnd.openxmlformats-officedocument.custom-properties+xml']);
    }
    for (const [index, { notes }] of this.sheets.entries()) {
      ofParts.push([`xl/worksheets/sheet${index + 1}.xml`, `${SPREADSHEET}.worksheet+xml`]);
      if (notes.length > 0) ofParts.push([`xl/comments${index + 1}.xml`, `${SPREADSHEET}.comments+xml`]);
    }
    return writeContentTypes(EXTENSIONS, ofParts);
  }
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['xml', 'application/xml'],
  ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
]);

/** The names by which programs know what is printed of a sheet, and what each page repeats. */
function nameRangesOf({ name, options: { print } }: SheetWriter, index: number): string[] {
  const ranges: [string, string][] = [];
  const { area, titleRows } = print ?? {};
  if (area !== undefined) ranges.push(['Print_Area', area]);
  if (titleRows) ranges.push(['Print_Titles', `$${titleRows.first}:$${titleRows.last}`]);
  return ranges.map(([kind, range]) => {
    const text = escapeXml(`'${name.replaceAll("'", "''")}'!${range}`);
    return `<definedName name="_xlnm.${kind}" localSheetId="${index}">${text}</definedName>`;
  });
}

function writeRootRelations(hasCustom: boolean): string {
  const custom = {
    id: 'rId3',
    type: `${OFFICE_RELATIONS}/custom-properties`,
    target: CUSTOM_PART,
    external: false,
  };
  return writeRelations('', [
    { id: 'rId1', type: `${OFFICE_RELATIONS}/officeDocument`, target: 'xl/workbook.xml', external: false },
    {
      id: 'rId2',
      type: `${PACKAGE_RELATIONS}/metadata/core-properties`,
      target: 'docProps/core.xml',
      external: false,
    },
    ...(hasCustom ? [custom] : []),
  ]);
}

/** Relations of a part, numbered from 1 in their order. */
function numberRelations(part: string, items: readonly (readonly [kind: string, target: string])[]): string {
  const relations = items.map(([kind, target], index) => ({
    id: `rId${index + 1}`,
    type: `${OFFICE_RELATIONS}/${kind}`,
    target,
    external: false,
  }));
  return writeRelations(part, relations);
}

function packSheet(sheet: SheetWriter, number: number): PackedPart[] {
  const part = `xl/worksheets/sheet${number}.xml`;
  const isShown = number === 1;
  if (sheet.notes.length === 0) return [sheet.finish(part, isShown, undefined)];
  const [comments, boxes] = [`xl/comments${number}.xml`, `xl/drawings/vmlDrawing${number}.vml`];
  const relations = numberRelations(part, [
    ['vmlDrawing', boxes],
    ['comments', comments],
  ]);
  return [
    sheet.finish(part, isShown, 'rId1'),
    packPart(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations),
    packPart(comments, writeComments(sheet.notes)),
    packPart(boxes, writeNoteBoxes(sheet.notes)),
  ];
}

function writeCore({ title, creator }: WorkbookProperties): string {
  const [of, made] = [escapeXml(title), escapeXml(creator)];
  const namespaces =
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const time = (kind: string) => `<dcterms:${kind} xsi:type="dcterms:W3CDTF">${FIXED_TIME}</dcterms:${kind}>`;
  return `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${CORE}" ${namespaces}><dc:title>${of}</dc:title><dc:creator>${made}</dc:creator><cp:lastModifiedBy>${made}</cp:lastModifiedBy>${time('created')}${time('modified')}</cp:coreProperties>`;
}
