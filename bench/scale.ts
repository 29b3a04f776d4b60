import { medianOf, type Bench, type Check, type Quantity, type Results } from './bench.ts';

const SAMPLE_MEMBERS = 5_208;
const SAMPLES = [1, 5, 20, 58] as const;
const COMMANDS = ['allocate', 'check'] as const;

export const scaleBench: Bench = {
  name: 'scale',
  title: 'rosters up to 300,000 members read, allocated and checked, with the result as JSON',
  prepare: async (workspace) => {
    const rosters: { samples: number; path: string }[] = [];
    for (const samples of SAMPLES) rosters.push({ samples, path: await workspace.largeRoster(samples) });
    return {
      contenders: COMMANDS.flatMap((command) =>
        rosters.map(({ samples, path }) => ({
          name: nameOf(command, samples),
          command: workspace.pingyou(command, path, '--json'),
          stdout: workspace.path(`${command}.json`),
          // Places that the document sets by name do not grow with the members, so larger rosters exceed some.
          exitCodes: samples === 1 ? [0] : [0, 1],
        })),
      ),
      check: (results) => COMMANDS.flatMap((command) => checkGrowth(results, command)),
      notes: [
        'The rosters are 1, 5, 20 and 58 samples in one, 589 nominees each.',
        'Growth: by how much time or memory grew from the row above, over by how much the rows did; 1 is linear.',
      ],
    };
  },
};

function nameOf(command: string, samples: number): string {
  return `pingyou ${command}, ${(samples * SAMPLE_MEMBERS).toLocaleString('en')} members`;
}

function checkGrowth(results: Results, command: string): Check[] {
  return SAMPLES.flatMap((samples, index) => {
    const row = nameOf(command, samples);
    const perMember = (medianOf(results, row, 'wall') / (samples * SAMPLE_MEMBERS)) * 1000;
    const own: Check = { row, label: 'ms a member', value: perMember, limit: null };
    const smaller = SAMPLES[index - 1];
    if (smaller === undefined) return [own];
    const grow = (quantity: Quantity) =>
      medianOf(results, row, quantity) / medianOf(results, nameOf(command, smaller), quantity) / (samples / smaller);
    return [
      { row, label: 'growth of time', value: grow('wall'), limit: 1 },
      { row, label: 'growth of memory', value: grow('peak'), limit: 1 },
      own,
    ];
  });
}
