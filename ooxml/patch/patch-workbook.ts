import { LockedCell, PlaceError } from '../errors.ts';
import { readAddress } from '../read/cell-address.ts';
import { INTAKE_LIMITS, type IntakeLimits } from '../read/intake-limits.ts';
import { openWorkbook, type WorkbookFile } from '../read/open-workbook.ts';
import { askForCalculation } from './patch-calculation.ts';
import type { CellChange } from './cell-xml.ts';
import { patchSheet } from './patch-sheet.ts';
import { rewritePackage } from './rewrite-package.ts';
import { CellRefused } from './waiting-cells.ts';
import { quote } from '../quote.ts';
import { PLAIN_STYLE } from '../read/read-styles.ts';
import type { SheetContent } from '../read/sheet-content.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** A new value of one cell; null empties it. The format of the cell stays. */
export interface WorkbookChange {
  readonly sheet: string;
  /** `C12` */
  readonly address: string;
  readonly value: string | number | null;
}

/**
 * A copy of a workbook with some cells changed. Only these cells, the stored results of formulas and the order to compute are written anew; every
 * other part is copied packed as it is, so drawings, controls, validations, properties and pictures all survive.
 * @param changes the last one of a cell counts
 * @throws {IntakeError} when the file would not be read either
 * @throws {LockedCell} for a locked cell of a protected sheet
 * @throws {PlaceError} for a sheet that is not there, or a cell with a formula
 */
export function patchWorkbook(
  bytes: Uint8Array,
  fileName: string,
  changes: readonly WorkbookChange[],
  limits: IntakeLimits = INTAKE_LIMITS,
): Uint8Array {
  const workbook = openWorkbook(bytes, fileName, limits);
  const { pack, mainPart } = workbook;
  const rewritten = new Map<string, string>();
  for (const [sheet, cells] of groupBySheet(changes)) {
    // Reading it proves that the part is well formed and its cells in order, on which the patching relies.
    const content = workbook.readSheet(sheet);
    const partName = partOf(workbook, sheet);
    rewritten.set(partName.toLowerCase(), patchOneSheet(pack.scan(partName), cells, content));
  }
  if (rewritten.size > 0) {
    for (const [partName, xml] of dropOtherResults(workbook, rewritten)) rewritten.set(partName, xml);
    rewritten.set(mainPart.toLowerCase(), askForCalculation(pack.scan(mainPart)));
  }
  return rewritePackage(pack, rewritten);
}

const HAS_FORMULA = /<(?:[\w.-]+:)?f[\s/>]/;

/**
 * The sheets that were not touched, without the stored results of their formulas: these may rest on what changed. Excel computes all of them anew
 * because it is asked to, but not every program listens: LibreOffice shows what is stored.
 */
function* dropOtherResults(
  workbook: WorkbookFile,
  touched: ReadonlyMap<string, string>,
): Generator<[partName: string, xml: string]> {
  for (const { name, partName } of workbook.sheets) {
    if (touched.has(partName.toLowerCase())) continue;
    const scanner = workbook.pack.scan(partName);
    if (!HAS_FORMULA.test(scanner.xml)) continue;
    workbook.readSheet(name);
    const dropped = patchSheet(scanner, []);
    if (dropped !== scanner.xml) yield [partName.toLowerCase(), dropped];
  }
}

function groupBySheet(changes: readonly WorkbookChange[]): Map<string, CellChange[]> {
  const sheets = new Map<string, Map<string, CellChange>>();
  for (const { sheet, address, value } of changes) {
    const place = readAddress(address);
    if (place === undefined) throw new RangeError(`no address: ${address}`);
    const cells = sheets.get(sheet) ?? new Map<string, CellChange>();
    sheets.set(sheet, cells.set(address, { ...place, value }));
  }
  return new Map([...sheets].map(([sheet, cells]) => [sheet, [...cells.values()]]));
}

function partOf(workbook: WorkbookFile, name: string): string {
  return workbook.sheets.find((sheet) => sheet.name === name)?.partName ?? '';
}

function patchOneSheet(scanner: XmlScanner, cells: readonly CellChange[], content: SheetContent): string {
  const { fileName, name, styles, isProtected } = content;
  try {
    return patchSheet(scanner, cells, (style) => isProtected && (styles[style] ?? PLAIN_STYLE).locked);
  } catch (error) {
    if (!(error instanceof CellRefused)) throw error;
    const place = `文件${quote(fileName)}工作表${quote(name)}的 ${error.address} 单元格`;
    if (error.why === 'locked') throw new LockedCell(`${place}已锁定，不能改写，请改填没有锁定的单元格。`);
    throw new PlaceError(`${place}是公式，不能改写，请改填公式所引用的单元格。`);
  }
}
