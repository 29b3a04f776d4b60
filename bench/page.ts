/** The clerk's page of one file beside the command line, on the same inputs and in turn. */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { fromFolder, serve } from '../test/office-host/serve.ts';
import { builtPane } from '../test/support/build-pane.ts';
import { missing } from '../test/support/tools.ts';
import { checkFigure, checkPeak, compareTimes, medianOf, type Bench, type Check, type Results } from './bench.ts';
import { measure } from './measure.ts';
import { clockOpening, LONGEST_TASK } from './page-browser.ts';
import { clockFindings, clockFolder, clockLaying, clockOutput, clockPrinting, clockReturns } from './page-steps.ts';
import { SCHEME_ID } from './workspace.ts';

/** Each beside the command that does the same, and how many times its time it may take. */
const FINDINGS = { page: 'page: flawed roster → findings', cli: 'pingyou check', most: 1.5 };
const ALL = { page: 'page: everything, as a zip', cli: 'pingyou all', most: 1.5 };
const FOLDER = { ...ALL, page: 'page: everything, into a folder' };
const SHEETS = { page: 'page: 5,210 score sheets, as a zip', cli: 'pingyou sheets', most: 2 };
const RETURNS = { page: 'page: 5,210 returned sheets in', cli: 'pingyou collect', most: 2 };
const PAIRS = [FINDINGS, ALL, FOLDER, SHEETS, RETURNS];
const OPENING = 'page: opened by a double click';
const LAYING = 'page: 589 forms made and laid out';
const PRINTING = 'page: two of each made ready to print';

/** The limits of the issue. */
const MOST_TASK_MS = 100;
const MOST_OPENING_SECONDS = 2;
const MOST_LAYING_SECONDS = 3;
const MOST_LAYING_MB = 600;

export const pageBench: Bench = {
  name: 'page',
  title: 'the clerk’s page in Chromium: one file from a disk, and from a server where it writes into a folder',
  prepare: async (workspace) => {
    if (missing('chromium', 'openssl')) {
      const note = 'Chromium or openssl is not installed, and the page was left out.';
      return { contenders: [], check: () => [], notes: [note] };
    }
    execFileSync(process.execPath, ['scripts/build-page-file.js'], { cwd: workspace.root });
    const page = pathToFileURL(workspace.pageFile).href;
    const server = await serve(fromFolder(await builtPane()));
    const roster = await workspace.roster();
    const [flawed, returned, out] = [workspace.path('flawed.xlsx'), workspace.path('returned'), workspace.path('out')];
    await measure({ command: workspace.pingyou('sample', '--scheme', SCHEME_ID, '--flawed', '--out', flawed) });
    await measure({ command: workspace.worker('make-returned', roster, returned) });
    const before = () => rm(out, { recursive: true, force: true });
    const command = (name: string, ...args: string[]) => ({ name, command: workspace.pingyou(...args), before });
    return {
      contenders: [
        { name: OPENING, clock: () => clockOpening(page) },
        { name: FINDINGS.page, clock: () => clockFindings(page, flawed) },
        // There are violations in it.
        { ...command(FINDINGS.cli, 'check', flawed, '--json'), exitCodes: [1] },
        { name: ALL.page, clock: () => clockOutput(page, roster, '全部', '26 个文件') },
        // As many of each form as the page makes unasked.
        command(ALL.cli, 'all', roster, '--copies', '2', '--out', out),
        { name: FOLDER.page, clock: () => clockFolder(`${server.origin}/page.html`, roster, '全部', '26 个文件') },
        { name: SHEETS.page, clock: () => clockOutput(page, roster, '评分表', '5210 个文件') },
        command(SHEETS.cli, 'sheets', roster, '--out', out),
        { name: RETURNS.page, clock: () => clockReturns(page, roster, returned, '5,210已计入') },
        command(RETURNS.cli, 'collect', returned, '--roster', roster, '--out', `${out}/汇总.xlsx`),
        { name: LAYING, clock: () => clockLaying(page, roster, '审批表') },
        { name: PRINTING, clock: () => clockPrinting(page, roster, '审批表', '1178 张') },
      ],
      check: (results) => [
        checkSeconds(results, OPENING, MOST_OPENING_SECONDS),
        ...PAIRS.flatMap(({ page: ours, cli, most }) => [
          { ...compareTimes(results, ours, cli, { limit: most }), row: ours, label: `time ÷ ${cli}` },
          { row: ours, label: `CPU ÷ ${cli}`, value: cpuRatio(results, ours, cli), limit: null },
          checkTask(results, ours),
        ]),
        checkSeconds(results, LAYING, MOST_LAYING_SECONDS),
        checkTask(results, LAYING),
        checkPeak(results, LAYING, MOST_LAYING_MB),
        checkTask(results, PRINTING),
        checkPeak(results, PRINTING, MOST_LAYING_MB),
      ],
      notes: [
        'Wall time is the page’s own, from the act until it shows; CPU time is the whole browser’s, memory that of the page’s process with its workers.',
        'From a disk a browser gives no folder; the one that is written into is the private one of the server’s address.',
        'Tasks are those of the main thread by Chromium’s trace, in CPU time; a round of each runs in a fresh browser.',
      ],
      close: () => server.close(),
    };
  },
};

function checkSeconds(results: Results, row: string, limit: number): Check {
  return { row, label: 'seconds', value: medianOf(results, row, 'wall'), limit };
}

function checkTask(results: Results, row: string): Check {
  return checkFigure(results, row, LONGEST_TASK, { limit: MOST_TASK_MS, of: 'worst' });
}

function cpuRatio(results: Results, ours: string, cli: string): number {
  return medianOf(results, ours, 'cpu') / medianOf(results, cli, 'cpu');
}
