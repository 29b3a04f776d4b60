import { readFile, rm } from 'node:fs/promises';
import { openWorkbook } from '../ooxml/read/open-workbook.ts';
import { SHEET } from '../rules/roster-cell.ts';
import { checkPeak, compareTimes, type Bench } from './bench.ts';
import { measure } from './measure.ts';
import { SCHEME_ID } from './workspace.ts';

const NOMINATIONS = 589;
const OUT = 'pingyou outgoing, 21 workbooks';
const BACK = `pingyou collect of these, ${NOMINATIONS} nominations, into a new roster`;
const PEER = 'pingyou check of the full roster';

/** Each at most twice the check. */
const MOST_TIMES = 2;
const MOST_MB = 400;

export const nominationsBench: Bench = {
  name: 'nominations',
  title: 'workbooks of nominations out to 21 districts, and back with all checks',
  prepare: async (workspace) => {
    const full = await workspace.roster();
    const [bare, sent, filled] = [workspace.path('bare.xlsx'), workspace.path('sent'), workspace.path('filled')];
    const [summary, gathered, report] = ['gathered-summary.xlsx', 'gathered.xlsx', 'checked.xlsx'].map((name) =>
      workspace.path(name),
    );
    if (summary === undefined || gathered === undefined || report === undefined) throw new RangeError('no paths');
    const send = workspace.pingyou('outgoing', bare, '--out', sent);
    await measure({ command: workspace.worker('make-bare-roster', SCHEME_ID, bare) });
    await measure({ command: send });
    await measure({ command: workspace.worker('make-nominations', SCHEME_ID, sent, filled) });
    const clear = (...paths: readonly string[]) =>
      Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })));
    return {
      contenders: [
        {
          name: OUT,
          command: send,
          before: async () => {
            await clear(sent);
          },
        },
        {
          name: BACK,
          command: workspace.pingyou('collect', filled, '--roster', bare, '--out', summary, '--write-roster', gathered),
          before: async () => {
            await clear(summary, gathered);
          },
          verify: async () => {
            const { rows } = openWorkbook(await readFile(gathered), 'gathered.xlsx').readSheet(SHEET.nominees);
            if (rows.length !== 1 + NOMINATIONS) throw new Error(`${rows.length - 1} nominations were gathered`);
          },
        },
        {
          name: PEER,
          command: workspace.pingyou('check', full, '--out', report),
          before: async () => {
            await clear(report);
          },
        },
      ],
      check: (results) => [
        ...[OUT, BACK].flatMap((name) => [
          checkPeak(results, name, MOST_MB),
          compareTimes(results, name, PEER, { limit: MOST_TIMES }),
        ]),
      ],
      notes: [],
    };
  },
};
