import { describe, expect, it } from 'vitest';
import type { NodeHost } from './node-host.ts';
import { open, PROTECTED, withCode, write } from './score-book.ts';

describe('errors as Excel answers them', () => {
  it('refuses a locked cell of a protected sheet, also when null is written over it', async () => {
    const node = await open('1.14', PROTECTED);
    await expect(write(node, 'A2', [['改']])).rejects.toEqual(withCode('AccessDenied'));
    await expect(write(node, 'A2:B2', [[null, 1]])).rejects.toEqual(withCode('AccessDenied'));
    expect(node.host.dump().sheets[0]?.cells['B2']?.value).toBe(8);
    await write(node, 'B2:B3', [[1], [2]]);
    expect(node.host.dump().sheets[0]?.cells['B4']?.value).toBe(3);
  });

  it('refuses formats of a protected sheet unless they are allowed', async () => {
    const { Excel, host } = await open('1.14', PROTECTED);
    const colour = () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('评分表').getRange('B2').format.fill.color = '#FF0000';
        await context.sync();
      });
    await expect(colour()).rejects.toEqual(withCode('AccessDenied'));
    const { protection } = host.sheet('评分表');
    if (protection) protection.options['allowFormatCells'] = true;
    await colour();
    expect(host.dump().sheets[0]?.cells['B2']?.fill).toBe('#FF0000');
  });

  it('says whether a sheet is protected; protecting twice and lifting nothing are errors', async () => {
    const { Excel } = await open();
    const change = (action: (protection: Excel.WorksheetProtection) => void) =>
      Excel.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem('评分表');
        action(protection);
        protection.load('protected');
        await context.sync();
        return protection.protected;
      });
    const lift = (password?: string) =>
      change((protection) => {
        protection.unprotect(password);
      });
    const protect = () =>
      change((protection) => {
        protection.protect({}, '口令');
      });
    await expect(lift()).rejects.toEqual(withCode('InvalidOperation'));
    expect(await protect()).toBe(true);
    await expect(protect()).rejects.toEqual(withCode('InvalidOperation'));
    await expect(lift('错')).rejects.toEqual(withCode('AccessDenied'));
    expect(await lift('口令')).toBe(false);
  });

  it('refuses an array of the wrong shape', async () => {
    const node = await open();
    for (const wrong of [[[1, 2]], [[1], [2]], [1, 2], []]) {
      await expect(write(node, 'A1:B2', wrong)).rejects.toEqual(withCode('InvalidArgument'));
    }
  });

  it('answers ItemNotFound for a missing sheet and InvalidArgument for a bad address', async () => {
    const { Excel } = await open();
    const address = (sheet: string, cell: string) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange(cell).load('address');
        await context.sync();
        return range.address;
      });
    await expect(address('没有', 'A1')).rejects.toEqual(withCode('ItemNotFound'));
    await expect(address('评分表', 'A0')).rejects.toEqual(withCode('InvalidArgument'));
    await expect(address('评分表', 'XFE1')).rejects.toEqual(withCode('InvalidArgument'));
    expect(await address('评分表', 'XFD1048576')).toBe('评分表!XFD1048576');
  });

  it('names a member that the host does not have, and remembers it', async () => {
    const { Excel, host } = await open();
    const ask = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('评分表').getRange('A1').getSpecialCells('Constants').load('address');
      await context.sync();
    });
    await expect(ask).rejects.toEqual(withCode('ApiNotFound'));
    expect(host.gaps).toEqual(['The office host of the tests does not know Range.GetSpecialCells()']);
  });

  it('names a property that it cannot load, and one that it cannot set', async () => {
    const { Excel, host } = await open();
    const load = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('评分表').getRange('A1').load('hyperlink');
      await context.sync();
    });
    await expect(load).rejects.toEqual(withCode('ApiNotFound'));
    const set = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('评分表').tabColor = '#FF0000';
      await context.sync();
    });
    await expect(set).rejects.toEqual(withCode('ApiNotFound'));
    expect(host.gaps.map((gap) => gap.split(' ').at(-1))).toEqual(['Range.Hyperlink', 'Worksheet.TabColor']);
  });

  it('fails while a cell is edited, and waits when the run asked for that', async () => {
    const node = await open();
    node.host.cellEditMode = true;
    await expect(write(node, 'B3', [[1]])).rejects.toEqual(withCode('InvalidOperationInCellEditMode'));
    let isDone = false;
    const waiting = node.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem('评分表').getRange('B3').values = [[2]];
      await context.sync();
      isDone = true;
    });
    await node.host.settle();
    expect(isDone).toBe(false);
    node.host.cellEditMode = false;
    await waiting;
    expect(node.host.dump().sheets[0]?.cells['B3']?.value).toBe(2);
  });

  it('fails once with a code that a test wants', async () => {
    const node = await open();
    node.host.failNext('GeneralException');
    await expect(write(node, 'B3', [[1]])).rejects.toEqual(withCode('GeneralException'));
    await write(node, 'B3', [[1]]);
    expect(node.host.dump().sheets[0]?.cells['B3']?.value).toBe(1);
  });

  it('reads but does not write a read-only workbook', async () => {
    const node = await open();
    node.host.readOnly = true;
    await expect(write(node, 'B3', [[1]])).rejects.toEqual(withCode('AccessDenied'));
    await node.Excel.run(async (context) => {
      context.workbook.load('readOnly,isDirty');
      await context.sync();
      expect([context.workbook.readOnly, context.workbook.isDirty]).toEqual([true, false]);
    });
  });
});

describe('requirement sets', () => {
  /** `workbook.comments` came with ExcelApi 1.10. */
  const countComments = ({ Excel }: NodeHost) =>
    Excel.run(async (context) => {
      const count = context.workbook.comments.getCount();
      await context.sync();
      return count.value;
    });

  it('answers isSetSupported for the host’s own set', async () => {
    const supported = async (apiSet: string) => {
      const { requirements } = (await open(apiSet)).Office.context;
      return ['1.7', '1.8', '1.14', '1.15', '1.17', '1.18'].filter((set) =>
        requirements.isSetSupported('ExcelApi', set),
      );
    };
    expect(await supported('1.7')).toEqual(['1.7']);
    expect(await supported('1.14')).toEqual(['1.7', '1.8', '1.14']);
    expect(await supported('1.17')).toEqual(['1.7', '1.8', '1.14', '1.15', '1.17']);
  });

  it('throws ApiNotFound for a member above the host’s set and not at it', async () => {
    await expect(countComments(await open('1.7'))).rejects.toEqual(withCode('ApiNotFound'));
    await expect(countComments(await open('1.9'))).rejects.toEqual(withCode('ApiNotFound'));
    expect(await countComments(await open('1.10'))).toBe(0);
  });

  it('keeps hosts apart from each other', async () => {
    const [old, young] = [await open('1.7'), await open('1.17')];
    expect(await countComments(young)).toBe(0);
    await expect(countComments(old)).rejects.toEqual(withCode('ApiNotFound'));
    await write(young, 'B3', [[9]]);
    expect(old.host.dump().sheets[0]?.cells['B3']?.value).toBeUndefined();
  });

  it('is ready as Excel on Windows, with the theme asked for', async () => {
    const { Office } = await open();
    expect(await Office.onReady()).toEqual({ host: 'Excel', platform: 'PC' });
    expect([Office.context.displayLanguage, Office.context.officeTheme.bodyBackgroundColor]).toEqual([
      'zh-CN',
      '#FFFFFF',
    ]);
  });
});
