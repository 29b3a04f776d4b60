import { beforeEach, describe, expect, it } from 'vitest';
import { SheetStore } from '../../../addin/desk/sheet-store.ts';

const SHEET = '推荐名单';

/** Rows of one cell each, from `row` on. */
const block = (row: number, ...texts: string[]) => ({
  row,
  column: 1,
  values: texts.map((text) => [text]),
  formats: texts.map(() => ['General']),
});

describe('sheets that are read anew', () => {
  let store: SheetStore;
  const textsOf = (name = SHEET) =>
    store
      .readSheet(name)
      .rows.map(({ number, cells: [cell] }) => `${number} ${cell?.kind === 'text' ? cell.text : ''}`);

  beforeEach(() => {
    store = new SheetStore();
    const whole = store.begin(SHEET, 1, Infinity);
    store.putBlock(whole, block(1, '奖项', '甲', '乙'));
    store.finish(whole, []);
  });

  it('keep the rows that were known until all of the new ones are there', () => {
    const again = store.begin(SHEET, 1, Infinity);
    store.putBlock(again, block(1, '奖项'));
    expect(textsOf()).toEqual(['1 奖项', '2 甲', '3 乙']);
    store.putBlock(again, block(2, '丙'));
    store.finish(again, []);
    expect(textsOf()).toEqual(['1 奖项', '2 丙']);
  });

  it('change no row outside those that were asked for, and lose those inside that are blank now', () => {
    const part = store.begin(SHEET, 2, 4);
    store.putBlock(part, block(4, '丁'));
    store.finish(part, []);
    expect(textsOf()).toEqual(['1 奖项', '4 丁']);
    const blank = store.begin(SHEET, 4, 4);
    store.finish(blank, []);
    expect(textsOf()).toEqual(['1 奖项']);
  });

  it('take nothing from a reading that another one has followed', () => {
    const old = store.begin(SHEET, 1, Infinity);
    const fresh = store.begin(SHEET, 1, Infinity);
    expect(() => {
      store.putBlock(old, block(1, '旧'));
    }).toThrow(RangeError);
    store.putBlock(fresh, block(1, '新'));
    store.finish(fresh, []);
    expect(textsOf()).toEqual(['1 新']);
    expect(() => {
      store.finish(old, []);
    }).toThrow(RangeError);
  });

  it('are apart by name, and gone when they are dropped or another workbook is opened', () => {
    const other = store.begin('会员单位', 1, Infinity);
    const same = store.begin(SHEET, 1, 1);
    store.finish(other, []);
    store.finish(same, []);
    expect(textsOf('会员单位')).toEqual([]);
    store.drop(SHEET);
    expect([store.has(SHEET), store.has('会员单位')]).toEqual([false, true]);
    expect(() => store.readSheet(SHEET)).toThrow(/没有工作表“推荐名单”（现有“会员单位”）/);
    store.open('另一份.xlsx');
    expect(store.sheets).toEqual([]);
  });
});
