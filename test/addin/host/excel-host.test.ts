import { describe, expect, it } from 'vitest';
import { ExcelHost } from '../../../addin/host/excel/excel-host.ts';
import type { ChangeHint, Mark } from '../../../addin/host/port.ts';
import type { WorkbookSnapshot } from '../../office-host/snapshot.ts';
import { typeByHand } from '../../office-host/by-hand.ts';
import { createNodeHost } from '../../office-host/node-host.ts';
import { startDeskHere } from '../in-process-desk.ts';

const RANGE = { first: { row: 1, column: 1 }, last: { row: 4, column: 3 } };

function workbook(): WorkbookSnapshot {
  return {
    sheets: [
      {
        name: '评分',
        cells: {
          A1: { value: '单位' },
          B1: { value: 96, locked: false },
          C1: { value: 45292, numberFormat: 'yyyy-mm-dd' },
          A2: { value: '00123', fill: '#FFFFFF' },
          B2: { value: 12, numberFormat: '00000', locked: false, fill: '#FFEEAA' },
          B3: { formula: '=B1+B2' },
          C3: { value: { error: '#N/A' } },
          A4: { value: true, comment: '别人的批注' },
        },
      },
      { name: '空表', cells: {} },
      { name: '藏', visibility: 'Hidden', cells: { A1: { value: 1 } } },
    ],
    customProperties: { 'pingyou.scheme': 'shanghai-security-2024' },
  };
}

async function open(apiSet = '1.7', snapshot = workbook()) {
  const desk = startDeskHere();
  const node = await createNodeHost({ apiSet, workbook: snapshot });
  const pane = new ExcelHost(node, desk);
  return { pane, desk, host: node.host };
}

const MARKS: Mark[] = [
  { sheet: '评分', address: 'A1', severity: 'violation', note: '甲' },
  { sheet: '评分', address: 'A2', severity: 'violation', note: '乙' },
  { sheet: '评分', address: 'B2', severity: 'question', note: '丙' },
  { sheet: '评分', address: 'A4', severity: 'question', note: '丁' },
  { sheet: '空表', address: 'A1', severity: 'question', note: '戊' },
];

describe.each(['1.7', '1.14', '1.17'])('Excel as the host of the pane, ExcelApi %s', (apiSet) => {
  it('says what the workbook is in one sync', async () => {
    const { pane, host } = await open(apiSet);
    host.clearCounts();
    const about = await pane.describe();
    expect(about.sheets).toEqual([
      { name: '评分', isVisible: true },
      { name: '空表', isVisible: true },
      { name: '藏', isVisible: false },
    ]);
    expect(about.properties.get('pingyou.scheme')).toBe('shanghai-security-2024');
    expect(host.counts()).toMatchObject({ reads: 1, writes: 0 });
    expect(host.gaps).toEqual([]);
  });

  it('reads blocks in one sync, as a file would be read', async () => {
    const { pane, host } = await open(apiSet);
    host.clearCounts();
    const [sheet, none] = await pane.readBlocks([
      { sheet: '评分', range: RANGE },
      { sheet: '没有', range: RANGE },
    ]);
    expect(none).toBeNull();
    expect(sheet?.isProtected).toBe(false);
    expect(sheet?.rows).toMatchObject([
      {
        number: 1,
        cells: [
          { column: 1, kind: 'text', text: '单位', formula: false },
          { column: 2, kind: 'number', value: 96, isDate: false },
          { column: 3, kind: 'number', value: 45292, isDate: true },
        ],
      },
      { number: 2, cells: [{ kind: 'text', text: '00123' }, { value: 12 }] },
      {
        number: 3,
        cells: [
          { column: 2, value: 108, formula: true },
          { column: 3, kind: 'error', text: '#N/A' },
        ],
      },
      { number: 4, cells: [{ kind: 'boolean', value: true }] },
    ]);
    const padded = sheet?.rows[1]?.cells[1];
    expect(sheet?.styles[padded?.style ?? -1]?.minDigits).toBe(5);
    expect(host.counts()).toMatchObject({ reads: 1, writes: 0 });
    expect(host.counts().actions).toBeLessThanOrEqual(20);
  });

  it('writes blocks in one sync of few actions, and empties cells', async () => {
    const { pane, host } = await open(apiSet);
    host.clearCounts();
    await pane.writeCells([
      { sheet: '评分', address: 'B1', values: [[97], [null]] },
      { sheet: '空表', address: 'A1', values: [['=1+1', '未发生']] },
    ]);
    expect(host.counts()).toMatchObject({ reads: 0, writes: 1 });
    expect(host.counts().actions).toBeLessThanOrEqual(20);
    const [scores, empty] = host.dump().sheets;
    expect(scores?.cells['B1']?.value).toBe(97);
    expect(scores?.cells['B2']?.value).toBeUndefined();
    expect(empty?.cells['A1']).toEqual({ value: '=1+1' });
    expect(empty?.cells['B1']?.value).toBe('未发生');
  });

  it('hints at edits by hand and by itself, and stops when told', async () => {
    const { pane, host } = await open(apiSet);
    const hints: ChangeHint[] = [];
    const end = await pane.watch((hint) => hints.push(hint));
    typeByHand(host, '空表', 'B7', [[1], [2]]);
    await host.settle();
    await pane.writeCells([{ sheet: '空表', address: 'A1', values: [[5]] }]);
    await host.settle();
    expect(hints).toContainEqual({ sheet: '空表', rows: { first: 7, last: 8 } });
    expect(hints).toContainEqual({ sheet: '空表', rows: { first: 1, last: 1 } });
    const before = hints.length;
    await end();
    typeByHand(host, '空表', 'B9', 3);
    await host.settle();
    expect(hints.length).toBe(before);
  });

  it('marks and unmarks, and the workbook is as it was', async () => {
    const { pane, host } = await open(apiSet);
    const before = host.dump();
    const count = await pane.mark(MARKS);
    // A4 has a comment of somebody else's; before 1.10 there are no comments.
    expect(count).toEqual({ coloured: 5, noted: apiSet === '1.7' ? 0 : 4 });
    const marked = host.dump().sheets[0];
    expect(marked?.conditionalFormats).toMatchObject([
      { address: 'A1:A2', fill: '#F8B4B4' },
      { address: 'A4', fill: '#FFE699' },
      { address: 'B2', fill: '#FFE699' },
    ]);
    expect(marked?.cells['B2']?.fill).toBe('#FFEEAA');
    await pane.mark(MARKS.slice(0, 1));
    expect(host.dump().sheets[0]?.conditionalFormats?.length).toBe(1);
    await pane.unmark();
    expect(host.dump().sheets.map(withoutEmptyFormats)).toEqual(before.sheets.map(withoutEmptyFormats));
    expect(host.gaps).toEqual([]);
  });

  it('finds the marks of an earlier day', async () => {
    const { pane, host } = await open(apiSet);
    await pane.mark(MARKS);
    const later = await open(apiSet, host.dump());
    await later.pane.unmark();
    expect(later.host.dump().sheets.flatMap((sheet) => sheet.conditionalFormats ?? [])).toEqual([]);
    expect(later.host.dump().sheets[0]?.cells['A4']?.comment).toBe('别人的批注');
    expect(later.host.dump().sheets[0]?.cells['A1']?.comment).toBeUndefined();
  });

  it('selects a cell with its sheet in front, and says so where the sheet is hidden', async () => {
    const { pane, host } = await open(apiSet);
    await pane.select('空表', 'C4');
    expect(host.dump()).toMatchObject({ activeSheet: '空表', selection: 'C4' });
    await expect(pane.select('藏', 'A1')).rejects.toThrow('工作表“藏”隐藏了');
    await expect(pane.select('没有', 'A1')).rejects.toMatchObject({ code: 'gone' });
  });
});

function withoutEmptyFormats({ conditionalFormats, ...sheet }: WorkbookSnapshot['sheets'][number]) {
  const cells = Object.fromEntries(Object.entries(sheet.cells).filter(([, cell]) => Object.keys(cell).length > 0));
  return { ...sheet, cells, conditionalFormats: conditionalFormats ?? [] };
}

describe('Excel refusing', () => {
  it('tells a protected sheet from a read-only workbook, and writes unlocked cells of a protected one', async () => {
    const snapshot = workbook();
    const [first] = snapshot.sheets;
    if (first) first.protection = { options: {} };
    const { pane, host } = await open('1.14', snapshot);
    expect(await pane.isProtected('评分')).toBe(true);
    expect(await pane.isProtected('空表')).toBe(false);
    const write = (address: string) => pane.writeCells([{ sheet: '评分', address, values: [[1]] }]);
    await expect(write('A1')).rejects.toMatchObject({ code: 'protected' });
    await write('B1');
    expect(host.dump().sheets[0]?.cells['B1']?.value).toBe(1);
    await expect(pane.mark(MARKS)).rejects.toMatchObject({ code: 'protected' });
    host.readOnly = true;
    await expect(write('B1')).rejects.toMatchObject({ code: 'read-only' });
  });

  it('waits until a cell is no longer edited', async () => {
    const { pane, host } = await open();
    host.cellEditMode = true;
    const write = pane.writeCells([{ sheet: '空表', address: 'A1', values: [[1]] }]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.dump().sheets[1]?.cells['A1']).toBeUndefined();
    host.cellEditMode = false;
    await write;
    expect(host.dump().sheets[1]?.cells['A1']?.value).toBe(1);
  });

  it.each([
    ['InvalidOperationInCellEditMode', 'editing'],
    ['ItemNotFound', 'gone'],
    ['ApiNotFound', 'unsupported'],
    ['ServerBusy', 'busy'],
    ['GeneralException', 'other'],
  ])('turns %s into %s, with a sentence', async (code, ours) => {
    const { pane, host } = await open();
    host.failNext(code);
    const fault: unknown = await pane.isProtected('评分').catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'HostError', code: ours });
    expect(String(fault)).toMatch(/[请一]/);
  });
});
