import type { IntakeLimits } from './intake-limits.ts';
import { readFlag } from './read-styles.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  readonly name: string;
  /** `veryHidden` sheets can be shown by programs only. */
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly relationId: string;
}

export interface WorkbookName {
  readonly name: string;
  /** A formula: mostly a range such as `Sheet1!$A$1:$C$3`. */
  readonly refersTo: string;
  /** For a name of one sheet only: that sheet's place among all listed, from 0. */
  readonly sheetIndex: number | undefined;
}

export interface SheetList {
  readonly sheets: readonly ListedSheet[];
  readonly definedNames: readonly WorkbookName[];
  readonly date1904: boolean;
}

/** The transitional and the strict edition of the format. */
const NAMESPACES = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

/**
 * Reads the workbook part: its sheets, names and calendar.
 * @throws {IntakeError}
 */
export function readSheetList(scanner: XmlScanner, limits: IntakeLimits): SheetList {
  const root = scanner.openRoot();
  if (root !== 'workbook' || !NAMESPACES.has(scanner.rootNamespace() ?? '')) scanner.fail('not-a-workbook', '');
  const sheets: ListedSheet[] = [];
  const definedNames: WorkbookName[] = [];
  let date1904 = false;
  while (scanner.nextChild(1)) {
    if (scanner.name === 'workbookPr') date1904 = readFlag(scanner, 'date1904') ?? false;
    else if (scanner.name === 'sheets') readSheets(scanner, sheets, limits.sheets);
    else if (scanner.name === 'definedNames') readNames(scanner, definedNames, limits.definedNames);
    else if (scanner.name === 'externalReferences' && !limits.links) scanner.fail('external-link', '');
  }
  if (sheets.length === 0) scanner.fail('damaged', '没有工作表');
  return { sheets, definedNames, date1904 };
}

function readSheets(scanner: XmlScanner, sheets: ListedSheet[], limit: number): void {
  const depth = scanner.depth;
  const taken = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  while (scanner.nextChild(depth)) {
    const name = scanner.attribute('name') ?? '';
    const relationId = scanner.prefixedAttribute('id');
    if (name === '' || relationId === undefined) return scanner.fail('damaged', '工作表列表有误');
    if (taken.has(name.toLowerCase())) scanner.fail('damaged', '工作表重名');
    if (sheets.length >= limit) scanner.fail('too-large', `工作表超过 ${limit} 个`);
    taken.add(name.toLowerCase());
    sheets.push({ name, state: readState(scanner), relationId });
  }
}

function readState(scanner: XmlScanner): ListedSheet['state'] {
  const state = scanner.attribute('state') ?? 'visible';
  if (state === 'visible' || state === 'hidden' || state === 'veryHidden') return state;
  // A word of some programs, which no edition of the format knows.
  if (state === 'show') return 'visible';
  return scanner.fail('damaged', '工作表状态有误');
}

function readNames(scanner: XmlScanner, names: WorkbookName[], limit: number): void {
  const depth = scanner.depth;
  while (scanner.nextChild(depth)) {
    const name = scanner.attribute('name') ?? '';
    const local = scanner.attribute('localSheetId');
    if (local !== undefined && !/^\d{1,5}$/.test(local)) scanner.fail('damaged', '名称定义有误');
    if (names.length >= limit) scanner.fail('too-large', `名称定义超过 ${limit} 个`);
    const sheetIndex = local === undefined ? undefined : Number(local);
    names.push({ name, sheetIndex, refersTo: scanner.readTextContent() });
  }
}
