import { medianOf, type Bench, type Check, type Quantity, type Results } from './bench.ts';
import { measure } from './measure.ts';

const SAMPLE_MEMBERS = 5_208;
const MEMBERS = [SAMPLE_MEMBERS, 25_000, 100_000] as const;
const COMMANDS = ['allocate', 'check'] as const;

/** The nominees grow with the members: at 100,000 there are about 11,300. */
export const scaleBench: Bench = {
  name: 'scale',
  title: 'rosters up to 100,000 members and their nominees, read, allocated and checked, as JSON',
  prepare: async (workspace) => {
    const roster = (members: number) => workspace.path(`roster-${members}.xlsx`);
    for (const members of MEMBERS) {
      const factor = String(members / SAMPLE_MEMBERS);
      await measure({ command: workspace.worker('make-roster', factor, roster(members)) });
    }
    return {
      contenders: COMMANDS.flatMap((command) =>
        MEMBERS.map((members) => ({
          name: nameOf(command, members),
          command: workspace.pingyou(command, roster(members), '--json'),
          stdout: workspace.path(`${command}.json`),
        })),
      ),
      check: (results) => COMMANDS.flatMap((command) => checkGrowth(results, command)),
      notes: ['growth: how many times the smaller roster takes, over how many times as many rows there are; 1 is linear'],
    };
  },
};

function nameOf(command: string, members: number): string {
  return `pingyou ${command}, ${members.toLocaleString('en')} members`;
}

/** Against the next smaller roster. */
function checkGrowth(results: Results, command: string): Check[] {
  return MEMBERS.slice(1).flatMap((members, index) => {
    const smaller = MEMBERS[index] ?? SAMPLE_MEMBERS;
    const row = nameOf(command, members);
    const grow = (quantity: Quantity) =>
      medianOf(results, row, quantity) / medianOf(results, nameOf(command, smaller), quantity) / (members / smaller);
    return [
      { row, label: 'growth of time', value: grow('wall'), limit: 1 },
      { row, label: 'growth of memory', value: grow('peak'), limit: 1 },
      { row, label: 'ms a member', value: (medianOf(results, row, 'wall') / members) * 1000, limit: null },
    ];
  });
}
