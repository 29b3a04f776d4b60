import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { checkFigure, type Bench } from './bench.ts';
import { measure, type Measured } from './measure.ts';

const SCHEME_ID = 'inner-mongolia-grading-2022';
const OURS = 'read, then grade with all reasons';
const SHARE = 'grading ÷ reading';

/** Of 300 applications each. */
const SAMPLES = 34;
/** The limits of the issue. */
const LEAST_APPLICATIONS = 10_000;
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
  title: 'the grades of 10,200 applications, every reason of every grade',
  prepare: async (workspace) => {
    const [roster, stdout] = [workspace.path('graded.xlsx'), workspace.path('grade-clock.json')];
    await measure({ command: workspace.worker('make-roster', SCHEME_ID, String(SAMPLES), roster) });
    const clock = async (): Promise<Measured> => {
      const whole = await measure({ command: workspace.worker('grade-clock', roster), stdout });
      const { reading, grading } = Clocked.parse(JSON.parse(await readFile(stdout, 'utf8')));
      const figures = { [SHARE]: grading / reading, 'reading s': reading, 'grading s': grading };
      return { ...whole, figures };
    };
    return {
      contenders: [{ name: OURS, clock }],
      check: (results) => [
        checkFigure(results, OURS, SHARE, { limit: MOST_SHARE, of: 'middle' }),
        checkFigure(results, OURS, 'reading s', { of: 'middle' }),
        checkFigure(results, OURS, 'grading s', { of: 'middle' }),
      ],
      notes: ['Reading is from the bytes of the file to the rows of the roster; it stands in memory already.'],
    };
  },
};
