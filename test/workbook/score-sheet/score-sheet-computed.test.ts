import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { VETO_WORDS, type VetoState } from '../../../rules/master-roster.ts';
import type { ScoreItem } from '../../../rules/scheme-score-sheet.ts';
import { listItems, namedCredits } from '../../../rules/score-sheet.ts';
import { judgeScoreSheet, QUALIFICATION_WORDS } from '../../../rules/score-verdict.ts';
import { drawScoreSheet } from '../../../workbook/score-sheet/build-score-sheet.ts';
import { layOutScoreSheet } from '../../../workbook/score-sheet/score-sheet-layout.ts';
import { ROLES, type Role } from '../../../workbook/score-sheet/score-sheet-places.ts';
import { patchWorkbook } from '../../../ooxml/patch/patch-workbook.ts';
import { openTemplate, stampWorkbook } from '../../../ooxml/stamp/stamp.ts';
import { mustLoad, shanghaiFiles } from '../../schemes/shanghai-files.ts';
import { readValues, recalculate, type CellValues } from '../../support/libreoffice.ts';
import { missing } from '../../support/tools.ts';

const scheme = mustLoad(shanghaiFiles);
const layout = layOutScoreSheet(scheme);
const items = listItems(scheme.scoreSheet);

/** One column as somebody filled it in; text is what people type instead of a number. */
interface FilledColumn {
  readonly scores: readonly (number | string | null)[];
  readonly vetoes: readonly VetoState[];
}

/** Mostly right sheets, near the threshold, with every kind of mistake now and then. */
const filledColumn: fc.Arbitrary<FilledColumn> = fc
  .record({
    blanks: fc.constantFrom(0, 0, 0, 0.1, 1),
    mistakes: fc.constantFrom(0, 0, 0, 0.05),
    texts: fc.constantFrom(0, 0, 0, 0.05),
    vetoes: fc.constantFrom(0, 0, 0.3),
    full: fc.constantFrom(0.7, 0.8, 0.9, 1),
  })
  .chain((odds) =>
    fc.record({
      scores: fc.tuple(...items.map((item) => score(item, odds))),
      vetoes: fc.tuple(...scheme.scoreSheet.vetoItems.map(() => vetoState(odds.vetoes))),
    }),
  );

function score(item: ScoreItem, odds: { blanks: number; mistakes: number; texts: number; full: number }) {
  const credits = namedCredits(item) ?? [0, item.maximum];
  const weigh = (odd: number) => Math.round(odd * 1000);
  return fc.oneof(
    { weight: weigh(odds.blanks), arbitrary: fc.constant(null) },
    { weight: weigh(odds.mistakes), arbitrary: fc.constantFrom(-1, item.maximum + 1, 100) },
    { weight: weigh(odds.texts), arbitrary: fc.constantFrom('八', `${item.maximum} 分`, '已做', '３') },
    { weight: weigh(odds.full), arbitrary: fc.constant(item.maximum) },
    {
      weight: weigh(1 - odds.full) + 1,
      arbitrary: fc.oneof(fc.constantFrom(...credits), fc.integer({ min: 0, max: item.maximum })),
    },
  );
}

function vetoState(odd: number): fc.Arbitrary<VetoState> {
  return fc.oneof(
    { weight: Math.round((1 - odd) * 100), arbitrary: fc.constant<VetoState>('clear') },
    { weight: Math.round(odd * 100), arbitrary: fc.constantFrom<VetoState>('occurred', 'open') },
  );
}

const ALL_CLEAR: readonly VetoState[] = scheme.scoreSheet.vetoItems.map(() => 'clear');

/** Full marks less `taken`, from the first items on. */
function fullBut(taken: number): FilledColumn {
  let left = taken;
  const scores = items.map(({ maximum }) => {
    const less = Math.min(left, maximum);
    left -= less;
    return maximum - less;
  });
  return { scores, vetoes: ALL_CLEAR };
}

const BOUNDARIES: readonly Readonly<Record<Role, FilledColumn>>[] = [
  { self: fullBut(16), association: fullBut(15) },
  { self: fullBut(14), association: fullBut(100) },
  { self: { ...fullBut(0), vetoes: ['clear', 'clear', 'occurred', 'clear', 'clear'] }, association: fullBut(0) },
  {
    self: { scores: items.map(() => null), vetoes: [] },
    association: { scores: items.map(() => '无'), vetoes: ALL_CLEAR },
  },
];
const SEED = 20241230;
const COUNT = 40;
const filled = [
  ...BOUNDARIES,
  ...fc.sample(fc.record({ self: filledColumn, association: filledColumn }), { seed: SEED, numRuns: COUNT }),
];

/** All sheets in one workbook, so that LibreOffice starts once. */
async function fillSheets(): Promise<Uint8Array> {
  const template = openTemplate(await drawScoreSheet(layout), '空白表.xlsx', { keepResults: true });
  const pages = filled.map((_, index) => ({
    sheet: layout.sheetName,
    name: `表${index}`,
    values: new Map([
      ['单位名称', `虚构单位${index}`],
      ['编号', String(index)],
    ]),
  }));
  const changes = filled.flatMap((columns, index) =>
    ROLES.flatMap((role) => {
      const { scores, vetoes } = columns[role];
      const sheet = `表${index}`;
      const places = [...layout.categories, layout.bonus].flatMap((category) => category.items);
      return [
        ...places.map(({ scoreCells }, position) => ({
          sheet,
          address: scoreCells[role],
          value: scores[position] ?? null,
        })),
        ...layout.vetoes.map(({ stateCells }, position) => {
          const state = vetoes[position] ?? 'open';
          return { sheet, address: stateCells[role], value: state === 'open' ? null : VETO_WORDS[state] };
        }),
      ];
    }),
  );
  return patchWorkbook(stampWorkbook(template, pages), '填好的表.xlsx', changes);
}

/** What `rules/` says of a column; text is no score. */
function judge({ scores, vetoes }: FilledColumn) {
  const known = items.map(({ id }, index) => {
    const each = scores[index] ?? null;
    return [id, typeof each === 'number' ? each : null] as const;
  });
  return judgeScoreSheet(scheme.scoreSheet, new Map(known), vetoes);
}

describe('the results that stand in the blank', () => {
  it('are those that the rules give of a sheet with nothing filled in', async () => {
    const values = (await readValues(await drawScoreSheet(layout))).get(layout.sheetName);
    const blank = judgeScoreSheet(scheme.scoreSheet, new Map(), []);
    for (const role of ROLES) {
      expect(values?.get(layout.verdictCells[role])).toBe(QUALIFICATION_WORDS[blank.answer]);
      expect(values?.get(layout.reasonCells[role])).toBe(blank.summary);
      expect(values?.get(layout.totalCells[role])).toBe(0);
    }
  });
});

describe.skipIf(missing('soffice'))('score sheets filled in, as LibreOffice computes them', () => {
  let values: CellValues;

  beforeAll(async () => {
    values = await recalculate(await fillSheets());
  }, 120_000);

  const columns = filled.flatMap((sheet, index) => ROLES.map((role) => ({ index, role, column: sheet[role] })));
  const cellsOf = (index: number) => {
    const cells = values.get(`表${index}`);
    if (!cells) throw new Error(`no sheet ${index}`);
    return cells;
  };

  it('are of every kind', () => {
    const answers = columns.map(({ column }) => judge(column).answer);
    expect(new Set(answers)).toEqual(new Set(['yes', 'no', 'unknown']));
    for (const answer of ['yes', 'no', 'unknown'] as const) {
      expect(answers.filter((each) => each === answer).length, answer).toBeGreaterThan(5);
    }
    expect(columns.some(({ column }) => column.scores.some((each) => typeof each === 'string'))).toBe(true);
    expect(columns.some(({ column }) => judge(column).basic.message.includes('有误'))).toBe(true);
  });

  it('have the sums that the rules have, of every category and in all', () => {
    for (const { index, role, column } of columns) {
      const { sums } = judge(column);
      const cells = cellsOf(index);
      const computed = [
        ...[...layout.categories, layout.bonus].map(({ sumCells }) => cells.get(sumCells[role])),
        ...[layout.basicCells, layout.bonusCells, layout.totalCells].map((each) => cells.get(each[role])),
      ];
      const expected = [
        ...[...sums.categories, sums.bonus].map(({ points }) => points),
        ...[sums.basicPoints, sums.bonusPoints, sums.totalPoints],
      ];
      expect(computed, `sheet ${index} ${role}`).toEqual(expected);
    }
  });

  it('have the verdict that the rules have', () => {
    for (const { index, role, column } of columns) {
      const { answer } = judge(column);
      expect(cellsOf(index).get(layout.verdictCells[role]), `sheet ${index} ${role}`).toBe(QUALIFICATION_WORDS[answer]);
    }
  });

  it('give the reason in the words of the rules; text where a score is due counts as wrong', () => {
    for (const { index, role, column } of columns) {
      const reason = cellsOf(index).get(layout.reasonCells[role]);
      const basicScores = column.scores.slice(0, items.length - scheme.scoreSheet.bonus.items.length);
      if (basicScores.some((each) => typeof each === 'string')) {
        expect(reason, `sheet ${index} ${role}`).toMatch(/^基本得分项 .*\d+ 项有误；/);
      } else {
        expect(reason, `sheet ${index} ${role}`).toBe(judge(column).summary);
      }
    }
  });
});
