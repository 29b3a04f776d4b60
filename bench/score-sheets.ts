import { rm } from 'node:fs/promises';
import { checkFlat, checkPeak, compareTimes, type Bench, type Contender } from './bench.ts';
import { measure } from './measure.ts';
import { findPythonPeer } from './python-peer.ts';

const OURS = 'pingyou sheets, 5,210';
const FLOOR = 'no more than writing as many bytes, 5,210';
const EXCELJS = 'exceljs draws each, 1,042';
const OPENPYXL = 'openpyxl fills in the blank and saves it, 1,042';
const SOME_OF_MANY = 'pingyou sheets, 2,600 of 20,840';
const ALL_OF_MANY = 'pingyou sheets, 20,840';

/** The peers make one sheet in five. */
const EVERY = 5;
/** Four samples in one roster. */
const SAMPLES = 4;
/** An eighth of the units. */
const DISTRICT = '浦东';

/** The limits of the issue. */
const MOST_OF_FLOOR = 2.5;
const MOST_OF_EXCELJS = 0.1;
const MOST_MB = 400;

export const scoreSheetsBench: Bench = {
  name: 'score-sheets',
  title: 'a score sheet for every member unit, written to disk',
  prepare: async (workspace) => {
    const [roster, largeRoster] = [await workspace.roster(), await workspace.largeRoster(SAMPLES)];
    const [ours, others] = [workspace.path('sheets'), workspace.path('other-sheets')];
    const blank = workspace.path('blank.xlsx');
    const [list, fullList] = [workspace.path('sheet-list.json'), workspace.path('full-sheet-list.json')];
    await measure({ command: workspace.worker('list-score-sheets', roster, String(EVERY), blank, list) });
    await measure({ command: workspace.worker('list-score-sheets', roster, '1', blank, fullList) });

    const clearOthers = () => rm(others, { recursive: true, force: true });
    const makePeer = (name: string, command: string[]): Contender => ({
      name,
      command,
      before: clearOthers,
      verify: async () => {
        await measure({ command: workspace.worker('verify-score-sheets', list, ours, others) });
      },
    });
    const openpyxl = findPythonPeer('openpyxl');
    const fill = openpyxl && workspace.peer(openpyxl.interpreter, 'openpyxl_fill.py', blank, list, others);
    const sheets = (from: string, to: string, ...options: string[]) =>
      workspace.pingyou('sheets', from, '--out', to, ...options);
    return {
      contenders: [
        { name: OURS, command: sheets(roster, ours), before: () => rm(ours, { recursive: true, force: true }) },
        {
          name: FLOOR,
          command: workspace.peer(process.execPath, 'write-files.js', blank, fullList, others),
          before: clearOthers,
        },
        makePeer(EXCELJS, workspace.worker('draw-score-sheets', list, others)),
        ...(fill ? [makePeer(OPENPYXL, fill)] : []),
        { name: SOME_OF_MANY, command: sheets(largeRoster, others, '--district', DISTRICT), before: clearOthers },
        { name: ALL_OF_MANY, command: sheets(largeRoster, others), before: clearOthers },
      ],
      check: (results) => [
        checkPeak(results, OURS, MOST_MB),
        compareTimes(results, OURS, FLOOR, { limit: MOST_OF_FLOOR }),
        compareTimes(results, OURS, EXCELJS, { limit: MOST_OF_EXCELJS, times: EVERY }),
        ...(fill ? [compareTimes(results, OURS, OPENPYXL, { times: EVERY })] : []),
        checkFlat(results, ALL_OF_MANY, SOME_OF_MANY),
        checkPeak(results, ALL_OF_MANY, MOST_MB),
      ],
      notes: [
        'exceljs and openpyxl make one sheet in five, and their time counts five times; three of each are read back and compared with ours.',
        'They cannot write the custom properties by which a sheet is known when it comes back, and leave them out.',
        ...(fill ? [] : ['openpyxl is not installed and was left out.']),
      ],
    };
  },
};
