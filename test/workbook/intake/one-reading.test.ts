/** A roster's cell and a returned sheet's, which the pane shows, say the same of the same oddity. */
import { describe, expect, it } from 'vitest';
import { VETO_WORDS } from '../../../rules/master-roster.ts';
import type { FactValue, RosterColumn } from '../../../rules/roster-column.ts';
import { VETO_SPELLINGS } from '../../../rules/spellings.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import type { Cell } from '../../../ooxml/read/sheet-content.ts';
import { FactFault, NotedFact } from '../../../workbook/intake/fact-reading.ts';
import { readFact } from '../../../workbook/intake/read-fact.ts';
import { readScoreCell, readVetoCell } from '../../../workbook/score-sheet/read-score-cell.ts';
import { handWorkbook, sheetXml } from '../../support/hand-workbook.ts';

const sheet = openWorkbook(handWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml('') }), '甲.xlsx').readSheet('表');
const cellOf = (text: string): Cell => ({ kind: 'text', text, column: 1, style: 0, formula: false });
const POINTS: RosterColumn = { heading: '得分', type: 'points', units: ['分'] };
const VETO: RosterColumn = {
  heading: '否决项1',
  type: 'choice',
  choices: Object.values(VETO_WORDS),
  spellings: VETO_SPELLINGS,
};

function inRoster(text: string, column: RosterColumn): FactValue {
  const reading = readFact(cellOf(text), column, sheet);
  if (reading instanceof FactFault) return 'fault';
  if (!(reading instanceof NotedFact)) return reading;
  const { canonical } = reading;
  const again: Cell =
    typeof canonical === 'number'
      ? { kind: 'number', value: canonical, isDate: false, column: 1, style: 0, formula: false }
      : cellOf(canonical);
  expect(readFact(again, column, sheet)).toBe(reading.value);
  return reading.value;
}

describe('a score', () => {
  it.each([
    ...['8', '8分', '8.', '8。', '+8', '８', ' 8 ', '8\u200b', '\ufeff8', '8\u00ad分', '八', '得8分', '8\u0007'],
  ])('%j is 8 everywhere', (text) => {
    expect(inRoster(text, POINTS)).toBe(8);
    expect(readScoreCell(cellOf(text), { numerator: 1, denominator: 1 }, sheet)).toMatchObject({
      kind: 'score',
      steps: 8,
    });
  });

  it.each(['无', '—', '/', '√', '约8', '8/10', '满分', '8%'])('%j is refused everywhere', (text) => {
    expect(inRoster(text, POINTS)).toBe('fault');
    expect(readScoreCell(cellOf(text), { numerator: 1, denominator: 1 }, sheet).kind).toBe('not-a-number');
  });
});

describe('a veto item', () => {
  it.each(['未发生', '未 发 生', '未发生\u200b', '☑未发生', '☑未发生 □发生', '无发生', '无', '没有', '√未发生'])(
    '%j is 未发生 everywhere',
    (text) => {
      expect(inRoster(text, VETO)).toBe('未发生');
      expect(readVetoCell(cellOf(text), sheet)).toMatchObject({ kind: 'state', state: 'clear' });
    },
  );

  it.each(['是', '否', '√', '☑', '×', '☑未发生 ☑发生'])('%j is refused everywhere', (text) => {
    expect(inRoster(text, VETO)).toBe('fault');
    expect(readVetoCell(cellOf(text), sheet).kind).toBe('not-a-state');
  });
});
