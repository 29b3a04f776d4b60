/** `make-returned TEMPLATES ROSTER OUT`: every unit's score sheet, filled in. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asScored } from '../../rules/parts.ts';
import { findScheme } from '../../test/support/templates.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { readMasterRoster, readSchemeId } from '../../workbook/roster/read-master-roster.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { openScoreSheets, planScoreSheets } from '../../workbook/score-sheet/stamp-score-sheets.ts';
import { fillingOf, listFilling } from '../../test/support/filled-sheets.ts';

const [, , templatesFolder = '', rosterPath = '', out = ''] = process.argv;
/** Basic points from 70 to 100 and up to 10 of bonus: some units pass and some do not. */
const LOWEST = 70;
const BASIC_SPREAD = 31;
const BONUS_SPREAD = 11;

const workbook = openWorkbook(await readFile(rosterPath), 'roster.xlsx');
const scheme = asScored(await findScheme(readSchemeId(workbook), templatesFolder));
const { roster } = readMasterRoster(workbook, scheme);
const layout = layOutScoreSheet(scheme);
const stamp = await openScoreSheets(scheme);
for (const [index, { unit, name }] of planScoreSheets(roster.memberUnits).entries()) {
  const filling = fillingOf(scheme, LOWEST + (index % BASIC_SPREAD), index % BONUS_SPREAD);
  const file = path.join(out, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, patchWorkbook(stamp(unit), name, listFilling(layout, filling)));
}
