/** Cuts a template's worksheet, and the drawings and controls that belong to it, at everything that differs from page to page. */
import type { CellBox, CellSlot } from './stamp-cell.ts';
import type { PageRoom } from './page-room.ts';
import { placeholdersOf } from './stamp-cell.ts';
import type { SheetGeometry } from './stamp-box.ts';
import { unescapeText } from '../read/read-strings.ts';
import { splitFormula, spansSheets } from './stamp-name.ts';
import { cutHeader, makePlace, type MarkKind } from './stamp-mark.ts';
import type { Pattern, Slot } from './stamp-pattern.ts';
import { faultOfText, hintsPlaceholder, readRuns, splitRuns } from './stamp-text.ts';
import { applyEdits, type Edit } from '../xml/xml-edit.ts';
import type { XmlElement } from '../xml/xml-elements.ts';
import { dropAttributes } from '../xml/xml-tags.ts';
import { decodeXmlText, escapeXml } from '../xml/xml-text.ts';

/** What the sheets of one template have in common while they are read. */
export interface ReadingContext {
  /** Texts of the workbook, each an `<si>`. */
  readonly sharedStrings: readonly XmlElement[];
  readonly sheetNames: ReadonlySet<string>;
  /** Reports a fault as a Chinese phrase, with the place it is in. */
  fault(place: string, what: string): void;
}

interface SheetPattern {
  readonly pattern: Pattern;
  /** The same with a place for a mark in the header. */
  readonly marked: Readonly<Record<MarkKind, Pattern>>;
  /** Either with places for the heights of rows besides. */
  readonly flexible: (mark: MarkKind | undefined) => Pattern;
  readonly cells: readonly CellSlot[];
  readonly room: PageRoom;
  /** Every placeholder, in the order of the sheet. */
  readonly placeholders: readonly string[];
}

/** Reads a worksheet, given the root of its part. `keepResults` leaves the results of formulas as the template holds them. */
export function readSheet(
  sheet: XmlElement,
  geometry: SheetGeometry,
  context: ReadingContext,
  keepResults: boolean,
): SheetPattern {
  const cells: CellSlot[] = [];
  const edits: Edit<Slot>[] = [];
  for (const element of sheet.find('c')) {
    const cell = readCell(element, geometry, context);
    if (cell !== undefined) {
      cells.push(cell);
      edits.push({ start: element.start, end: element.end, by: [{ kind: 'cell', cell }] });
    } else if (!keepResults) {
      edits.push(...dropResult(element));
    }
  }
  const { xml } = sheet;
  edits.push(...editHeaders(sheet, context), ...editViews(sheet), ...editFormulas(xml, context), ...editShapes(xml));
  const pattern = applyEdits(xml, edits);
  const mark = (kind: MarkKind) => applyEdits(xml, [...edits, makePlace(sheet, kind)]);
  const marked = { word: mark('word'), sentence: mark('sentence'), note: mark('note') };
  const filled = new Set(cells.flatMap(({ box }) => (box ? listRows(box) : [])));
  const room = geometry.roomOf(sheet, filled);
  return {
    pattern,
    marked,
    flexible: makeFlexible(sheet, edits),
    cells,
    room,
    placeholders: listPlaceholders(pattern),
  };
}

function listRows({ firstRow, lastRow }: CellBox): number[] {
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index);
}

/** Few pages ask for it, and those that do not are filled faster without. */
function makeFlexible(sheet: XmlElement, edits: readonly Edit<Slot>[]): (mark: MarkKind | undefined) => Pattern {
  const made = new Map<MarkKind | undefined, Pattern>();
  return (mark) => {
    const known = made.get(mark);
    if (known) return known;
    const marking = mark === undefined ? [] : [makePlace(sheet, mark)];
    const pattern = applyEdits(sheet.xml, [...edits, ...marking, ...sheet.find('row').flatMap(editHeight)]);
    made.set(mark, pattern);
    return pattern;
  };
}

function editHeight(row: XmlElement): Edit<Slot>[] {
  const height = /\sht=(["'])(.*?)\1/.exec(row.attributes);
  if (!height?.[2]) return [];
  const start = row.attributesStart + height.index + height[0].length - height[2].length - 1;
  const by: Slot = { kind: 'height', row: Number(row.attribute('r') ?? 0), height: Number(height[2]) };
  return [{ start, end: start + height[2].length, by: [by] }];
}

/** Reads a part that belongs to a sheet: a drawing, a control, a comment. */
export function readPart(name: string, xml: string, context: ReadingContext): Pattern {
  const edits = [...editFormulas(xml, context), ...editShapes(xml)];
  const fault = faultOfText(xml.replace(/<[^>]*>/g, ''));
  if (hintsPlaceholder(xml) && fault !== undefined) context.fault(`部件 ${name}`, fault);
  for (const match of xml.matchAll(/\{\{([^{}<>&\n]+)\}\}/g)) {
    const placeholder = (match[1] ?? '').trim();
    edits.push({ start: match.index, end: match.index + match[0].length, by: [{ kind: 'text', placeholder }] });
  }
  return applyEdits(xml, edits);
}

export function listPlaceholders(pattern: Pattern): string[] {
  const names = pattern.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    if (piece.kind === 'cell') return placeholdersOf(piece.cell);
    if (piece.kind === 'text') return [piece.placeholder];
    if (piece.kind === 'header')
      return piece.pieces.flatMap((part) => (typeof part === 'string' ? [] : [part.placeholder]));
    return [];
  });
  return [...new Set(names)];
}

function readCell(element: XmlElement, geometry: SheetGeometry, context: ReadingContext): CellSlot | undefined {
  if (element.inner === '') return undefined;
  const address = element.attribute('r') ?? '';
  const [formula] = element.find('f');
  if (formula !== undefined) {
    if (hintsPlaceholder(formula.text)) context.fault(`单元格 ${address}`, '公式里不能有占位符');
    return undefined;
  }
  const runs = readCellRuns(element, context);
  const text = runs.map((run) => run.text).join('');
  if (!hintsPlaceholder(text)) return undefined;
  const fault = faultOfText(text);
  if (fault !== undefined) {
    context.fault(`单元格 ${address}`, fault);
    return undefined;
  }
  const style = Number(element.attribute('s') ?? 0);
  return {
    address,
    prefix: element.prefix,
    attributes: dropAttributes(element.attributes, 's', 't').trimEnd(),
    style,
    runs: splitRuns(runs),
    box: geometry.boxOf(address, style),
  };
}

function readCellRuns(element: XmlElement, context: ReadingContext): { font: string; text: string }[] {
  const [value] = element.find('v');
  switch (element.attribute('t')) {
    case 's': {
      const item = context.sharedStrings[Number(value?.inner ?? -1)];
      return item === undefined ? [] : readRuns(item);
    }
    case 'inlineStr':
      return readRuns(element);
    case 'str':
      return [{ font: '', text: unescapeText(value?.text ?? '') }];
    default:
      return [];
  }
}

/** A result that was right for the template may be wrong for a page; without it, every program computes. */
function dropResult(element: XmlElement): Edit<Slot>[] {
  const [value] = element.find('v');
  if (value === undefined || element.find('f').length === 0) return [];
  return [{ start: value.start, end: value.end, by: [] }];
}

export const HEADERS = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];

function editHeaders(sheet: XmlElement, context: ReadingContext): Edit<Slot>[] {
  return sheet.find(...HEADERS).flatMap(({ text, innerStart: start, innerEnd: end }) => {
    if (!hintsPlaceholder(text)) return [];
    const fault = faultOfText(text);
    if (fault !== undefined) {
      context.fault('页眉页脚', fault);
      return [];
    }
    return [{ start, end, by: [cutHeader(text)] }];
  });
}

/** Only one sheet may be selected, else what a user types goes into all of them. */
function editViews(sheet: XmlElement): Edit<Slot>[] {
  return sheet.find('sheetView').map(({ attributesStart: start, attributes }) => ({
    start,
    end: start + attributes.length,
    by: [dropAttributes(attributes, 'tabSelected'), { kind: 'selected' }],
  }));
}

/** Elements and attributes that hold a formula or a reference. */
const FORMULAS =
  /<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|FmlaLink|FmlaRange|FmlaPict|FmlaTxbx)(?:\s(?:[^"'>/]|"[^"]*"|'[^']*')*)?>([^<]+)/g;
const REFERENCES = /\s(?:location|fmlaLink|fmlaRange|fmlaGroup|fmlaTxbx|textlink)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function editFormulas(xml: string, context: ReadingContext): Edit<Slot>[] {
  const places: { start: number; text: string }[] = [];
  for (const { 0: whole, 1: text = '', index } of xml.matchAll(FORMULAS)) {
    places.push({ start: index + whole.length - text.length, text });
  }
  for (const { 0: whole, 1: quoted, 2: text = quoted ?? '', index } of xml.matchAll(REFERENCES)) {
    places.push({ start: index + whole.length - 1 - text.length, text });
  }
  return places.flatMap(({ start, text }) => {
    if (!text.includes('!')) return [];
    return [{ start, end: start + text.length, by: readFormula(text, context) }];
  });
}

/** A formula as it stands in the XML, cut at the names of the template's sheets. */
export function readFormula(xml: string, context: ReadingContext): (string | Slot)[] {
  const formula = decodeXmlText(xml);
  if (spansSheets(formula)) context.fault(`公式 ${formula.slice(0, 40)}`, '模板里的公式不能跨多张工作表');
  return splitFormula(formula, context.sheetNames).map((piece) =>
    typeof piece === 'string' ? escapeXml(piece) : { kind: 'sheet', name: piece.sheet },
  );
}

/** Shape numbers: in VML, in the controls of the sheet, and in the drawing that repeats them. */
const SHAPES = /(?<=_x0000_s)\d+|(?<=\sshapeId=["'])\d+/g;
const CLUSTERS = /(?<=<o:idmap\s[^>]*?\sdata=["'])[\d,\s]+/g;
/** A drawn stand-in for a control carries the control's number as its own. */
const STAND_INS = /(?<=cNvPr\s[^>]*?\bid=["'])\d+/g;

function editShapes(xml: string): Edit<Slot>[] {
  const numbers = [...xml.matchAll(SHAPES)];
  if (xml.includes('compatExt')) numbers.push(...[...xml.matchAll(STAND_INS)].filter(([id]) => Number(id) > 1024));
  const edits: Edit<Slot>[] = numbers.map(({ 0: id, index }) => ({
    start: index,
    end: index + id.length,
    by: [{ kind: 'shape', id: Number(id) }],
  }));
  for (const { 0: list, index } of xml.matchAll(CLUSTERS)) {
    const clusters = list.split(',').map(Number);
    edits.push({ start: index, end: index + list.length, by: [{ kind: 'clusters', clusters }] });
  }
  return edits;
}
