import ExcelJS from 'exceljs';

/** A workbook with every kind of value and of state, written by exceljs. */
export async function writeExceljsSample(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('评分 & 表');
  sheet.addRow(['编号', '全称', '得分', '日期', '在册', '公式']);
  sheet.addRow([
    'A001',
    '甲单位 有限公司',
    96.5,
    new Date(Date.UTC(2024, 2, 5)),
    true,
    { formula: 'C2*2', result: 193 },
  ]);
  sheet.addRow(['A002', ' 前后空格 ', -3, new Date(Date.UTC(1975, 2, 9, 12)), false, { formula: 'C2-C2', result: 0 }]);
  sheet.addRow(['A003', '换\n行 & <标签> "引号"', 0.1 + 0.2, null, null, { formula: '1=2', result: false }]);
  sheet.addRow([
    'A004',
    { richText: [{ text: '先进', font: { bold: true } }, { text: ' 单位' }] },
    1e15,
    null,
    null,
    { formula: 'IF(TRUE,"甲","")', result: '甲' },
  ]);
  sheet.addRow([
    'A005',
    { text: '链接', hyperlink: 'https://example.org/' },
    12,
    null,
    null,
    { formula: '1/0', result: { error: '#DIV/0!' } },
  ]);
  sheet.addRow(['😀', '', 1e-7]);
  sheet.getRow(4).hidden = true;
  sheet.getColumn(5).hidden = true;
  sheet.mergeCells('B9:C10');
  sheet.getCell('B9').value = '合并';
  sheet.getCell('C2').protection = { locked: false };
  await sheet.protect('', {});
  book.addWorksheet('隐藏', { state: 'veryHidden' }).getCell('C3').value = 1;
  return new Uint8Array(await book.xlsx.writeBuffer());
}
