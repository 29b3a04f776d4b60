import { describe, expect, it } from 'vitest';
import { noteLostZeros } from '../../../rules/checks/lost-zeros.ts';
import type { MasterRoster, ScoreRow } from '../../../rules/master-roster.ts';
import { CITED_SCHEME, COLLECTIVE, listNominees, listUnits } from '../../support/rows-by-hand.ts';
import { makeIndex } from '../../support/small-scheme.ts';

function notes(rows: Partial<MasterRoster>): string[] {
  return [...noteLostZeros(makeIndex(CITED_SCHEME, rows))].map(({ severity, message, where, nominations }) => {
    expect([severity, nominations]).toEqual(['note', []]);
    return `${where.map(({ sheet, row, heading }) => `${sheet}${row ?? ''}${heading}`).join(' ')}：${message}`;
  });
}

const units = (...numbers: readonly string[]) => listUnits(...numbers.map((number) => ({ number })));
const nominated = (...numbers: readonly string[]) =>
  listNominees(COLLECTIVE, ...numbers.map((unitNumber) => ({ unitNumber })));
const scored = (...numbers: readonly string[]): ScoreRow[] =>
  numbers.map((unitNumber, index) => ({
    row: index + 2,
    unitNumber,
    unitName: '',
    selfBasic: null,
    selfBonus: null,
    associationBasic: null,
    associationBonus: null,
    vetoes: [],
  }));

describe('zeros that one sheet has and another has not', () => {
  it('are noted once, with each cell that lacks them', () => {
    expect(
      notes({
        memberUnits: units('010279', '160001'),
        nominees: nominated('10279', '160001', '10279'),
        scores: scored('10279', '160001'),
      }),
    ).toEqual([
      'nominees2单位编号 nominees4单位编号 scores2编号：有 3 个编号开头的 0 丢了（例如“10279”就是“010279”），按同一家单位读取',
    ]);
  });

  it('are missing in the sheet that has fewer, be it that of the members', () => {
    expect(notes({ memberUnits: units('10279', '160001'), nominees: nominated('010279', '010279') })).toEqual([
      'memberUnits2编号：有 1 个编号开头的 0 丢了（例如“10279”就是“010279”），按同一家单位读取',
    ]);
  });
});

describe('zeros that no sheet has any more', () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ['are told by the length of codes', ['10279', '20001', '160001', '200012'], [2, 3]],
    ['of the last digits are told beside numbers that have theirs', ['0012', '7', '0300'], [3]],
    ['are none where all are of one length', ['10279', '20001'], []],
    ['are none in a counting', ['1', '2', '10', '200', '3000'], []],
    ['are none in a counting of two lengths that goes over the border', ['9998', '9999', '10000', '10001'], []],
    ['are none in a short counting', ['99', '100', '101'], []],
    ['are none where numbers have letters', ['A1', 'A10', 'B200'], []],
    ['are none without any number', ['', ''], []],
  ])('%s', (_, numbers, rows) => {
    const told = notes({ memberUnits: units(...numbers), nominees: nominated(...numbers) });
    const cells = rows.map((row) => `memberUnits${row}编号`).join(' ');
    const example = numbers[(rows[0] ?? 2) - 2] ?? '';
    expect(told).toEqual(
      rows.length === 0
        ? []
        : [`${cells}：有 ${rows.length} 家单位的编号比其余的短（例如“${example}”），开头的 0 可能丢了`],
    );
  });
});
