import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { VETO_WORDS, vetoHeading, type ScoreRow, type VetoState } from '../../../rules/master-roster.ts';
import { listItems } from '../../../rules/score-sheet.ts';
import { planRosterScores, toWorkbookChanges, type ScoreWrite } from '../../../workbook/roster/fill-roster-scores.ts';
import type { RosterAddresses } from '../../../workbook/roster/roster-addresses.ts';
import { blankFilling, fillingOf, fullFilling, withoutAssociation, type Filling } from '../../support/filled-sheets.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { makeFile, makeUnit, tallyOf } from '../../support/tally-files.ts';

let scheme: FullScheme;
let addresses: RosterAddresses;
const POINTS = ['基本得分（自评）', '加分（自评）', '基本得分（协会）', '加分（协会）'] as const;
const unit = makeUnit('0001');

beforeAll(async () => {
  scheme = await findShanghai();
  const vetoes = scheme.scoreSheet.vetoItems.map((_, index) => vetoHeading(index));
  const headings = ['编号', '全称', ...POINTS, ...vetoes];
  const columns = new Map(headings.map((heading, index) => [heading, 'ABCDEFGHIJKLMNOP'.charAt(index)]));
  addresses = new Map([['scores', { sheetName: '评分', headingRow: 1, lastRow: 12, columns }]]);
});

const BLANK = { unitName: '', selfBasic: null, selfBonus: null, associationBasic: null, associationBonus: null };

function makeRow(points: Partial<ScoreRow> = {}, state: VetoState = 'open'): ScoreRow {
  const vetoes = scheme.scoreSheet.vetoItems.map(() => state);
  return { row: 5, unitNumber: '0001', ...BLANK, vetoes, ...points };
}

function plan(filling: Filling, rows: readonly ScoreRow[], allowClearing = false): ScoreWrite[] {
  const tally = tallyOf(scheme, [unit], [makeFile(scheme, unit, filling)]);
  return planRosterScores(tally, { rows, problems: [], addresses }, allowClearing);
}

const brief = (writes: readonly ScoreWrite[]) =>
  writes.map(({ kind, heading, address, before, after }) => [kind, heading, address, before, after]);

describe('what a returned sheet does to 评分', () => {
  it('fills in what is blank there, in the unit’s row', () => {
    const writes = plan(fillingOf(scheme, 88, 4), [makeRow()]);
    expect(brief(writes)).toEqual([
      ['added', '基本得分（自评）', 'C5', null, 100],
      ['added', '加分（自评）', 'D5', null, 30],
      ['added', '基本得分（协会）', 'E5', null, 88],
      ['added', '加分（协会）', 'F5', null, 4],
      ...scheme.scoreSheet.vetoItems.map((_, index) => {
        return ['added', vetoHeading(index), `${'GHIJK'.charAt(index)}5`, null, VETO_WORDS.clear];
      }),
    ]);
  });

  it('says what it changes, and nothing of what is the same', () => {
    const held = { selfBasic: 100, selfBonus: 30, associationBasic: 87, associationBonus: 4 };
    expect(brief(plan(fillingOf(scheme, 88, 4), [makeRow(held, 'clear')]))).toEqual([
      ['changed', '基本得分（协会）', 'E5', 87, 88],
    ]);
  });

  it('adds a row with number and name for a unit that has none, below whatever stands there', () => {
    const other = { ...makeRow(), unitNumber: '0002', row: 9 };
    const writes = plan(fillingOf(scheme, 88), [other]);
    expect(brief(writes).slice(0, 3)).toEqual([
      ['added', '编号', 'A13', null, '0001'],
      ['added', '全称', 'B13', null, unit.name],
      ['added', '基本得分（自评）', 'C13', null, 100],
    ]);
    expect(writes.every(({ address }) => address.endsWith('13'))).toBe(true);
  });

  it('finds the row that lost the zeros of its number', () => {
    const writes = plan(fillingOf(scheme, 88), [{ ...makeRow(), unitNumber: '1' }]);
    expect(writes.every(({ address, heading }) => address.endsWith('5') && heading !== '编号')).toBe(true);
  });

  it('counts a cell that could not be read as one that holds something', () => {
    const problems = [{ cell: { sheet: 'scores' as const, row: 5, heading: '基本得分（协会）' } }];
    const read = (filling: Filling) => {
      const tally = tallyOf(scheme, [unit], [makeFile(scheme, unit, filling)]);
      const writes = planRosterScores(tally, { rows: [makeRow()], problems, addresses }, false);
      return brief(writes.filter(({ heading }) => heading === '基本得分（协会）'));
    };
    expect(read(fillingOf(scheme, 88))).toEqual([['changed', '基本得分（协会）', 'E5', '无法读取', 88]]);
    expect(read(withoutAssociation(fillingOf(scheme, 88)))).toEqual([
      ['kept', '基本得分（协会）', 'E5', '无法读取', null],
    ]);
  });

  it('keeps what is there where the sheet is blank, and clears it only when told to', () => {
    const held = { selfBasic: 90, selfBonus: 5, associationBasic: 95, associationBonus: 12 };
    const half = withoutAssociation(fullFilling(scheme));
    const expected = (kind: string) => [
      ['changed', '基本得分（自评）', 'C5', 90, 100],
      ['changed', '加分（自评）', 'D5', 5, 30],
      [kind, '基本得分（协会）', 'E5', 95, null],
      [kind, '加分（协会）', 'F5', 12, null],
      ...scheme.scoreSheet.vetoItems.map((_, index) => {
        return [kind, vetoHeading(index), `${'GHIJK'.charAt(index)}5`, VETO_WORDS.occurred, null];
      }),
    ];
    expect(brief(plan(half, [makeRow(held, 'occurred')]))).toEqual(expected('kept'));
    expect(brief(plan(half, [makeRow(held, 'occurred')], true))).toEqual(expected('cleared'));
  });

  it('takes no claimed bonus back because the sheet claims none', () => {
    const full = fullFilling(scheme);
    const basics = scheme.scoreSheet.categories.reduce((count, { items }) => count + items.length, 0);
    const unclaimed = full.scores.association.map((score, index) => (index < basics ? score : null));
    const filling = { ...full, scores: { ...full.scores, association: unclaimed } };
    const bonusOf = (held: number | null, allowClearing = false) => {
      const writes = plan(filling, [makeRow({ associationBonus: held })], allowClearing);
      return brief(writes.filter(({ heading }) => heading === '加分（协会）'));
    };
    expect(bonusOf(null)).toEqual([]);
    expect(bonusOf(0)).toEqual([['kept', '加分（协会）', 'F5', 0, null]]);
    expect(bonusOf(12)).toEqual([['kept', '加分（协会）', 'F5', 12, null]]);
    expect(bonusOf(12, true)).toEqual([['cleared', '加分（协会）', 'F5', 12, null]]);
    const zero = { ...full, scores: { ...full.scores, association: unclaimed.map((score) => score ?? 0) } };
    const writes = plan(zero, [makeRow({ associationBonus: 12 })]);
    expect(brief(writes)).toContainEqual(['changed', '加分（协会）', 'F5', 12, 0]);
  });

  it('is nothing at all for a blank sheet, a doubtful one, or none', () => {
    const held = [makeRow({ associationBasic: 95 }, 'clear')];
    expect(plan(blankFilling(scheme), held, true)).toEqual([]);
    const doubtful = {
      ...fullFilling(scheme),
      scores: { ...fullFilling(scheme).scores, self: blankFilling(scheme).scores.self },
    };
    expect(plan(doubtful, held, true)).toEqual([]);
    expect(planRosterScores(tallyOf(scheme, [unit], []), { rows: held, problems: [], addresses }, true)).toEqual([]);
  });

  it('never loses a filled cell, whatever is blank in the sheet', () => {
    const items = listItems(scheme.scoreSheet);
    const score = (maximum: number) => fc.option(fc.integer({ min: 0, max: maximum }), { freq: 3 });
    const column = fc.tuple(...items.map(({ maximum }) => score(maximum)));
    const states = fc.tuple(
      ...scheme.scoreSheet.vetoItems.map(() => fc.constantFrom<VetoState>('clear', 'occurred', 'open')),
    );
    const points = fc.option(fc.integer({ min: 0, max: 100 }));
    const row = fc.record({
      selfBasic: points,
      selfBonus: points,
      associationBasic: points,
      associationBonus: points,
      vetoes: states,
    });
    fc.assert(
      fc.property(column, column, states, states, row, (self, association, own, theirs, held) => {
        const vetoes = { self: own, association: theirs };
        const filling: Filling = { scores: { self, association }, vetoes, unread: [] };
        const writes = plan(filling, [makeRow(held)]);
        const cleared = plan(filling, [makeRow(held)], true);
        for (const { kind, after } of [...writes, ...cleared]) {
          expect(after === null).toBe(kind === 'kept' || kind === 'cleared');
        }
        for (const { kind, before, after } of writes) {
          if (kind === 'added') expect([before, after === null]).toEqual([null, false]);
          if (kind === 'changed')
            expect([before === null, after === null, before === after]).toEqual([false, false, false]);
          if (kind === 'kept') expect(before).not.toBeNull();
          expect(kind).not.toBe('cleared');
        }
        expect(toWorkbookChanges(writes, addresses).every(({ value }) => value !== null)).toBe(true);
        expect(toWorkbookChanges(writes, addresses)).toHaveLength(writes.filter(({ kind }) => kind !== 'kept').length);
      }),
    );
  });

  it('never clears for a cell that nobody could read, though it is told to clear what is blank', () => {
    const items = listItems(scheme.scoreSheet).length;
    const vetoItems = scheme.scoreSheet.vetoItems.length;
    const held = [makeRow({ selfBasic: 90, selfBonus: 1, associationBasic: 91, associationBonus: 2 })];
    const full = fullFilling(scheme);
    const blankAt = (at: number): Filling => {
      const scores = [...full.scores.self, ...full.scores.association].map((each, index) =>
        index === at ? null : each,
      );
      const states = [...full.vetoes.self, ...full.vetoes.association].map((each, index) =>
        index === at - 2 * items ? 'open' : each,
      );
      return {
        scores: { self: scores.slice(0, items), association: scores.slice(items) },
        vetoes: { self: states.slice(0, vetoItems), association: states.slice(vetoItems) },
        unread: [],
      };
    };
    const kinds = (filling: Filling) => plan(filling, held, true).map(({ kind }) => kind);
    for (let at = 0; at < 2 * items + 2 * vetoItems; at += 1) {
      expect(kinds({ ...blankAt(at), unread: [at] })).not.toContain('cleared');
    }
    expect(kinds(blankAt(0))).toContain('cleared');
    const bonusUnread = plan({ ...blankAt(items - 1), unread: [items - 1] }, held);
    expect(bonusUnread.filter(({ heading }) => heading === '加分（自评）').map(({ kind }) => kind)).toEqual(['kept']);
  });
});
