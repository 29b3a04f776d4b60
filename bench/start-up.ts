import { compareTimes, type Bench } from './bench.ts';

const OURS = 'pingyou --help';
const FLOOR = 'node, nothing else';

/** What every command pays before it begins. */
export const startUpBench: Bench = {
  name: 'start-up',
  title: 'until the command line is there',
  prepare: (workspace) =>
    Promise.resolve({
      contenders: [
        { name: OURS, command: workspace.pingyou('--help') },
        { name: FLOOR, command: [process.execPath, '-e', '0'] },
      ],
      check: (results) => [compareTimes(results, OURS, FLOOR)],
      notes: [],
    }),
};
