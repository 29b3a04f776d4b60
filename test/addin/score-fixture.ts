/** Real score sheets, opened in the real client as the panel opens them. */
import { ExcelHost } from '../../addin/host/excel/excel-host.ts';
import { LiveScore, type ScoreState } from '../../addin/panels/score/live-score.ts';
import type { ScoreView } from '../../addin/panels/score/score-view.ts';
import { asScored } from '../../rules/parts.ts';
import type { Role } from '../../workbook/score-sheet/score-sheet-places.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { openScoreSheets } from '../../workbook/score-sheet/stamp-score-sheets.ts';
import { createNodeHost } from '../office-host/node-host.ts';
import type { WorkbookSnapshot } from '../office-host/snapshot.ts';
import { loadWorkbook } from '../office-host/load-workbook.ts';
import { mustLoad, shanghaiFiles } from '../schemes/shanghai-files.ts';
import { startDeskHere } from './in-process-desk.ts';

export const scheme = asScored(mustLoad(shanghaiFiles));
export const layout = layOutScoreSheet(scheme);
export const SHEET = layout.sheetName;
export const STEP = scheme.scoreSheet.step.value;
export const UNIT = {
  row: 2,
  number: '00042',
  name: '上海虚构机械厂有限公司',
  district: '浦东',
  sequence: '制造业',
  facts: new Map(),
};

/** The sheet of one unit, as `sheets` writes it. */
export async function makeUnitSheet(): Promise<Uint8Array> {
  return (await openScoreSheets(scheme))(UNIT);
}

export const allItems = [...layout.categories, layout.bonus].flatMap(({ items }) => items);
export const basicItems = layout.categories.flatMap(({ items }) => items);

export interface OpenScore {
  readonly live: LiveScore;
  readonly host: Awaited<ReturnType<typeof createNodeHost>>['host'];
  readonly pane: ExcelHost;
  /** The view that is shown now. */
  readonly view: () => ScoreView;
  /** Waits until the panel has nothing left to do. */
  readonly rest: () => Promise<ScoreState>;
  /** What a cell of the score sheet holds in Excel. */
  readonly valueOf: (address: string) => unknown;
}

/** Opens a score sheet in Excel of a requirement set, and reads it. `change` may alter it before. */
export async function openScore(
  apiSet: string,
  bytes: Uint8Array,
  change: (snapshot: WorkbookSnapshot) => void = () => undefined,
): Promise<OpenScore> {
  const snapshot = await loadWorkbook(bytes);
  change(snapshot);
  const node = await createNodeHost({ apiSet, workbook: snapshot });
  const pane = new ExcelHost(node, startDeskHere());
  const live = new LiveScore(pane, layout, SHEET);
  const rest = async () => {
    // Longer than the pause in which the panel gathers hints.
    do {
      await node.host.settle();
      await new Promise((resolve) => setTimeout(resolve, 120));
    } while (live.getState().isWaiting && !node.host.cellEditMode);
    return live.getState();
  };
  await live.start();
  await rest();
  return {
    live,
    host: node.host,
    pane,
    rest,
    view() {
      const { view, fault } = live.getState();
      if (view === null) throw fault ?? new Error('nothing is shown');
      return view;
    },
    valueOf: (address) => node.host.dump().sheets.find(({ name }) => name === SHEET)?.cells[address]?.value,
  };
}

export function cellOf(view: ScoreView, itemId: string, role: Role) {
  const found = view.categories.flatMap(({ items }) => items).find(({ item }) => item.id === itemId);
  if (!found) throw new Error(`no item ${itemId}`);
  return found.cells[role];
}
