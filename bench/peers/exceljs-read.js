/** `node exceljs-read.js FILE…`: reads workbooks, one after the other, and does nothing with them. */
import ExcelJS from 'exceljs';

for (const path of process.argv.slice(2)) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  if (workbook.worksheets.length === 0) throw new Error(`no sheets in ${path}`);
}
