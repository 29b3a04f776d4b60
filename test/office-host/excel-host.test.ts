import { describe, expect, it } from 'vitest';
import { ExcelHost } from './excel-host.ts';
import { open, WORKBOOK, withCode } from './score-book.ts';
import { PAYLOAD_OFFICE_ERROR } from './wire.ts';

/** Calls of the client that are not in its public types. */
interface HiddenCalls {
  update(properties: object): void;
  ensureUnchanged(state: object): void;
  retrieve(names: string): { toJSON(): unknown };
}

const hidden = (range: Excel.Range) => range as unknown as HiddenCalls;

describe('the rarer actions of a batch', () => {
  it('sets several properties in one action', async () => {
    const { Excel, host } = await open();
    await Excel.run(async (context) => {
      hidden(context.workbook.worksheets.getItem('评分表').getRange('B2:B3')).update({ values: [[1], [2]] });
      await context.sync();
    });
    expect(host.dump().sheets[0]?.cells['B4']?.value).toBe(3);
    expect(host.counts().writes).toBe(1);
  });

  it('goes on when nothing changed, and stops before a write when something did', async () => {
    const { Excel, host } = await open();
    const writeIfStill = (value: number) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('评分表').getRange('B2');
        hidden(range).ensureUnchanged({ values: [[value]] });
        range.values = [[value + 1]];
        await context.sync();
      });
    await writeIfStill(8);
    expect(host.dump().sheets[0]?.cells['B2']?.value).toBe(9);
    await expect(writeIfStill(8)).rejects.toEqual(withCode('Conflict'));
    expect(host.dump().sheets[0]?.cells['B2']?.value).toBe(9);
  });

  it('answers a query as JSON', async () => {
    const { Excel } = await open();
    await Excel.run(async (context) => {
      const answer = hidden(context.workbook.worksheets.getItem('评分表').getRange('B2')).retrieve('values,address');
      await context.sync();
      expect(answer.toJSON()).toMatchObject({ values: [[8]], address: '评分表!B2' });
    });
  });

  it('takes a part of a collection', async () => {
    const { Excel } = await open();
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load({ name: true, $skip: 1, $top: 1 });
      await context.sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(['隐藏 表']);
    });
  });

  it('keeps what went before the error, and answers what was read before it', async () => {
    const { Excel, host } = await open();
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('评分表');
      sheet.getRange('B3').values = [[1]];
      sheet.getRange('B2:B3').values = [[1, 2]];
      sheet.getRange('B2').values = [[0]];
      await context.sync();
    });
    await expect(run).rejects.toEqual(withCode('InvalidArgument'));
    expect(host.dump().sheets[0]?.cells['B3']?.value).toBe(1);
    expect(host.dump().sheets[0]?.cells['B2']?.value).toBe(8);
  });
});

describe('the limit of a batch', () => {
  const BATCH = JSON.stringify({ Actions: [], ObjectPaths: {} });

  it('takes a batch of exactly the limit and refuses one that is longer', async () => {
    const send = (payloadLimit: number) =>
      new ExcelHost({ workbook: WORKBOOK, apiSet: '1.14', payloadLimit }).handle(BATCH, 0);
    expect(await send(BATCH.length)).toEqual({ response: { Results: [], TraceIds: [] } });
    expect(await send(BATCH.length - 1)).toEqual({ officeError: PAYLOAD_OFFICE_ERROR });
  });
});

describe('a large roster', () => {
  it('reads 5208 rows in one sync', async () => {
    const rows = Array.from({ length: 5208 }, (_, row) => row + 1);
    const cells = Object.fromEntries(
      rows.flatMap((row) => ['A', 'B', 'C'].map((column) => [`${column}${row}`, { value: row }])),
    );
    const { Excel, host } = await open('1.14', { sheets: [{ name: '总名册', cells }] });
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem('总名册').getUsedRange(true).load('values,address');
      await context.sync();
      expect([used.address, used.values.length, used.values[5207]]).toEqual([
        '总名册!A1:C5208',
        5208,
        [5208, 5208, 5208],
      ]);
    });
    expect(host.counts()).toMatchObject({ reads: 1, writes: 0 });
  });
});
