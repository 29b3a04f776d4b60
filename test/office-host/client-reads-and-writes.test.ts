import { describe, expect, it } from 'vitest';
import { open, write } from './score-book.ts';

describe('reading and writing through the real client', () => {
  it('reads a block with its values, formulas, text and address', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('评分表').getRange('A1:C4');
      range.load('values,formulas,text,address,rowIndex,columnCount');
      await context.sync();
      expect(range.values[1]).toEqual(['治安保卫机构', 8, '']);
      expect(range.values[3]).toEqual(['', 8, '不合格']);
      expect(range.formulas[3]?.[1]).toBe('=SUM(B2:B3)');
      expect(range.text[1]?.[1]).toBe('8');
      expect([range.address, range.rowIndex, range.columnCount]).toEqual(['评分表!A1:C4', 0, 3]);
    });
    expect(host.gaps).toEqual([]);
  });

  it('refuses to hand out what was not loaded', async () => {
    const { Excel } = await open();
    const read = Excel.run((context) => {
      const range = context.workbook.worksheets.getItem('评分表').getRange('B2');
      return context.sync().then(() => range.values);
    });
    await expect(read).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  it('writes a block, takes numeric text as a number, leaves null alone and calculates anew', async () => {
    const node = await open();
    await write(node, 'A3:B3', [[null, '2']]);
    const cells = node.host.dump().sheets[0]?.cells;
    expect(cells?.['A3']).toBeUndefined();
    expect(cells?.['B3']).toEqual({ value: 2, locked: false });
    expect(cells?.['B4']?.value).toBe(10);
    expect(cells?.['C4']?.value).toBe('合格');
  });

  it('empties a cell with an empty text and keeps text behind an apostrophe', async () => {
    const node = await open();
    await write(node, 'A2:B2', [['', "'007"]]);
    const cells = node.host.dump().sheets[0]?.cells;
    expect(cells?.['A2']).toBeUndefined();
    expect(cells?.['B2']?.value).toBe('007');
  });

  it('lets the client cut a table of more than 1500 cells into pieces and joins them', async () => {
    const { Excel, host } = await open();
    const table = Array.from({ length: 200 }, (_, row) => Array.from({ length: 12 }, (_, column) => row * 12 + column));
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('评分表').getRangeByIndexes(10, 0, 200, 12);
      range.values = table;
      await context.sync();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual(table);
    });
    const pieces = host.batches.flatMap((batch) => batch.words).filter((word) => word === 'Range.Values =');
    expect(pieces).toHaveLength(2);
  });

  it('takes exactly 1500 cells in one piece, and 1512 in two', async () => {
    const pieces = async (rows: number) => {
      const node = await open();
      await write(
        node,
        `A1:L${rows}`,
        Array.from({ length: rows }, () => Array<number>(12).fill(1)),
      );
      return node.host.batches[0]?.words.filter((word) => word === 'Range.Values =').length;
    };
    expect(await pieces(125)).toBe(1);
    expect(await pieces(126)).toBe(2);
  });

  it('makes null objects for what is not there, and for what hangs on them', async () => {
    const { Excel } = await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('没有');
      const range = sheet.getRange('A1');
      const name = context.workbook.names.getItemOrNullObject('没有');
      const used = context.workbook.worksheets.getItem('隐藏 表').getUsedRangeOrNullObject();
      await context.sync();
      expect([sheet, range, name, used].map((object) => object.isNullObject)).toEqual([true, true, true, true]);
    });
  });

  it('finds names, used range, intersections and sheets', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name,items/visibility');
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const total = context.workbook.names.getItem('合计').getRange().load('address,values');
      const used = sheet.getUsedRange().load('address');
      const common = sheet.getRange('A1:B2').getIntersectionOrNullObject('B2:D9').load('address');
      const apart = sheet.getRange('A1:B2').getIntersectionOrNullObject('D9');
      const grown = sheet.getCell(0, 0).getResizedRange(2, 1).load('address');
      await context.sync();
      expect(sheets.items.map((item) => [item.name, item.visibility])).toEqual([
        ['评分表', 'Visible'],
        ['隐藏 表', 'Hidden'],
      ]);
      expect([total.address, total.values[0]?.[0]]).toEqual(['评分表!B4', 8]);
      expect([used.address, common.address, grown.address]).toEqual(['评分表!A1:C4', '评分表!B2', '评分表!A1:B3']);
      expect(apart.isNullObject).toBe(true);
    });
    expect(host.gaps).toEqual([]);
  });

  it('answers null for the cells of a whole column, and refuses to write them', async () => {
    const node = await open();
    await node.Excel.run(async (context) => {
      const column = context.workbook.worksheets
        .getItem('评分表')
        .getRange('B:B')
        .load('values,address,isEntireColumn');
      await context.sync();
      expect([column.values, column.address, column.isEntireColumn]).toEqual([null, '评分表!B:B', true]);
    });
    await expect(write(node, 'B:B', 1)).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('keeps custom properties, settings, names and sheets that are added', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      const { workbook } = context;
      const scheme = workbook.properties.custom.getItemOrNullObject('评优方案').load('value');
      const none = workbook.properties.custom.getItemOrNullObject('没有');
      workbook.properties.custom.add('版本', 3);
      workbook.settings.add('角色', '协会评分');
      const sheet = workbook.worksheets.add('新表');
      sheet.getRange('A1').values = [['好']];
      workbook.names.add('新名', sheet.getRange('A1'));
      await context.sync();
      expect([scheme.value, none.isNullObject]).toEqual(['shanghai-security-2024', true]);
      const named = workbook.names.getItem('新名').getRange().load('values');
      await context.sync();
      expect(named.values).toEqual([['好']]);
    });
    const dump = host.dump();
    expect(dump.settings).toEqual({ 角色: '协会评分' });
    expect(dump.customProperties).toEqual({ 评优方案: 'shanghai-security-2024', 版本: 3 });
    expect(dump.sheets.map((sheet) => sheet.name)).toEqual(['评分表', '隐藏 表', '新表']);
  });

  it('colours a cell and comments on it, and takes both away without a trace', async () => {
    const { Excel, host } = await open();
    const before = host.dump();
    await Excel.run(async (context) => {
      const { workbook } = context;
      const range = workbook.worksheets.getItem('评分表').getRange('B2');
      range.format.fill.color = '#ffff00';
      range.format.load('fill/color,font/color,protection/locked');
      workbook.comments.add('评分表!B2', '请核对');
      await context.sync();
      const { fill, font, protection } = range.format;
      expect([fill.color, font.color, protection.locked]).toEqual(['#FFFF00', '#000000', false]);
      const comment = workbook.comments.getItemByCell('评分表!B2').load('content');
      await context.sync();
      expect(comment.content).toBe('请核对');
      expect(host.dump().sheets[0]?.cells['B2']).toEqual({
        value: 8,
        fill: '#FFFF00',
        locked: false,
        comment: '请核对',
      });
      comment.delete();
      range.format.fill.clear();
      await context.sync();
    });
    expect(host.dump()).toEqual(before);
  });

  it('shows a white fill where a colour was painted over instead of cleared', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      const { fill } = context.workbook.worksheets.getItem('评分表').getRange('B2').format;
      fill.load('color');
      await context.sync();
      expect(fill.color).toBe('#FFFFFF');
      fill.color = '#FFFFFF';
      await context.sync();
    });
    expect(host.dump().sheets[0]?.cells['B2']?.fill).toBe('#FFFFFF');
  });

  it('adds conditional formats and takes away only the one asked for', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('评分表').getRange('B2:B3').conditionalFormats;
      for (const formula of ['=B2>5', '=B2<0']) {
        const added = formats.add(Excel.ConditionalFormatType.custom);
        added.custom.rule.formula = formula;
        added.custom.format.fill.color = '#FFC7CE';
      }
      await context.sync();
      formats.load('items/type');
      await context.sync();
      formats.items[0]?.delete();
      await context.sync();
    });
    const left = [{ address: 'B2:B3', formula: '=B2<0', fill: '#FFC7CE' }];
    expect(host.dump().sheets[0]?.conditionalFormats).toEqual(left);
  });

  it('keeps a range alive over syncs and lets it go after the run', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('评分表').getRange('B3');
      await context.sync();
      expect(host.references.size).toBe(1);
      range.values = [[3]];
      await context.sync();
    });
    await host.settle();
    expect(host.references.size).toBe(0);
    expect(host.dump().sheets[0]?.cells['B3']?.value).toBe(3);
  });
});
