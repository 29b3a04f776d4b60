/** LibreOffice as a second engine: what it makes of a workbook that we wrote. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';

const run = promisify(execFile);

/** Recalculates always; without it LibreOffice would keep the values that stand in the file. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export type CellValues = ReadonlyMap<string, ReadonlyMap<string, string | number | boolean>>;

/** Every value of the workbook by sheet and address, all formulas calculated anew by LibreOffice. */
export async function recalculate(bytes: Uint8Array): Promise<CellValues> {
  return readValues(await convert(bytes, 'xlsx'));
}

/** The values that stand in the workbook, by sheet and address; of a formula the one that is stored with it. Blank cells are left out. */
export async function readValues(bytes: Uint8Array): Promise<CellValues> {
  const workbook = new ExcelJS.Workbook();
  const { buffer } = Uint8Array.from(bytes);
  await workbook.xlsx.load(buffer);
  const sheets = new Map<string, Map<string, string | number | boolean>>();
  for (const sheet of workbook.worksheets) {
    const values = new Map<string, string | number | boolean>();
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.master !== cell) return;
        const value = plainValue(cell);
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
          values.set(cell.address, value);
        } else if (value !== null && value !== undefined) {
          throw new TypeError(`${sheet.name} ${cell.address} holds neither text nor number`);
        }
      });
    });
    sheets.set(sheet.name, values);
  }
  return sheets;
}

/** LibreOffice saves a text in two fonts where one lacks some characters. */
function plainValue(cell: ExcelJS.Cell): unknown {
  if (cell.formula) return cell.result;
  return cell.type === ExcelJS.ValueType.RichText ? cell.text : cell.value;
}

/** The text of each printed page, laid out as on paper. Needs pdftotext besides. */
export async function toPdfPages(bytes: Uint8Array): Promise<string[]> {
  const pdf = await convert(bytes, 'pdf');
  return inFolder(async (folder) => {
    const file = path.join(folder, 'book.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 64 * 1024 * 1024 });
    // Each page ends with a form feed.
    return stdout.split('\f').slice(0, -1);
  });
}

/**
 * The workbook as LibreOffice saves it.
 * @param computes `as-installed` keeps results that are stored in a file of Excel's, as on a user's machine
 */
export async function convert(
  bytes: Uint8Array,
  format: 'xlsx' | 'pdf',
  computes: 'always' | 'as-installed' = 'always',
): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const profile = path.join(folder, 'profile');
    await mkdir(path.join(profile, 'user'), { recursive: true });
    if (computes === 'always') await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
    const source = path.join(folder, 'book.xlsx');
    await writeFile(source, bytes);
    const out = path.join(folder, 'out');
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      out,
      source,
    ]);
    return readFile(path.join(out, `book.${format}`));
  });
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pingyou-office-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
