import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readValues, recalculate, toPdfPages } from './libreoffice.ts';
import { missing } from './tools.ts';

/** A1 + A2, stored as `stored`. */
async function makeSum(stored: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.getCell('A1').value = 2;
  sheet.getCell('A2').value = 3;
  sheet.getCell('A3').value = { formula: 'SUM(A1:A2)', result: stored };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe.skipIf(missing('soffice', 'pdftotext'))('LibreOffice as a second engine', () => {
  it('replaces a wrong value that is stored with a formula', async () => {
    const bytes = await makeSum(99);
    expect((await readValues(bytes)).get('表')?.get('A3')).toBe(99);
    expect((await recalculate(bytes)).get('表')?.get('A3')).toBe(5);
  });

  it('gives the text of each printed page', async () => {
    const pages = await toPdfPages(await makeSum(5));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/2\s+3\s+5/);
  });
});
