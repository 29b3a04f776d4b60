import { join } from 'node:path';
import { checkPeak, medianOf, type Bench, type Check, type Results } from './bench.ts';
import { measure } from './measure.ts';

const OURS = 'pages laid out and drawn';

/** The limits of the issue. */
const MOST_SECONDS = 3;
const MOST_MB = 600;

export const printBench: Bench = {
  name: 'print',
  title: '589 approval forms in one workbook, laid out for printing',
  prepare: async (workspace) => {
    const folder = workspace.path('forms-to-print');
    await measure({ command: workspace.pingyou('forms', await workspace.roster(), '--by', 'all', '--out', folder) });
    return {
      contenders: [{ name: OURS, command: workspace.worker('lay-forms', join(folder, '审批表.xlsx')) }],
      check: (results) => [checkTime(results), checkPeak(results, OURS, MOST_MB)],
      notes: [],
    };
  },
};

function checkTime(results: Results): Check {
  return { row: OURS, label: 'seconds', value: medianOf(results, OURS, 'wall'), limit: MOST_SECONDS };
}
