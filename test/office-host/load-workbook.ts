import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { DEFAULT_OPTIONS } from './objects/protection.ts';
import type { CellSnapshot, CellValue, PropertyValue, ProtectionSnapshot } from './snapshot.ts';
import type { SheetSnapshot, SheetVisibility, WorkbookSnapshot } from './snapshot.ts';
import { dateSerial } from './typed-text.ts';

/**
 * Reads an .xlsx file for the host: values, formulas, formats, locked cells, protection, notes, names and custom properties.
 * It uses exceljs and not the product's own reader, so that a test compares two readers. exceljs does not give theme colours
 * and, of files saved by LibreOffice, the protection; those are absent in the snapshot.
 */
export async function loadWorkbook(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const activeTab = activeTabOf(book.views);
  const sheets = book.worksheets.map(readSheet);
  const activeSheet = activeTab === undefined ? undefined : sheets[activeTab]?.name;
  return {
    sheets,
    names: book.definedNames.model.map(({ name, ranges }) => ({ name, refersTo: `=${ranges.join(',')}` })),
    customProperties: readCustomProperties(bytes),
    ...(activeSheet === undefined ? {} : { activeSheet }),
  };
}

/** A file need not have views, whatever the types of exceljs say. */
const activeTabOf = (views: ExcelJS.WorkbookView[] | undefined) => views?.[0]?.activeTab;

const VISIBILITY: { [state: string]: SheetVisibility } = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

function readSheet(sheet: ExcelJS.Worksheet): SheetSnapshot {
  const cells: SheetSnapshot['cells'] = {};
  sheet.eachRow({ includeEmpty: true }, (row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const read = readCell(cell);
      if (Object.keys(read).length > 0) cells[cell.address] = read;
    });
  });
  const protection = readProtection(Reflect.get(sheet, 'sheetProtection'));
  return {
    name: sheet.name,
    visibility: VISIBILITY[sheet.state] ?? 'Visible',
    ...(protection ? { protection } : {}),
    cells,
    ...(sheet.model.merges.length > 0 ? { merges: sheet.model.merges } : {}),
  };
}

function readCell(cell: ExcelJS.Cell): CellSnapshot {
  const read: CellSnapshot = {};
  const { fill: fillStyle, font, protection } = cell.style;
  const isCovered = cell.isMerged && cell.master !== cell;
  if (!isCovered && cell.formula) read.formula = `=${cell.formula}`;
  else if (!isCovered) {
    const value = readValue(cell.value);
    if (value !== null && value !== '') read.value = value;
  }
  if (cell.numFmt && cell.numFmt !== 'General') read.numberFormat = cell.numFmt;
  const fill =
    fillStyle?.type === 'pattern' && fillStyle.pattern === 'solid' ? readColor(fillStyle.fgColor) : undefined;
  if (fill !== undefined) read.fill = fill;
  const fontColor = readColor(font?.color);
  if (fontColor !== undefined) read.fontColor = fontColor;
  if (font?.bold) read.bold = true;
  if (protection?.locked === false) read.locked = false;
  if (cell.note)
    read.note = typeof cell.note === 'string' ? cell.note : (cell.note.texts ?? []).map((run) => run.text).join('');
  return read;
}

function readValue(value: ExcelJS.CellValue): CellValue | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return dateSerial(value);
  if (typeof value !== 'object') return value;
  if ('error' in value) return { error: value.error };
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('hyperlink' in value) return readValue(value.text);
  throw new Error('the cell holds a kind of value that the loader of the office host does not know');
}

function readColor(color: Partial<ExcelJS.Color> | undefined): string | undefined {
  return color?.argb === undefined ? undefined : `#${color.argb.slice(-6).toUpperCase()}`;
}

/** exceljs keeps the protection in a field that its types do not name. */
function readProtection(raw: unknown): ProtectionSnapshot | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const field = (name: string): unknown => Reflect.get(raw, name);
  if (field('sheet') !== true) return null;
  const options = Object.fromEntries(
    Object.keys(DEFAULT_OPTIONS).map((option) => {
      const name = option.charAt(5).toLowerCase() + option.slice(6);
      return [option, field(name) === true];
    }),
  );
  options['allowEditObjects'] = field('objects') !== false;
  options['allowEditScenarios'] = field('scenarios') !== false;
  return { options, ...(field('hashValue') === undefined ? {} : { password: null }) };
}

const ENTITIES: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name !== undefined
      ? (ENTITIES[name] ?? whole)
      : String.fromCodePoint(hex !== undefined ? parseInt(hex, 16) : Number(decimal)),
  );

/** The custom document properties, which exceljs loses. */
function readCustomProperties(bytes: Uint8Array): { [key: string]: PropertyValue } {
  const part = unzipSync(bytes, { filter: (file) => file.name === 'docProps/custom.xml' })['docProps/custom.xml'];
  if (!part) return {};
  const found: { [key: string]: PropertyValue } = {};
  const property = /<(?:\w+:)?property\b[^>]*\bname="([^"]*)"[^>]*>\s*<vt:(\w+)>([^<]*)<\/vt:\w+>/g;
  for (const [, name = '', type = '', text = ''] of strFromU8(part).matchAll(property)) {
    const value = unescapeXml(text);
    found[unescapeXml(name)] =
      type === 'bool' ? value === 'true' || value === '1' : /^(i|u|r)\d|^int$/.test(type) ? Number(value) : value;
  }
  return found;
}
