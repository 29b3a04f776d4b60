import { cellAddress, readAddress, type CellPlace } from '../read/cell-address.ts';
import type { WorkbookFile } from '../read/open-workbook.ts';

import { addSheet, type AddedCell } from './add-sheet.ts';
import type { CellChange } from './cell-xml.ts';
import { askForCalculation } from './patch-calculation.ts';
import { reviseSheet } from './patch-sheet.ts';
import { StylePatcher } from './patch-styles.ts';
import { rewritePackage } from './rewrite-package.ts';
import type { CellList } from './sheet-tail.ts';

/** What becomes of one sheet of a workbook. */
export interface SheetPlan {
  readonly sheet: string;
  /** The last one of a cell counts. Each such cell is coloured. */
  readonly changes: readonly { readonly address: string; readonly value: string | number | null }[];
  /** Merged ranges, `B15:B16`, that are cells of their own from now on. */
  readonly unmerged: readonly string[];
  readonly lists: readonly { readonly address: string; readonly choices: readonly string[] }[];
}

/** What was done of a plan, by sheet and address. */
interface Revised {
  /** Cells that were not changed, because they hold a formula. */
  readonly refused: ReadonlySet<string>;
  /** Cells whose list was not there before. */
  readonly listed: ReadonlySet<string>;
}

/** The list of what was done: a sheet of its own, or further rows of the one that is there. */
export interface RevisionList {
  readonly name: string;
  readonly widths: readonly number[];
  readonly headings: readonly string[];
  /** The last row of the sheet, where there is one already. */
  readonly lastRow: number | null;
  /** None where nothing was done that is worth telling: then nothing is written at all. */
  readonly tell: (revised: Revised) => readonly (readonly string[])[];
}

interface RevisionColours {
  readonly changed: string;
  readonly heading: string;
}

/**
 * A copy of a workbook as a plan has it, with a list of what was done. Formulas and their results stay, and are asked to be computed on opening;
 * every part that the plan does not touch is copied as it is.
 * @param workbook whose sheets have been read, which proves that their cells are in order
 * @returns null where there is nothing to do
 */
export function reviseWorkbook(
  workbook: WorkbookFile,
  plans: readonly SheetPlan[],
  list: RevisionList,
  colours: RevisionColours,
): Uint8Array | null {
  const { pack, mainPart } = workbook;
  const stylesPart = findStyles(workbook);
  const styles = stylesPart === undefined ? null : new StylePatcher(pack.scan(stylesPart));
  const colour = (argb: string) => (style: string | undefined) =>
    styles ? String(styles.fill(Number(style ?? 0), argb)) : style;
  const rewritten = new Map<string, string>();
  const refused = new Set<string>();
  const listed = new Set<string>();
  for (const { sheet, changes, unmerged, lists } of plans) {
    const part = partOf(workbook, sheet);
    const scanner = pack.scan(part);
    const revised = reviseSheet(scanner, {
      changes: toCellChanges(changes, colour(colours.changed)),
      unmerged: new Set(unmerged),
      lists: lists.flatMap(toCellList),
    });
    if (revised.xml !== scanner.xml) rewritten.set(part.toLowerCase(), revised.xml);
    for (const place of revised.refused) refused.add(keyOf(sheet, place));
    for (const place of revised.listed) listed.add(keyOf(sheet, place));
  }
  const rows = list.tell({ refused, listed });
  if (rows.length === 0) return null;
  const plain = styles?.listCell(null) ?? 0;
  let mainXml = askForCalculation(pack.scan(mainPart));
  const added = new Map<string, string>();
  if (list.lastRow === null) {
    const heading = styles?.listCell(colours.heading) ?? 0;
    const cells = [list.headings.map(styled(heading)), ...rows.map((row) => row.map(styled(plain)))];
    const parts = addSheet(pack, mainPart, mainXml, { name: list.name, widths: list.widths, rows: cells });
    for (const [name, xml] of parts) {
      if (name === mainPart) mainXml = xml;
      else if (pack.has(name)) rewritten.set(name.toLowerCase(), xml);
      else added.set(name, xml);
    }
  } else {
    const part = partOf(workbook, list.name);
    const { lastRow } = list;
    const changes = rows.flatMap((row, index) =>
      row.map((value, at): CellChange => {
        return { row: lastRow + index + 1, column: at + 1, value, restyle: () => String(plain) };
      }),
    );
    rewritten.set(part.toLowerCase(), reviseSheet(pack.scan(part), { changes, unmerged: new Set(), lists: [] }).xml);
  }
  rewritten.set(mainPart.toLowerCase(), mainXml);
  if (styles && stylesPart !== undefined) rewritten.set(stylesPart.toLowerCase(), styles.finish());
  return rewritePackage(pack, rewritten, added);
}

function findStyles({ pack, mainPart }: WorkbookFile): string | undefined {
  return pack.relationsOf(mainPart).find(({ kind, external }) => kind === 'styles' && !external)?.target;
}

function partOf(workbook: WorkbookFile, name: string): string {
  return workbook.sheets.find((sheet) => sheet.name === name)?.partName ?? '';
}

function toCellChanges(
  changes: SheetPlan['changes'],
  restyle: (style: string | undefined) => string | undefined,
): CellChange[] {
  const byAddress = new Map(changes.map((change) => [change.address, change]));
  return [...byAddress.values()].flatMap(({ address, value }) => {
    const place = readAddress(address);
    return place ? [{ ...place, value, restyle }] : [];
  });
}

function toCellList({ address, choices }: SheetPlan['lists'][number]): CellList[] {
  const place = readAddress(address);
  return place ? [{ ...place, choices }] : [];
}

function styled(style: number): (value: string) => AddedCell {
  return (value) => ({ value, style });
}

function keyOf(sheet: string, place: CellPlace): string {
  return `${sheet}!${cellAddress(place)}`;
}
