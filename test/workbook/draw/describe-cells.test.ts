import { describe, expect, it } from 'vitest';
import { SHEET, type CellRef } from '../../../rules/roster-cell.ts';
import { describeCells } from '../../../workbook/draw/describe-cells.ts';
import { addressOf } from '../../../workbook/roster/roster-addresses.ts';

const cell = (row: number, sheet: CellRef['sheet'] = 'nominees'): CellRef => ({ sheet, row, heading: '收到日期' });
const rows = (count: number) => Array.from({ length: count }, (_, index) => cell(index + 2));
const nowhere = new Map();

describe('cells beside the first', () => {
  it('name their sheet once for each run', () => {
    const told = describeCells(nowhere, [cell(2), cell(3), cell(4, 'memberUnits')]);
    expect(told.split('、')).toHaveLength(3);
    expect(told.split(SHEET.nominees)).toHaveLength(2);
    expect(told.split(SHEET.memberUnits)).toHaveLength(2);
  });

  it.each([59, 60])('are all told when they are %i', (count) => {
    const told = describeCells(nowhere, rows(count));
    expect(told.split('、')).toHaveLength(count);
    expect(told).not.toContain('等');
  });

  it('are counted beyond sixty', () => {
    const told = describeCells(nowhere, rows(61));
    expect(told.split('、')).toHaveLength(60);
    expect(told).toMatch(/等 61 格$/);
    expect(told).not.toContain(addressOf(nowhere, cell(62)));
  });
});
