import { beforeAll, describe, expect, it } from 'vitest';
import { FileHost } from '../../../addin/host/file/file-host.ts';
import { HostError } from '../../../addin/host/host-error.ts';
import type { ChangeHint } from '../../../addin/host/port.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { handWorkbook, sheetXml, workbookOfRows } from '../../support/hand-workbook.ts';
import { startDeskHere } from '../in-process-desk.ts';

const ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>96</v></c></row>' +
  '<row r="2"><c r="A2"><f>B1*2</f><v>192</v></c><c r="B2" s="2"/></row>';

const open = (bytes: Uint8Array) => FileHost.open(startDeskHere(), bytes, '表.xlsx');

async function savedBytes(host: FileHost): Promise<Uint8Array> {
  let saved = new Uint8Array();
  await host.save((bytes) => {
    saved = new Uint8Array(bytes);
    return Promise.resolve(true);
  });
  return saved;
}

describe('a file as the host of the pane', () => {
  let host: FileHost;
  beforeAll(async () => {
    host = await open(workbookOfRows(ROWS));
  });

  it('says what the workbook is', async () => {
    const about = await host.describe();
    expect(about).toEqual({ fileName: '表.xlsx', sheets: [{ name: '表', isVisible: true }], properties: new Map() });
  });

  it('reads blocks, and null for a sheet that is not there', async () => {
    const range = { first: { row: 1, column: 1 }, last: { row: 2, column: 1 } };
    const [found, none] = await host.readBlocks([
      { sheet: '表', range },
      { sheet: '别的', range },
    ]);
    expect(none).toBeNull();
    expect(found?.rows).toMatchObject([
      { number: 1, cells: [{ kind: 'text', text: '单位', formula: false }] },
      { number: 2, cells: [{ kind: 'number', value: 192, formula: true }] },
    ]);
  });

  it('writes blocks into the copy, hints at the sheet and leaves the first bytes alone', async () => {
    const bytes = workbookOfRows(ROWS);
    const before = bytes.slice();
    const own = await open(bytes);
    const hints: ChangeHint[] = [];
    const end = await own.watch((hint) => hints.push(hint));
    expect(own.getView().changes).toBe('none');
    await own.writeCells([{ sheet: '表', address: 'B1', values: [[97], ['未发生']] }]);
    await end();
    await own.writeCells([{ sheet: '表', address: 'C3', values: [[null]] }]);
    expect(hints).toEqual([{ sheet: '表', rows: null }]);
    const saved = openWorkbook(await savedBytes(own), '表.xlsx').readSheet('表');
    expect(saved.rows[0]?.cells[1]).toMatchObject({ kind: 'number', value: 97 });
    expect(saved.rows[1]?.cells).toMatchObject([{ kind: 'uncomputed' }, { kind: 'text', text: '未发生' }]);
    expect(bytes).toEqual(before);
  });

  it('is unsaved from the moment that something is to be written until a copy has all of it', async () => {
    const own = await open(workbookOfRows(ROWS));
    const changes = () => own.getView().changes;
    const write = (value: number) => own.writeCells([{ sheet: '表', address: 'B1', values: [[value]] }]);
    expect(changes()).toBe('none');
    const first = write(97);
    expect(changes()).toBe('unsaved');
    await first;
    expect(await own.save(() => Promise.resolve(false))).toBe(false);
    expect(changes()).toBe('unsaved');
    await expect(own.save(() => Promise.reject(new HostError('unsaved', '没有存成。')))).rejects.toThrow();
    expect(changes()).toBe('unsaved');
    await savedBytes(own);
    expect(changes()).toBe('saved');
    // While the user still picks a place for the copy, another score comes in: the copy lacks it.
    await own.save(async () => {
      await write(98);
      return true;
    });
    expect(changes()).toBe('unsaved');
    await savedBytes(own);
    expect(changes()).toBe('saved');
    await write(99);
    expect(changes()).toBe('unsaved');
  });

  it('refuses a locked cell of a protected sheet, with the cell in the sentence, and writes nothing', async () => {
    const own = await open(
      handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(ROWS, '<sheetProtection sheet="1"/>') }),
    );
    expect(await own.isProtected('表')).toBe(true);
    const write = (address: string) => own.writeCells([{ sheet: '表', address, values: [[1]] }]);
    await expect(write('B1')).rejects.toMatchObject({ name: 'HostError', code: 'protected' });
    await expect(write('B1')).rejects.toThrow('文件“表.xlsx”工作表“表”的 B1 单元格已锁定');
    expect(own.getView().changes).toBe('none');
    await expect(write('B2')).resolves.toBeUndefined();
  });

  it('refuses a formula in its way', async () => {
    await expect(host.writeCells([{ sheet: '表', address: 'A2', values: [[1]] }])).rejects.toThrow('A2 单元格是公式');
  });

  it('shows a selection and marks in its view, and takes the marks away', async () => {
    await host.select('表', 'B1');
    const mark = { sheet: '表', address: 'B1', severity: 'question', note: '甲' } as const;
    expect(await host.mark([mark, { ...mark, severity: 'violation', note: '乙' }])).toEqual({ coloured: 1, noted: 1 });
    expect(host.getView()).toMatchObject({
      selection: { sheet: '表', address: 'B1' },
      marks: [{ address: 'B1', severity: 'violation', note: '甲\n乙' }],
    });
    await host.unmark();
    expect(host.getView().marks).toEqual([]);
    await expect(host.select('别的', 'A1')).rejects.toBeInstanceOf(HostError);
  });

  it('turns away what is no workbook, with the sentence of the reader', async () => {
    await expect(open(new TextEncoder().encode('<html>'))).rejects.toThrow(/“表\.xlsx”.*其实是网页/);
  });
});
