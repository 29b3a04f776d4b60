import { describe, expect, it } from 'vitest';
import {
  blockAddress,
  boundingBlock,
  columnName,
  columnNumber,
  intersectBlocks,
  parseBlock,
  quoteSheetName,
  splitSheetName,
} from './addresses.ts';

describe('addresses', () => {
  it('counts columns as Excel does', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    expect(['A', 'Z', 'AA', 'zz', 'AAA', 'XFD'].map(columnNumber)).toEqual([0, 25, 26, 701, 702, 16_383]);
  });

  it('reads what it writes', () => {
    for (const address of ['A1', 'B2:C9', 'XFD1048576', 'B:C', '2:3'])
      expect(blockAddress(parseBlock(address))).toBe(address);
    expect(parseBlock('$C$9:B2')).toEqual(parseBlock('B2:C9'));
  });

  it('refuses what lies beyond the sheet or is no address', () => {
    for (const address of ['', 'A0', 'A1048577', 'XFE1', 'A1:B', 'A1:B2:C3', '表!A1', 'A-1']) {
      expect(() => parseBlock(address), address).toThrow(expect.objectContaining({ code: 'InvalidArgument' }) as Error);
    }
  });

  it('cuts and joins blocks', () => {
    const cut = (a: string, b: string) => {
      const common = intersectBlocks(parseBlock(a), parseBlock(b));
      return common && blockAddress(common);
    };
    expect([cut('A1:B2', 'B2:C3'), cut('A1:B2', 'C3:D4'), cut('A:A', '2:2')]).toEqual(['B2', null, 'A2']);
    expect(blockAddress(boundingBlock(parseBlock('B2'), parseBlock('A4')))).toBe('A2:B4');
  });

  it('puts a sheet name in quotes and takes it out again', () => {
    expect(['评分表', '第 1 张', "它's", '2024'].map(quoteSheetName)).toEqual([
      '评分表',
      "'第 1 张'",
      "'它''s'",
      "'2024'",
    ]);
    expect(splitSheetName("'它''s'!A1")).toEqual({ sheet: "它's", rest: 'A1' });
    expect(splitSheetName('A1')).toEqual({ sheet: null, rest: 'A1' });
  });
});
