/** An ID number or a telephone that somebody typed as a unit's number or name stands nowhere on the page: not on the board of returned files, nor where units are found. */
import { beforeAll, expect, test } from 'vitest';
import { listSubjects } from '../../addin/page/find/find-entries.ts';
import { viewReturns } from '../../addin/page/returns/returns-board.ts';
import { gatherOpinions } from '../../rules/opinions/gather-opinions.ts';
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { fillingOf, withoutAssociation, withoutSelf } from '../support/filled-sheets.ts';
import { findShanghai, type FullScheme } from '../support/full-scheme.ts';
import { makeFile, makeUnit, tallyOf } from '../support/tally-files.ts';

let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

/** What the page has of a unit that counts, is to be chosen for, asked about, refused and missing, in turn. */
function show(number: string, name: string): string {
  const named = { ...makeUnit('5', '浦东', name), number };
  return [0, 1, 2, 3, 4]
    .map((place) => {
      const units = [0, 1, 2, 3, 4].map((at) => ({
        ...(at === place ? named : makeUnit(`20000${at}`)),
        row: at + 2,
      }));
      const [counted, doubled, asked, refused] = units;
      if (!counted || !doubled || !asked || !refused) throw new Error('there are no such units');
      const file = (path: string): Partial<ReturnedFile> => ({ path });
      const back: ReturnedFile = {
        ...makeFile(scheme, refused, 90, file('d.xlsx')),
        outcome: { kind: 'rejected', faults: [], unitNumber: refused.number },
      };
      const tally = tallyOf(scheme, units, [
        makeFile(scheme, counted, 96, file('a.xlsx')),
        makeFile(scheme, doubled, 95, file('b.xlsx')),
        makeFile(scheme, doubled, 94, file('b2.xlsx')),
        makeFile(scheme, asked, withoutSelf(fillingOf(scheme, 93)), file('c.xlsx')),
        back,
      ]);
      const layout = layOutScoreSheet(scheme);
      const scores = { rows: [], problems: [], addresses: new Map() };
      const expected = {
        scheme,
        quota: null,
        members: units,
        scores,
        remarks: [],
        gaps: [],
        contacts: new Map(),
        nominations: null,
        opinions: [],
        decisionPlace: null,
        overridePlace: null,
      };
      const board = viewReturns(
        {
          expected,
          layout,
          blank: '',
          earlierName: null,
          ignored: [],
          given: [],
          receipts: [],
          tally,
          gathered: null,
          opinions: null,
        },
        null,
      );
      expect(board.all).toEqual({ counted: 1, decide: 2, mend: 1, missing: 1 });
      expect(board.choices).toHaveLength(2);
      expect(board.refused).toHaveLength(1);
      return JSON.stringify([board, listSubjects({ memberUnits: units, nominees: [] })]);
    })
    .join('\n');
}

test.each([
  ['an ID number as number', '110101199003070011', '某公司', '0119900307'],
  ['one of the old kind as number', '110101900307001', '某公司', '01900307'],
  ['a telephone as number', '13800000000', '某公司', '13800000000'],
  ['an ID number as name', '200005', '110101199003070011', '0119900307'],
  ['an ID number across number and name', '110101', '19900307 0011', '19900307'],
])('%s', (_, number, name, hidden) => {
  const shown = show(number, name);
  expect(shown).not.toContain(hidden);
  expect(shown).toContain('（号码不显示）');
});

test('numbers of units stand as they are', () => {
  const shown = show('200005', '某公司');
  expect(shown).toContain('200005 某公司');
  expect(shown).not.toContain('号码不显示');
});

test('a unit whose sheet counts as far as it can be read, and that has to mend the rest, is not done with', () => {
  const [whole, partly] = [makeUnit('200001'), makeUnit('200002')];
  const asking = {
    code: 'bad-score',
    cell: 'D13',
    message: '得分 12 超过本项分值 8，请改正后重新报送',
    isForUnit: true,
  };
  const remarked = (file: ReturnedFile, warning: typeof asking): ReturnedFile =>
    file.outcome.kind === 'read' ? { ...file, outcome: { ...file.outcome, warnings: [warning] } } : file;
  const tally = tallyOf(
    scheme,
    [whole, partly],
    [
      remarked(makeFile(scheme, whole, 96, { path: 'a.xlsx' }), { ...asking, isForUnit: false }),
      remarked(makeFile(scheme, partly, 95, { path: 'b.xlsx' }), asking),
    ],
  );
  const layout = layOutScoreSheet(scheme);
  const scores = { rows: [], problems: [], addresses: new Map() };
  const members = [whole, partly].map((unit, at) => ({ ...unit, row: at + 2 }));
  const expected = {
    scheme,
    quota: null,
    members,
    scores,
    remarks: [],
    gaps: [],
    contacts: new Map(),
    nominations: null,
    opinions: [],
    decisionPlace: null,
    overridePlace: null,
  };
  const board = viewReturns(
    {
      expected,
      layout,
      blank: '',
      earlierName: null,
      ignored: [],
      given: [],
      receipts: [],
      tally,
      gathered: null,
      opinions: null,
    },
    null,
  );
  expect(board.all).toEqual({ counted: 1, mend: 1, decide: 0, missing: 0 });
  expect(board.districts.map(({ counts }) => counts)).toEqual([board.all]);
  expect(board.units.find(({ group }) => group === 'mend')).toMatchObject({
    asked: [asking.message],
    state: '已计入，还要补正',
  });
});

test('a sheet that the association has not scored is not told as one of no points', () => {
  const [own, scored, low] = [makeUnit('200001'), makeUnit('200002'), makeUnit('200003')];
  const tally = tallyOf(
    scheme,
    [own, scored, low],
    [
      makeFile(scheme, low, 84, { path: 'c.xlsx' }),
      makeFile(scheme, own, withoutAssociation(fillingOf(scheme, 90)), { path: 'a.xlsx' }),
      makeFile(scheme, scored, 90, { path: 'b.xlsx' }),
    ],
  );
  const members = [own, scored, low].map((unit, at) => ({ ...unit, row: at + 2 }));
  const scores = { rows: [], problems: [], addresses: new Map() };
  const expected = {
    scheme,
    quota: null,
    members,
    scores,
    remarks: [],
    gaps: [],
    contacts: new Map(),
    nominations: null,
    opinions: [],
    decisionPlace: null,
    overridePlace: null,
  };
  const collected = {
    expected,
    layout: layOutScoreSheet(scheme),
    blank: '',
    earlierName: null,
    ignored: [],
    given: [],
    receipts: [],
    tally,
    gathered: null,
    opinions: null,
  };
  const board = viewReturns(collected, null);
  expect(board.remarks).toEqual([
    '已计入的 3 家里有 1 家的“内保处/科评分”（加分项“市/区企保协会评分”）还没有填全（其中 1 家一项也没有填），单位填的已经计入，参评资格和名次等评分填全以后才有；请内保处/科补填。',
  ]);
  expect(board.units.map(({ result }) => result)).toEqual([
    `${scheme.scoreSheet.columns.basic.association}还没有填`,
    '90 分，具备参评资格',
    // Points do not say why.
    '84 分，不具备参评资格：基本得分 84 分，低于 85 分',
  ]);
});

test.each([
  ['no workbook of opinions came', false, true, null],
  ['the roster has 决定: one opinion of two can be taken', true, true, 1],
  ['the roster has no 决定', true, false, 0],
])('rows that a new roster has more in 决定: %s', (_, came, hasPlace, decisions) => {
  const body = '某公安机关';
  const asked = ['S1', 'S2'].map((application) => ({ application, unitName: '某公司', name: '某某', known: null }));
  const row = { unitName: '某公司', name: '某某', word: 'agreed', reason: '', on: '2025-01-08', doubt: null } as const;
  const list = {
    step: '征求意见',
    body,
    fingerprint: '',
    sheetName: '征求意见表',
    rows: [
      { ...row, row: 4, application: 'S1' },
      { ...row, row: 5, application: 'S2', doubt: '没有答复的日期' },
    ],
  };
  const file = { path: '表.xlsx', sha256: '0', savedAt: null, changedAt: 0 };
  const opinions = gatherOpinions(
    [{ ...file, outcome: { kind: 'opinions', list } }],
    [{ step: '征求意见', body, fingerprint: '', asked }],
    { preferNewest: false, chosen: new Set() },
  );
  const expected = {
    scheme,
    quota: null,
    members: [],
    scores: { rows: [], problems: [], addresses: new Map() },
    remarks: [],
    gaps: [],
    contacts: new Map(),
    nominations: null,
    opinions: [],
    decisionPlace: hasPlace ? { sheetName: '决定', headingRow: 1, lastRow: 1, columns: new Map() } : null,
    overridePlace: null,
  };
  const collected = {
    expected,
    layout: layOutScoreSheet(scheme),
    blank: '',
    earlierName: null,
    ignored: [],
    given: [],
    receipts: [],
    tally: tallyOf(scheme, [], []),
    gathered: null,
    opinions: came ? opinions : null,
  };
  const board = viewReturns(collected, null);
  expect(board.decisions).toBe(decisions);
  // Nobody has sent a score sheet: that all are missing is told where nothing else came in either.
  expect(board.asksUnits).toBe(!came);
  // A file that nobody reads says nothing about that.
  const ignored = [{ path: '说明.txt', why: '不是电子表格' }];
  expect(viewReturns({ ...collected, ignored }, null)).toEqual({ ...board, ignored });
});
