/** `grade-clock TEMPLATES ROSTER`: reads, checks and grades a roster as `pingyou grade` does, and prints the seconds of each as JSON. */
import { readFile } from 'node:fs/promises';
import { checkRoster } from '../../rules/check-roster.ts';
import { gradeApplications } from '../../rules/grading/grade-application.ts';
import { gradingOf } from '../../rules/parts.ts';
import { findScheme } from '../../test/support/templates.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster, readSchemeId } from '../../workbook/roster/read-master-roster.ts';

const [, , templates = '', path = ''] = process.argv;
const bytes = await readFile(path);

const [workbook, opening] = clock(() => openWorkbook(bytes, path));
const scheme = await findScheme(readSchemeId(workbook), templates);
const [{ roster }, reading] = clock(() => readMasterRoster(workbook, scheme));
const [{ index }, checking] = clock(() => checkRoster(scheme, roster));
const [results, grading] = clock(() => gradeApplications(index, gradingOf(scheme)));

const reasons = results.reduce((sum, { steps }) => sum + steps.reduce((all, step) => all + step.reasons.length, 0), 0);
process.stdout.write(
  JSON.stringify({
    applications: results.length,
    reasons,
    problems: roster.problems.length,
    reading: opening + reading,
    checking,
    grading,
  }),
);

function clock<T>(work: () => T): [result: T, seconds: number] {
  const start = performance.now();
  const result = work();
  return [result, (performance.now() - start) / 1000];
}
