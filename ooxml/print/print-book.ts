/** A workbook as it is printed: its sheets that go onto paper, in the order of their tabs. */
import { readRange, type CellRange } from '../read/cell-address.ts';
import { openWorkbook, type WorkbookFile } from '../read/open-workbook.ts';
import type { XmlElement } from '../xml/xml-elements.ts';
import { colourReader } from './print-colour.ts';
import { readPrintSheet, type PrintSheet } from './print-sheet.ts';
import { readPrintStyles, type PrintFont } from './print-style.ts';

interface PrintBook {
  readonly fileName: string;
  readonly defaultFont: PrintFont;
  /** Read when they are asked for. */
  readonly sheets: Iterable<PrintSheet>;
  readonly count: number;
}

/**
 * Where some sheets have a print area, the others are for the screen alone, as LibreOffice takes it too.
 * @throws {IntakeError}
 */
export function openPrintBook(bytes: Uint8Array, fileName: string): PrintBook {
  const workbook = openWorkbook(bytes, fileName);
  const { pack, mainPart, date1904 } = workbook;
  const partOf = (kind: string): XmlElement | undefined => {
    const target = pack.relationsOf(mainPart).find((relation) => relation.kind === kind)?.target;
    return target !== undefined && pack.has(target) ? pack.readElements(target) : undefined;
  };
  const styles = readPrintStyles(partOf('styles'), colourReader(partOf('theme')));
  const strings = partOf('sharedStrings')?.find('si') ?? [];
  const named = readNames(workbook);
  const printed = workbook.sheets
    .filter(({ state }) => state === 'visible')
    .filter(({ name }) => named.areas.size === 0 || named.areas.has(name));
  return {
    fileName,
    defaultFont: styles.defaultFont,
    count: printed.length,
    sheets: {
      *[Symbol.iterator]() {
        for (const { name, partName } of printed) {
          const area = named.areas.get(name) ?? null;
          const titles = named.titles.get(name) ?? null;
          yield readPrintSheet(pack.readElements(partName), { name, styles, strings, date1904, area, titles });
        }
      },
    },
  };
}

/** What is printed of a sheet and what stands on each of its pages, which are names in a workbook; by sheet. */
function readNames({ definedNames, sheets, pack, mainPart }: WorkbookFile) {
  // Sheets of charts count too.
  const listed = pack.readElements(mainPart).find('sheet');
  const areas = new Map<string, CellRange>();
  const titles = new Map<string, { first: number; last: number }>();
  for (const { name, sheetIndex, refersTo } of definedNames) {
    const sheet = sheetIndex === undefined ? undefined : listed[sheetIndex]?.attribute('name');
    if (sheet === undefined || !sheets.some((each) => each.name === sheet)) continue;
    const reference = refersTo.slice(refersTo.lastIndexOf('!') + 1).replaceAll('$', '');
    const area = readRange(reference);
    const rows = /(\d+):(\d+)$/.exec(reference);
    if (name === '_xlnm.Print_Area' && area) areas.set(sheet, area);
    else if (name === '_xlnm.Print_Titles' && rows)
      titles.set(sheet, { first: Number(rows[1]), last: Number(rows[2]) });
  }
  return { areas, titles };
}
