import { describe, expect, it } from 'vitest';
import { SheetStore } from '../../../addin/desk/sheet-store.ts';
import { ExcelContext } from '../../../addin/host/excel/excel-context.ts';
import { fillDesk, type StoreClient } from '../../../addin/host/excel/fill-desk.ts';
import type { RowSpan } from '../../../addin/host/port.ts';
import { typeByHand } from '../../office-host/by-hand.ts';
import { createNodeHost } from '../../office-host/node-host.ts';

const NAME = '会员单位';
const ROWS = 40;

/** Forty rows in Excel, and a store beside them; `atPiece` is called before each piece is put, with its number of rows. */
async function open(atPiece: (rows: number) => void = () => undefined) {
  const cells = Object.fromEntries(Array.from({ length: ROWS }, (_, row) => [`A${row + 1}`, { value: row }]));
  const node = await createNodeHost({ apiSet: '1.7', workbook: { sheets: [{ name: NAME, cells }] } });
  const store = new SheetStore();
  const desk: StoreClient = {
    hasSheet: (name) => Promise.resolve(store.has(name)),
    beginRows: (...args) => Promise.resolve(store.begin(...args)),
    putBlock(ticket, block) {
      atPiece(block.values.length);
      store.putBlock(ticket, block);
      return Promise.resolve();
    },
    finishRows(ticket, merges) {
      store.finish(ticket, merges);
      return Promise.resolve();
    },
    dropSheet(name) {
      store.drop(name);
      return Promise.resolve();
    },
  };
  const excel = new ExcelContext(node);
  return {
    host: node.host,
    store,
    fill: (rows: RowSpan | null = null, isStale = () => false) =>
      fillDesk({ excel, desk, isStale }, [NAME, '没有'], rows),
    values: () => store.readSheet(NAME).rows.map(({ cells: [cell] }) => (cell?.kind === 'number' ? cell.value : null)),
  };
}

const ALL = Array.from({ length: ROWS }, (_, row) => row);

describe('filling the desk from Excel', () => {
  it('takes a smaller piece where the host finds one too large, and leaves no row out', async () => {
    const pieces: number[] = [];
    const { host, fill, values } = await open((rows) => pieces.push(rows));
    host.failAfter(1, 'ResponsePayloadSizeLimitExceeded');
    await fill();
    expect(pieces).toEqual([20, 20]);
    expect(values()).toEqual(ALL);
  });

  it('keeps every earlier row when the second of two pieces fails, or is no longer wanted', async () => {
    let atPiece = (): void => undefined;
    const { host, fill, values } = await open(() => {
      atPiece();
    });
    await fill();
    typeByHand(host, NAME, 'A1', 100);
    let isStale = false;
    atPiece = () => {
      host.failNext('GeneralException');
    };
    host.failAfter(1, 'ResponsePayloadSizeLimitExceeded');
    await expect(fill()).rejects.toMatchObject({ code: 'other' });
    expect(values()).toEqual(ALL);
    atPiece = () => {
      isStale = true;
    };
    host.failAfter(1, 'ResponsePayloadSizeLimitExceeded');
    await fill(null, () => isStale);
    expect(values()).toEqual(ALL);
    atPiece = () => undefined;
    await fill();
    expect(values()).toEqual([100, ...ALL.slice(1)]);
  });

  it('reads all of a sheet that was away meanwhile, though only one row has changed', async () => {
    const { host, store, fill, values } = await open();
    await fill();
    host.sheet(NAME).name = '改名了';
    await fill({ first: 3, last: 3 });
    expect(store.has(NAME)).toBe(false);
    host.sheet('改名了').name = NAME;
    await fill({ first: 3, last: 3 });
    expect(values()).toEqual(ALL);
  });

  it('reads only the rows that have changed of a sheet that it knows', async () => {
    const { host, fill, values } = await open();
    await fill();
    typeByHand(host, NAME, 'A3', 300);
    typeByHand(host, NAME, 'A9', 900);
    await fill({ first: 3, last: 3 });
    expect(values()).toEqual(ALL.map((row) => (row === 2 ? 300 : row)));
  });
});
