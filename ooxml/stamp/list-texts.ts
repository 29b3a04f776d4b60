/** What a template prints, sheet by sheet, for those who hold its words against a scheme. */
import { cellAddress } from '../read/cell-address.ts';
import { openWorkbook } from '../read/open-workbook.ts';
import type { SheetContent } from '../read/sheet-content.ts';
import { HEADERS } from './stamp-sheet.ts';
import type { Template, TemplateSheet } from './stamp-template.ts';

interface PrintedText {
  /** `A1`, 页眉页脚, 图形. */
  readonly place: string;
  readonly text: string;
}

/** The texts of each sheet by its name: cells, headers and footers, shapes. @param bytes the file that the template was opened from */
export function listTexts(template: Template, bytes: Uint8Array): Map<string, readonly PrintedText[]> {
  const workbook = openWorkbook(bytes, template.name);
  return new Map(
    template.sheets.map((sheet) => [
      sheet.name,
      [...listCells(workbook.readSheet(sheet.name)), ...listHeaders(template, sheet), ...listShapes(template, sheet)],
    ]),
  );
}

function listCells({ rows }: SheetContent): PrintedText[] {
  return rows.flatMap(({ number, cells }) =>
    cells.flatMap((cell): PrintedText[] => {
      const place = cellAddress({ row: number, column: cell.column });
      if (cell.kind === 'text') return [{ place, text: cell.text }];
      return cell.kind === 'number' && !cell.isDate ? [{ place, text: String(cell.value) }] : [];
    }),
  );
}

function listHeaders({ pack }: Template, { part }: TemplateSheet): PrintedText[] {
  const headers = pack.readElements(part).find(...HEADERS);
  return headers.map(({ text }) => ({
    place: '页眉页脚',
    // fonts and sizes are written among the words: &"宋体,常规"&9
    text: text.replace(/&(?:"[^"]*"|\d+|[A-Za-z&])/g, ' '),
  }));
}

function listShapes({ pack }: Template, { ownParts }: TemplateSheet): PrintedText[] {
  return ownParts
    .filter(({ part }) => /\.xml$/i.test(part) && /drawings\//i.test(part))
    .map(({ part }) => ({
      place: '图形',
      text: pack
        .readElements(part)
        .find('t')
        .map(({ text }) => text)
        .join(''),
    }));
}
