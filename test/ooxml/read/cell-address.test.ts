import { describe, expect, it } from 'vitest';
import { cellAddress, columnLetters, isInRange, readAddress, readRange } from '../../../ooxml/read/cell-address.ts';

describe('cell addresses', () => {
  it.each([
    ['A1', 1, 1],
    ['Z9', 9, 26],
    ['AA10', 10, 27],
    ['AZ1', 1, 52],
    ['ZZ1', 1, 702],
    ['AAA1', 1, 703],
    ['XFD1048576', 1048576, 16384],
  ])('%s is row %d, column %d, and back', (address, row, column) => {
    expect(readAddress(address)).toEqual({ row, column });
    expect(cellAddress({ row, column })).toBe(address);
  });

  it.each([
    ...[
      '',
      'A',
      '1',
      'A0',
      'A01',
      'a1',
      '$A$1',
      'A1048577',
      'XFE1',
      'A99999999',
      'AAAA1',
      'A1 ',
      ' A1',
      'A1:B2',
      'A-1',
      'A1.5',
    ],
    ...['A1e3', 'Ａ1', 'A１'],
  ])('%j is none', (address) => {
    expect(readAddress(address)).toBeUndefined();
  });

  it('writes every column as it reads it', () => {
    for (let column = 1; column <= 16384; column += 1) {
      expect(readAddress(`${columnLetters(column)}7`)).toEqual({ row: 7, column });
    }
  });
});

describe('ranges', () => {
  it('are read with their corners in order, or as one cell', () => {
    expect(readRange('B2:D5')).toEqual({ first: { row: 2, column: 2 }, last: { row: 5, column: 4 } });
    expect(readRange('B2')).toEqual({ first: { row: 2, column: 2 }, last: { row: 2, column: 2 } });
    for (const wrong of ['', ':', 'B2:', 'D5:B2', 'B5:D2', 'A1:B2:C3', 'A:B', '1:2', 'A1:A1048577']) {
      expect(readRange(wrong)).toBeUndefined();
    }
  });

  it('hold their corners and nothing beyond', () => {
    const range = { first: { row: 2, column: 2 }, last: { row: 5, column: 4 } };
    const inside = ['A2', 'B1', 'B2', 'C3', 'D5', 'D6', 'E5'].filter((address) => {
      const place = readAddress(address);
      return place !== undefined && isInRange(place, range);
    });
    expect(inside).toEqual(['B2', 'C3', 'D5']);
  });
});
