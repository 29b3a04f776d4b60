import { readFile, rm } from 'node:fs/promises';
import * as z from 'zod';
import { checkFigure, compareTimes, type Bench } from './bench.ts';
import { measure, type Measured } from './measure.ts';

const SCHEME_ID = 'inner-mongolia-grading-2022';
const OURS = 'grading alone, after reading and checking';
const WHOLE_COMMAND = 'pingyou grade, the report written to disk';
const PEER = 'exceljs merely reads the roster';
const OWN_READING = 'grading ÷ our own reading';

/** Of 300 applications each. */
const SAMPLES = 34;
const LEAST_APPLICATIONS = 10_000;
/** The limit of the issue: a fifth of reading the workbook. */
const MOST_SHARE = 0.2;

const Clocked = z.object({
  applications: z.number().min(LEAST_APPLICATIONS),
  /** Fewer would mean that some grade was not judged. */
  reasons: z.number().min(LEAST_APPLICATIONS * 4),
  problems: z.literal(0),
  reading: z.number(),
  grading: z.number(),
});

export const gradingBench: Bench = {
  name: 'grading',
  title: 'the grades of 10,200 applications, every reason of every grade in words',
  prepare: async (workspace) => {
    const [roster, stdout] = [workspace.path('graded.xlsx'), workspace.path('grade-clock.json')];
    await measure({ command: workspace.worker('make-roster', SCHEME_ID, String(SAMPLES), roster) });
    const report = workspace.path('grade-report.xlsx');
    const clock = async (): Promise<Measured> => {
      const { peak } = await measure({ command: workspace.worker('grade-clock', roster), stdout });
      const { reading, grading } = Clocked.parse(JSON.parse(await readFile(stdout, 'utf8')));
      return { wall: grading, cpu: NaN, peak, figures: { [OWN_READING]: grading / reading } };
    };
    return {
      contenders: [
        { name: OURS, clock },
        {
          name: WHOLE_COMMAND,
          command: workspace.pingyou('grade', roster, '--out', report),
          before: () => rm(report, { force: true }),
        },
        { name: PEER, command: workspace.peer(process.execPath, 'exceljs-read.js', roster) },
      ],
      check: (results) => [
        checkFigure(results, OURS, OWN_READING, { of: 'middle' }),
        compareTimes(results, OURS, PEER, { limit: MOST_SHARE }),
      ],
      notes: [
        'Grading is timed inside the process, which has read and checked the roster before, as the command does.',
      ],
    };
  },
};
