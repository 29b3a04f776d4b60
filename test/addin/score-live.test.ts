import { beforeAll, describe, expect, it } from 'vitest';
import {
  clearColumn,
  fillFullMarks,
  setScore,
  setVeto,
  takeOverSelfScores,
} from '../../addin/panels/score/score-steps.ts';
import { recognise } from '../../addin/shell/recognise.ts';
import { QUALIFICATION_WORDS } from '../../rules/score-verdict.ts';
import { SHEET_PROPERTY } from '../../workbook/score-sheet/score-sheet-identity.ts';
import { ROLES } from '../../workbook/score-sheet/score-sheet-places.ts';
import { typeByHand } from '../office-host/by-hand.ts';
import { startDeskHere } from './in-process-desk.ts';
import {
  allItems,
  basicItems,
  cellOf,
  layout,
  makeUnitSheet,
  openScore,
  scheme,
  SHEET,
  STEP,
  UNIT,
  type OpenScore,
} from './score-fixture.ts';

const [firstItem] = basicItems;
const FIRST = firstItem?.item.id ?? '';
const FIRST_CELL = firstItem?.scoreCells.association ?? '';

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await makeUnitSheet();
});

/** What the panel says of each column, and what the sheet's own formulas say. */
function bothSay({ host, view }: OpenScore) {
  const cells = host.dump().sheets.find(({ name }) => name === SHEET)?.cells ?? {};
  return ROLES.map((role) => {
    const { sums, answer, summary } = view().verdicts[role];
    return {
      panel: [sums.basicPoints, sums.bonusPoints, sums.totalPoints, QUALIFICATION_WORDS[answer], summary],
      sheet: [
        layout.basicCells[role],
        layout.bonusCells[role],
        layout.totalCells[role],
        layout.verdictCells[role],
        layout.reasonCells[role],
      ].map((address) => cells[address]?.value),
    };
  });
}

function confirmVetoes({ live, view }: OpenScore) {
  for (const veto of view().vetoes) live.apply(setVeto(veto.cells.association, 'clear'));
}

describe.each(['1.7', '1.14', '1.17'])('a score sheet in Excel, ExcelApi %s', (apiSet) => {
  const open = () => openScore(apiSet, bytes);

  it('reads the blank: unit, 36 items, five open veto items, and no fault', async () => {
    const score = await open();
    const view = score.view();
    expect(view).toMatchObject({ unitName: UNIT.name, unitNumber: UNIT.number, formFaults: [], isMoved: false });
    expect(view.categories.map(({ items }) => items.length).reduce((a, b) => a + b)).toBe(36);
    expect(view.vetoes.map(({ cells }) => cells.self.state)).toEqual(['open', 'open', 'open', 'open', 'open']);
    expect(view.verdicts.association.answer).toBe('unknown');
    for (const { panel, sheet } of bothSay(score)) expect(panel).toEqual(sheet);
    expect(score.host.gaps).toEqual([]);
  });

  it('takes one score with one write, one read and at most 30 actions, and shows it before either', async () => {
    const score = await open();
    score.host.clearCounts();
    score.live.apply(setScore(cellOf(score.view(), FIRST, 'association'), 5, STEP));
    expect(cellOf(score.view(), FIRST, 'association').steps).toBe(5);
    expect(score.view().verdicts.association.sums.basicPoints).toBe(5);
    expect(score.host.counts().batches).toBe(0);
    await score.rest();
    // The client's own batches that let go of its objects neither read nor write, but their actions count.
    const { reads, writes, actions } = score.host.counts();
    expect({ reads, writes }).toEqual({ reads: 1, writes: 1 });
    expect(actions).toBeLessThanOrEqual(30);
    expect(score.valueOf(FIRST_CELL)).toBe(5);
    expect(cellOf(score.view(), FIRST, 'association').steps).toBe(5);
    expect(score.host.gaps).toEqual([]);
  });

  it('fills full marks, takes over, clears, and undoes each in one write', async () => {
    const score = await open();
    const { live, host, view } = score;
    const oneWrite = async () => {
      await score.rest();
      expect(host.counts().writes).toBe(1);
      host.clearCounts();
    };
    host.clearCounts();
    live.apply(fillFullMarks(view(), 'self', STEP));
    await oneWrite();
    expect(view().verdicts.self.sums).toMatchObject({ basicPoints: 100, bonusPoints: 0, complete: true });
    expect(basicItems.map(({ item, scoreCells }) => score.valueOf(scoreCells.self) === item.maximum)).not.toContain(
      false,
    );

    live.apply(setScore(cellOf(view(), FIRST, 'association'), 5, STEP));
    await oneWrite();
    live.apply(takeOverSelfScores(view(), STEP, '采用自评分'));
    await oneWrite();
    expect(view().verdicts.association.sums.basicPoints).toBe(100);
    live.apply(clearColumn(view(), 'association'));
    await oneWrite();
    expect(allItems.map(({ scoreCells }) => score.valueOf(scoreCells.association) ?? null)).toEqual(
      allItems.map(() => null),
    );

    const labels = () => live.getState().undoLabels;
    expect(labels()).toEqual({ self: '基本项填满分', association: '清空' });
    await live.undo('association');
    await oneWrite();
    expect(view().verdicts.association.sums.basicPoints).toBe(100);
    expect(labels()).toEqual({ self: '基本项填满分', association: '采用自评分' });
    await live.undo('association');
    await oneWrite();
    expect(view().verdicts.association.sums.basicPoints).toBe(5);
    // The oldest step, in the other column.
    await live.undo('self');
    await oneWrite();
    expect(view().verdicts.self.sums.basicPoints).toBe(0);
    expect(view().verdicts.association.sums.basicPoints).toBe(5);
    await live.undo('self');
    await score.rest();
    expect(host.counts().writes).toBe(0);
    await live.undo('association');
    await score.rest();
    expect(view().verdicts.association.sums.basicPoints).toBe(0);
    expect(labels()).toEqual({ self: null, association: null });
    for (const { panel, sheet } of bothSay(score)) expect(panel).toEqual(sheet);
    expect(host.gaps).toEqual([]);
  });

  it('says what the sheet itself says below, at and above the line, and with veto items', async () => {
    const score = await open();
    const { live, view } = score;
    live.apply(fillFullMarks(view(), 'association', STEP));
    const lower = async (itemId: string, steps: number) => {
      live.apply(setScore(cellOf(view(), itemId, 'association'), steps, STEP));
      await score.rest();
      for (const { panel, sheet } of bothSay(score)) expect(panel).toEqual(sheet);
      return view().verdicts.association;
    };
    const ids = basicItems.map(({ item }) => item.id);
    confirmVetoes(score);
    await lower(ids[0] ?? '', 0);
    expect(await lower(ids[1] ?? '', 0)).toMatchObject({ answer: 'yes', sums: { basicPoints: 87 } });
    expect(await lower(ids[2] ?? '', 1)).toMatchObject({ answer: 'yes', sums: { basicPoints: 85 } });
    expect(await lower(ids[2] ?? '', 0)).toMatchObject({ answer: 'no', sums: { basicPoints: 84 } });
    expect((await lower(ids[2] ?? '', 2)).answer).toBe('yes');
    const third = view().vetoes[2];
    if (third) live.apply(setVeto(third.cells.association, 'occurred'));
    await score.rest();
    expect(view().verdicts.association.answer).toBe('no');
    expect(view().verdicts.association.vetoes).toMatchObject([{ answer: 'no', itemIds: [third?.item.id] }]);
    for (const { panel, sheet } of bothSay(score)) expect(panel).toEqual(sheet);
    expect(score.host.gaps).toEqual([]);
  });

  it('follows an edit by hand with one read and no write, and undoes nothing that was typed over', async () => {
    const score = await open();
    const { live, host, view } = score;
    live.apply(setScore(cellOf(view(), FIRST, 'association'), 5, STEP));
    await score.rest();
    host.clearCounts();
    typeByHand(host, SHEET, FIRST_CELL, 8);
    await score.rest();
    expect(host.counts()).toMatchObject({ reads: 1, writes: 0 });
    expect(cellOf(view(), FIRST, 'association').steps).toBe(8);
    await live.undo('association');
    await score.rest();
    expect(live.getState().notice).toBe(
      `“${FIRST_CELL} 得分”之后 ${FIRST_CELL} 单元格又改过，这一步不再撤消，请直接修改这些单元格。`,
    );
    expect(live.getState().undoLabels.association).toBeNull();
    expect(score.valueOf(FIRST_CELL)).toBe(8);
    expect(host.counts().writes).toBe(0);
  });

  it('shows text, impossible and unusual scores at their items, as the sheet counts them', async () => {
    const score = await open();
    const { host, view } = score;
    const cells = basicItems.map(({ scoreCells }) => scoreCells.association);
    for (const [at, typed] of [
      [0, '优'],
      [1, 9],
      [2, 1],
      [3, -1],
      [4, 1.5],
    ] as const) {
      typeByHand(host, SHEET, cells[at] ?? '', typed);
    }
    await score.rest();
    const remarks = basicItems.slice(0, 6).map(({ item }) => cellOf(view(), item.id, 'association').remark);
    expect(remarks.map((remark) => remark?.severity)).toEqual([
      'fault',
      'fault',
      'question',
      'fault',
      'fault',
      undefined,
    ]);
    expect(remarks[0]?.message).toBe(`${cells[0]} 单元格里的“优”不是得分，请点选分值，或在表格里改成数字。`);
    expect(remarks[1]?.message).toContain('得分 9 超过本项分值 5');
    expect(remarks[2]?.message).toContain('而指标只写明 0、3 分');
    expect(remarks[2]?.cite?.clause).toContain('附件3');
    expect(view().verdicts.association.basic.message).toBe('基本得分项 26 项未填，4 项有误');
    expect(bothSay(score)[1]?.sheet[4]).toContain('基本得分项 26 项未填，4 项有误');
    score.live.apply(setScore(cellOf(view(), FIRST, 'association'), 8, STEP));
    await score.rest();
    expect(score.valueOf(cells[0] ?? '')).toBe(8);
    await score.live.undo('association');
    await score.rest();
    expect(score.valueOf(cells[0] ?? '')).toBe('优');
  });

  it('never writes over a formula, and says so at the item', async () => {
    const score = await openScore(apiSet, bytes, (snapshot) => {
      const cells = snapshot.sheets[0]?.cells;
      const cell = cells?.[FIRST_CELL];
      if (cell) Object.assign(cell, { formula: '=4+4' });
    });
    const cell = cellOf(score.view(), FIRST, 'association');
    expect(cell).toMatchObject({ isWritable: false, steps: null, remark: { severity: 'fault' } });
    score.live.apply(fillFullMarks(score.view(), 'association', STEP));
    await score.rest();
    expect(score.host.dump().sheets[0]?.cells[FIRST_CELL]?.formula).toBe('=4+4');
    expect(score.view().verdicts.association.sums.basicPoints).toBe(100 - 8);
  });

  it('selects a cell, and hears what is selected in the sheet', async () => {
    const { pane, host } = await open();
    const heard: string[] = [];
    const end = await pane.watchSelection(SHEET, (address) => heard.push(address));
    await pane.select(SHEET, 'E12');
    await host.settle();
    expect(host.dump()).toMatchObject({ activeSheet: SHEET, selection: 'E12' });
    expect(heard.at(-1)).toBe('E12');
    await end();
    const before = heard.length;
    await pane.select(SHEET, 'E13');
    await host.settle();
    expect(heard.length).toBe(before);
    expect(host.gaps).toEqual([]);
  });
});

describe('recognising a score sheet in Excel', () => {
  const look = async (change: Parameters<typeof openScore>[2]) => {
    const { pane } = await openScore('1.7', bytes, change);
    return recognise(pane, startDeskHere(), await pane.describe());
  };
  const known = {
    kind: 'score-sheets',
    found: [{ sheet: { name: SHEET, isVisible: true }, scheme: { id: scheme.id } }],
  };

  it('goes by what travels inside it, or by the layout when that is missing', async () => {
    expect(await look(() => undefined)).toMatchObject(known);
    const bare = await look((snapshot) => {
      snapshot.customProperties = {};
    });
    expect(bare).toMatchObject(known);
  });

  it('says of a sheet of another edition, or of a blank that never went out, that it would be turned away', async () => {
    const refusalIn = async (property: string, value: string) => {
      const found = await look((snapshot) => {
        snapshot.customProperties = { ...snapshot.customProperties, [property]: value };
      });
      return found.kind === 'score-sheets' ? found.found[0].refusal : 'not recognised';
    };
    const [blank] = scheme.scoreSheet.blanks;
    expect(await refusalIn(SHEET_PROPERTY.blank, blank?.fingerprint ?? '')).toBeNull();
    expect(await refusalIn(SHEET_PROPERTY.blank, '0'.repeat(64))).toMatch(/不是由本方案发出过的空白表做出来的/);
    expect(await refusalIn(SHEET_PROPERTY.edition, '2019')).toMatch(/是“2019”年度的/);
  });

  it('names a scheme that it does not know, and takes no other instead', async () => {
    const strange = look((snapshot) => {
      snapshot.customProperties = { ...snapshot.customProperties, [SHEET_PROPERTY.scheme]: 'elsewhere-2031' };
    });
    await expect(strange).rejects.toThrow(/“elsewhere-2031”不在本窗格里.*请联系协会更新窗格/);
  });

  it('knows a renamed or hidden sheet, and does not take another workbook for one', async () => {
    const renamed = await look((snapshot) => {
      const [sheet] = snapshot.sheets;
      if (sheet)
        snapshot.sheets = [
          { name: '封面', cells: {} },
          { ...sheet, name: '浦东', visibility: 'Hidden' },
        ];
    });
    expect(renamed).toMatchObject({ found: [{ sheet: { name: '浦东', isVisible: false } }] });
    const other = await look((snapshot) => {
      snapshot.sheets = [{ name: SHEET, cells: {} }];
      snapshot.customProperties = {};
    });
    expect(other).toEqual({ kind: 'unknown' });
  });
});

describe('Excel refusing a score', () => {
  const apply = async (score: OpenScore) => {
    score.live.apply(setScore(cellOf(score.view(), FIRST, 'association'), 5, STEP));
    return score.rest();
  };

  it('says that the sheet is protected where a score cell is locked, and shows what is in the sheet', async () => {
    const score = await openScore('1.14', bytes, (snapshot) => {
      const cells = snapshot.sheets[0]?.cells;
      const cell = cells?.[FIRST_CELL];
      if (cell) delete cell.locked;
    });
    const state = await apply(score);
    expect(state.fault).toMatchObject({ name: 'HostError', code: 'protected' });
    expect(state.fault?.message).toContain('撤消工作表保护');
    expect(state.undoLabels.association).toBeNull();
    expect(cellOf(score.view(), FIRST, 'association').steps).toBeNull();
    expect(score.valueOf(FIRST_CELL)).toBeUndefined();
  });

  it('says that the workbook is read-only', async () => {
    const score = await openScore('1.14', bytes);
    score.host.readOnly = true;
    expect((await apply(score)).fault).toMatchObject({ code: 'read-only' });
  });

  it('waits for a cell that is being edited, showing the score meanwhile, and loses none', async () => {
    const score = await openScore('1.7', bytes);
    score.host.cellEditMode = true;
    score.live.apply(setScore(cellOf(score.view(), FIRST, 'association'), 5, STEP));
    score.live.apply(setScore(cellOf(score.view(), basicItems[1]?.item.id ?? '', 'association'), 2, STEP));
    const state = await score.rest();
    expect(state.isWaiting).toBe(true);
    expect(score.view().verdicts.association.sums.basicPoints).toBe(7);
    expect(score.valueOf(FIRST_CELL)).toBeUndefined();
    score.host.cellEditMode = false;
    await score.rest();
    expect(score.view().verdicts.association.sums.basicPoints).toBe(7);
    expect([FIRST_CELL, basicItems[1]?.scoreCells.association ?? ''].map(score.valueOf)).toEqual([5, 2]);
  });

  it('still writes what was tapped when the panel is closed, as a re-read of the workbook closes it', async () => {
    const score = await openScore('1.14', bytes);
    const [, second] = basicItems;
    score.host.cellEditMode = true;
    score.live.apply(setScore(cellOf(score.view(), FIRST, 'association'), 5, STEP));
    score.live.apply(setScore(cellOf(score.view(), second?.item.id ?? '', 'association'), 2, STEP));
    const closed = score.live.stop();
    score.host.cellEditMode = false;
    await closed;
    expect([FIRST_CELL, second?.scoreCells.association ?? ''].map(score.valueOf)).toEqual([5, 2]);
    expect(score.host.gaps).toEqual([]);
  });

  it('tells what kept a tap from being written after the panel was closed', async () => {
    const score = await openScore('1.14', bytes);
    score.host.failNext('GeneralException');
    score.live.apply(setScore(cellOf(score.view(), FIRST, 'association'), 5, STEP));
    await expect(score.live.stop()).rejects.toMatchObject({ name: 'HostError' });
  });

  it('shows a fault of reading until a reading works', async () => {
    const score = await openScore('1.14', bytes);
    score.host.failNext('ServerBusy');
    await score.live.refresh();
    expect(score.live.getState().fault).toMatchObject({ code: 'busy' });
    await score.live.refresh();
    expect(score.live.getState().fault).toBeNull();
  });

  it('says so when the sheet is renamed, and when rows were moved; moving them back mends it', async () => {
    const score = await openScore('1.14', bytes);
    score.host.sheet(SHEET).name = '别名';
    await score.live.refresh();
    expect(score.live.getState().fault).toMatchObject({ code: 'gone' });
    expect(score.live.getState().fault?.message).toContain('重新读取');
    score.host.sheet('别名').name = SHEET;
    await score.live.refresh();
    expect(score.live.getState().fault).toBeNull();
    const moved = await openScore('1.14', bytes, (snapshot) => {
      const [sheet] = snapshot.sheets;
      if (!sheet) return;
      snapshot.sheets[0] = {
        ...sheet,
        cells: Object.fromEntries(
          Object.entries(sheet.cells).map(([address, cell]) => [
            address.replace(/\d+$/, (row) => String(Number(row) + (Number(row) > 10 ? 1 : 0))),
            cell,
          ]),
        ),
      };
    });
    expect(moved.view().isMoved).toBe(true);
    expect(moved.view().formFaults[0]).toMatch(/处锁定内容与发出的评分表不同/);
  });
});
