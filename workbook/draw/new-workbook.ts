/** A workbook drawn from nothing: its properties, its bytes. The same input gives the same bytes. */
import ExcelJS from 'exceljs';
import { INTAKE_LIMITS } from '../../ooxml/read/intake-limits.ts';
import { ZipReader } from '../../ooxml/zip/zip-reader.ts';
import { joinZip, packPart } from '../../ooxml/zip/zip-writer.ts';
import { MAKER } from './page.ts';

/** The date that the zip's entries bear as well: when a list was made does not follow from what is in it. */
const FIXED_DATE = new Date(Date.UTC(1980, 0, 1));

/** An empty workbook whose properties name this program and nobody else. */
export function newWorkbook(title: string): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = MAKER;
  workbook.lastModifiedBy = MAKER;
  workbook.created = FIXED_DATE;
  workbook.modified = FIXED_DATE;
  workbook.title = title;
  // The first sheet is the one shown, in a window of a common size (twentieths of a point).
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  return workbook;
}

/** The bytes of the workbook. exceljs stamps the clock into the zip, so its parts are packed anew. */
export async function packWorkbook(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  const zip = new ZipReader(new Uint8Array(stored), `${MAKER}.xlsx`, INTAKE_LIMITS);
  const parts = zip.names().filter((name) => !name.endsWith('/'));
  return joinZip(parts.map((name) => packPart(name, zip.read(name))));
}
