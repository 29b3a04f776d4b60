/** `npm run bench -- [--quick] [--only NAME]`: every benchmark, then one table. */
import { availableParallelism, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { collectBench } from './collect.ts';
import { compete } from './compete.ts';
import { formsBench } from './forms.ts';
import { gradingBench } from './grading.ts';
import { mainJobBench } from './main-job.ts';
import { mendBench } from './mend.ts';
import { pageBench } from './page.ts';
import { nominationsBench } from './nominations.ts';
import { paneBench } from './pane.ts';
import { printBench } from './print.ts';
import { HAS_PROC } from './process-tree.ts';
import { scaleBench } from './scale.ts';
import { scoreSheetsBench } from './score-sheets.ts';
import { startUpBench } from './start-up.ts';
import { isOver, renderTable, type Section } from './table.ts';
import { Workspace, type Places } from './workspace.ts';

const BENCHES: readonly Bench[] = [
  startUpBench,
  formsBench,
  printBench,
  mainJobBench,
  mendBench,
  scaleBench,
  scoreSheetsBench,
  collectBench,
  nominationsBench,
  gradingBench,
  paneBench,
  pageBench,
];

const ROUNDS = 3;
const QUICK_ROUNDS = 1;

/** @returns the exit code: 1 when a figure is over its limit, 2 for wrong usage */
export async function main(args: string[], places: Places): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
  });
  const { only } = values;
  const chosen = BENCHES.filter(({ name }) => only === undefined || only.includes(name));
  if (chosen.length < (only?.length ?? 1)) {
    console.error(`--only takes ${BENCHES.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const rounds = values.quick ? QUICK_ROUNDS : ROUNDS;
  const workspace = new Workspace(places);
  const sections: Section[] = [];
  for (const { name, title, prepare } of chosen) {
    console.error(`${name}: making the input`);
    const contest = await prepare(workspace);
    const show = (round: number, contender: string) => {
      console.error(`${name}: round ${round} of ${rounds}: ${contender}`);
    };
    const results = await compete(contest.contenders, rounds, show).finally(() => contest.close?.());
    sections.push({ title: `${name}: ${title}`, contest, results });
  }
  console.log(`\n${describeMachine()}; medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}\n`);
  console.log(renderTable(sections));
  return sections.some(({ contest, results }) => contest.check(results).some(isOver)) ? 1 : 0;
}

function describeMachine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const machine = `${availableParallelism()} cores, ${gigabytes} GB, Node ${process.versions.node}`;
  return HAS_PROC ? machine : `${machine}, no /proc: CPU time and memory not measured`;
}
