import { rm } from 'node:fs/promises';
import { checkPeak, compareTimes, type Bench } from './bench.ts';

const OURS = 'pingyou all';
const PEER = 'exceljs merely reads the roster';

/** Issue of the main job: at most 4 times the reading, within 400 MB. */
const MOST_TIMES = 4;
const MOST_MB = 400;

export const mainJobBench: Bench = {
  name: 'main-job',
  title: 'read and check 5,208 members and 589 nominees, and write every output',
  prepare: async (workspace) => {
    const roster = await workspace.roster();
    const out = workspace.path('all');
    return {
      contenders: [
        {
          name: OURS,
          command: workspace.pingyou('all', roster, '--out', out),
          before: () => rm(out, { recursive: true, force: true }),
        },
        { name: PEER, command: workspace.peer(process.execPath, 'exceljs-read.js', roster) },
      ],
      check: (results) => [checkPeak(results, OURS, MOST_MB), compareTimes(results, OURS, PEER, { limit: MOST_TIMES })],
      notes: [],
    };
  },
};
