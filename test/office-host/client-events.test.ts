import { describe, expect, it } from 'vitest';
import { selectByHand, typeByHand } from './by-hand.ts';
import { open, PROTECTED, write } from './score-book.ts';

/** A handler's deed: Excel wants a promise back. */
const noteIn = (seen: unknown[]) => (line: unknown) => {
  seen.push(line);
  return Promise.resolve();
};

describe('events', () => {
  it('tells of an edit by hand on the sheet and on the workbook', async () => {
    const { Excel, host } = await open();
    const seen: unknown[] = [];
    const note = noteIn(seen);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('评分表');
      sheet.onChanged.add(({ address, details, triggerSource }) =>
        note([address, details.valueBefore, details.valueAfter, triggerSource]),
      );
      context.workbook.worksheets.onChanged.add(({ address }) => note(`workbook ${address}`));
      sheet.onCalculated.add(() => note('calculated'));
      await context.sync();
    });
    typeByHand(host, '评分表', 'B2', 7);
    await host.settle();
    expect(seen).toEqual([['B2', 8, 7, 'Unknown'], 'workbook B2', 'calculated']);
  });

  it('gives no details for an edit of several cells, and names the add-in as the source of its own', async () => {
    const node = await open();
    const seen: unknown[] = [];
    const note = noteIn(seen);
    await node.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('评分表');
      sheet.onChanged.add(({ address, details, triggerSource }) => note([address, details, triggerSource]));
      await context.sync();
    });
    typeByHand(node.host, '评分表', 'B2', [[1], [2]]);
    await node.host.settle();
    await write(node, 'B3', [[5]]);
    await node.host.settle();
    const details = { valueBefore: 2, valueAfter: 5, valueTypeBefore: 'Double', valueTypeAfter: 'Double' };
    expect(seen).toEqual([
      ['B2:B3', undefined, 'Unknown'],
      ['B3', details, 'ThisLocalAddin'],
    ]);
  });

  it('gives neither details nor a source to Excel 2019', async () => {
    const { Excel, host } = await open('1.7');
    const seen: unknown[] = [];
    const note = noteIn(seen);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('评分表');
      sheet.onChanged.add(({ address, details, triggerSource }) => note([address, details, triggerSource]));
      await context.sync();
    });
    typeByHand(host, '评分表', 'B2', 1);
    await host.settle();
    expect(seen).toEqual([['B2', undefined, undefined]]);
  });

  it('lets the handler read the range that changed', async () => {
    const { Excel, host } = await open();
    const seen: unknown[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('评分表').onChanged.add((args) =>
        Excel.run(async (own) => {
          const range = args.getRange(own).load('values');
          await own.sync();
          seen.push(range.values);
        }),
      );
      await context.sync();
    });
    typeByHand(host, '评分表', 'B2', [[1], [2]]);
    await host.settle();
    expect(seen).toEqual([[[1], [2]]]);
  });

  it('is silent on a format and on a recalculation that changes no result', async () => {
    const { Excel, host } = await open();
    const seen: unknown[] = [];
    const note = noteIn(seen);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('评分表');
      sheet.onChanged.add(({ address }) => note(address));
      sheet.onCalculated.add(() => note('calculated'));
      sheet.getRange('B2').format.fill.color = '#FF0000';
      await context.sync();
    });
    await host.settle();
    expect(seen).toEqual([]);
    typeByHand(host, '评分表', 'A2', '改名');
    await host.settle();
    expect(seen).toEqual(['A2']);
  });

  it('tells of activation and selection, and is silent after the handler is gone', async () => {
    const { Excel, host } = await open();
    const seen: unknown[] = [];
    const note = noteIn(seen);
    host.sheet('隐藏 表').visibility = 'Visible';
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onActivated.add(() => note('activated'));
      context.workbook.worksheets.onSelectionChanged.add(({ address }) => note(address));
      context.workbook.onSelectionChanged.add(() => note('document'));
      await context.sync();
      return added;
    });
    selectByHand(host, '隐藏 表', 'B2');
    await host.settle();
    expect(seen).toEqual(['activated', 'A1', 'document', 'B2', 'document']);
    handler.remove();
    await handler.context.sync();
    seen.length = 0;
    selectByHand(host, '评分表', 'A1');
    await host.settle();
    expect(seen).not.toContain('activated');
    expect(seen).toContain('document');
  });

  it('tells that a sheet was protected', async () => {
    const { Excel, host } = await open();
    const seen: unknown[] = [];
    const note = noteIn(seen);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('评分表');
      sheet.onProtectionChanged.add(({ isProtected }) => note(isProtected));
      sheet.protection.protect();
      await context.sync();
    });
    await host.settle();
    expect(seen).toEqual([true]);
  });

  it('lets nobody type into a locked cell', async () => {
    const { host } = await open('1.14', PROTECTED);
    expect(() => {
      typeByHand(host, '评分表', 'A2', '改');
    }).toThrow('评分表!A2');
    typeByHand(host, '评分表', 'B2', 3);
    expect(host.dump().sheets[0]?.cells['B4']?.value).toBe(3);
  });
});

describe('counts', () => {
  it('counts syncs, reads, writes and actions', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('评分表').getRange('B2:B4').load('values');
      await context.sync();
      range.getCell(1, 0).values = [[2]];
      await context.sync();
    });
    await host.settle();
    // workbook, worksheets, sheet, range: made known; the range kept and named; its values loaded
    expect(host.batches[0]).toMatchObject({
      actions: 7,
      reads: true,
      writes: false,
      words: expect.arrayContaining(['Range.load(values)']) as unknown,
    });
    expect(host.batches[1]).toMatchObject({ reads: false, writes: true });
    const sum = host.batches.reduce((total, batch) => total + batch.actions, 0);
    expect(host.counts()).toMatchObject({ batches: 3, reads: 1, writes: 1, actions: sum });
    host.clearCounts();
    expect(host.counts()).toEqual({ batches: 0, reads: 0, writes: 0, actions: 0, largest: 0 });
  });

  it('shows the price of writing cell by cell', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('评分表');
      for (let row = 0; row < 240; row += 1) sheet.getCell(row, 5).values = [[row]];
      await context.sync();
    });
    expect(host.counts().largest).toBeGreaterThan(900);
  });

  it('does not count selecting a cell as a write', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('评分表').getRange('B2').select();
      await context.sync();
    });
    expect(host.counts()).toMatchObject({ reads: 0, writes: 0 });
    expect(host.dump()).toMatchObject({ activeSheet: '评分表', selection: 'B2' });
  });
});
