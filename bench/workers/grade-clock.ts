/** `grade-clock TEMPLATES ROSTER`: reads a roster and grades it, and prints the seconds of each as JSON. */
import { readFile } from 'node:fs/promises';
import { gradeApplications } from '../../rules/grading.ts';
import { gradingOf } from '../../rules/parts.ts';
import { indexRoster } from '../../rules/roster-index.ts';
import { findScheme } from '../../scripts/scheme-folder.ts';
import { openWorkbook } from '../../workbook/intake/open-workbook.ts';
import { readMasterRoster, readSchemeId } from '../../workbook/roster/read-master-roster.ts';

const [, , templates = '', path = ''] = process.argv;
const bytes = await readFile(path);
const workbook = openWorkbook(bytes, path);
const scheme = await findScheme(readSchemeId(workbook), templates);

const start = performance.now();
const { roster } = readMasterRoster(openWorkbook(bytes, path), scheme);
const read = performance.now();
const results = gradeApplications(indexRoster(scheme, roster), gradingOf(scheme));
const graded = performance.now();

const reasons = results.reduce((sum, { steps }) => sum + steps.reduce((all, step) => all + step.reasons.length, 0), 0);
process.stdout.write(
  JSON.stringify({
    applications: results.length,
    reasons,
    problems: roster.problems.length,
    reading: (read - start) / 1000,
    grading: (graded - read) / 1000,
  }),
);
