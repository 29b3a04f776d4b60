import { readFile } from 'node:fs/promises';
import { startBrowser } from '../test/office-host/browser.ts';
import { openPaneInHost } from '../test/office-host/pane-in-host.ts';
import { fromFolder, serve } from '../test/office-host/serve.ts';
import { builtPane } from '../test/support/build-pane.ts';
import { firstPaintBytes } from '../test/support/pane-scripts.ts';
import { missing } from '../test/support/tools.ts';
import { checkFigure, type Bench } from './bench.ts';
import { measure } from './measure.ts';
import { addClock } from './pane-clock.ts';
import {
  BROWSER_STEPS,
  clockRosterInBrowser,
  clockRosterInExcel,
  clockScore,
  clockStart,
  EDIT_MS,
  EXCEL_STEPS,
  SCORE_FIGURES,
  taskOf,
  TIMES_EMPTY,
} from './pane-steps.ts';
import { SCHEME_ID } from './workspace.ts';

const OURS = 'pane, until it is ready';
const IN_BROWSER = 'full roster opened in the browser';
const IN_EXCEL = 'full roster opened in Excel’s host';
const SCORE = 'score tapped → verdict, Excel’s host';

/** The limits of the issue. */
const MOST_OF_EMPTY = 1.5;
const MOST_KB = 250;
const MOST_MS = 100;
const MOST_SYNCS = 1;
const MOST_ACTIONS = 30;

const API_SET = '1.14';

export const paneBench: Bench = {
  name: 'pane',
  title: 'the task pane in Chromium',
  prepare: async (workspace) => {
    if (missing('chromium', 'openssl')) {
      const note = 'Chromium or openssl is not installed, and the pane was left out.';
      return { contenders: [], check: () => [], notes: [note] };
    }
    const rosterPath = workspace.path('flawed.xlsx');
    const blankPath = workspace.path('pane-blank.xlsx');
    await measure({ command: workspace.pingyou('sample', '--scheme', SCHEME_ID, '--flawed', '--out', rosterPath) });
    const list = workspace.path('pane-sheet-list.json');
    await measure({ command: workspace.worker('list-score-sheets', rosterPath, '1', blankPath, list) });
    const [roster, blank] = [await readFile(rosterPath), await readFile(blankPath)];
    const folders = { pane: await builtPane(), empty: await builtPane('bench/pane-empty.tsx') };
    const servers = { pane: await serve(fromFolder(folders.pane)), empty: await serve(fromFolder(folders.empty)) };
    const browser = await startBrowser();
    const inHost = (workbook: Uint8Array) =>
      // An origin of its own process, as a pane in Excel on the web is to Excel.
      openPaneInHost({
        workbook,
        apiSet: API_SET,
        paneFolder: folders.pane,
        headers: { 'origin-agent-cluster': '?1' },
        browser,
        prepare: addClock,
      });
    return {
      contenders: [
        { name: OURS, clock: () => clockStart(browser, servers.pane.origin, servers.empty.origin) },
        { name: IN_BROWSER, clock: () => clockRosterInBrowser(browser, servers.pane.origin, rosterPath) },
        { name: IN_EXCEL, clock: async () => clockRosterInExcel(await inHost(roster)) },
        { name: SCORE, clock: async () => clockScore(await inHost(blank)) },
      ],
      check: (results) => [
        { row: OURS, label: 'gzip kB, first paint', value: firstPaintBytes(folders.pane) / 1000, limit: MOST_KB },
        checkFigure(results, OURS, TIMES_EMPTY, { limit: MOST_OF_EMPTY, of: 'middle' }),
        ...BROWSER_STEPS.map((step) => checkFigure(results, IN_BROWSER, taskOf(step), { limit: MOST_MS, of: 'worst' })),
        ...EXCEL_STEPS.map((step) => checkFigure(results, IN_EXCEL, taskOf(step), { limit: MOST_MS, of: 'worst' })),
        checkFigure(results, IN_EXCEL, EDIT_MS, { of: 'middle' }),
        checkFigure(results, SCORE, SCORE_FIGURES.reads, { limit: MOST_SYNCS, of: 'worst' }),
        checkFigure(results, SCORE, SCORE_FIGURES.writes, { limit: MOST_SYNCS, of: 'worst' }),
        checkFigure(results, SCORE, SCORE_FIGURES.actions, { limit: MOST_ACTIONS, of: 'worst' }),
        checkFigure(results, SCORE, SCORE_FIGURES.milliseconds, { of: 'middle' }),
      ],
      notes: [
        'Wall time is the page’s own. The empty page is built alike and loaded in turn with the pane. Tasks are those of the page; the browser tells none below 50 ms, and 0 stands for those.',
        'The roster is the flawed sample. Excel’s host is a page around the unmodified Office.js, not Excel.',
      ],
      close: async () => {
        await browser.close();
        await Promise.all([servers.pane.close(), servers.empty.close()]);
      },
    };
  },
};
