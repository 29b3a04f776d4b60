/** `list-score-sheets TEMPLATES ROSTER EVERY BLANK LIST`: the score sheet of the first unit in every so many, as a list for the peers, and the blank. */
import { readFile, writeFile } from 'node:fs/promises';
import { asScored } from '../../rules/parts.ts';
import { findScheme } from '../../test/support/templates.ts';
import { drawScoreSheet } from '../../workbook/score-sheet/build-score-sheet.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster, readSchemeId } from '../../workbook/roster/read-master-roster.ts';
import { layOutScoreSheet } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { planScoreSheets } from '../../workbook/score-sheet/stamp-score-sheets.ts';
import type { SheetList } from '../sheet-list.ts';

const [, , templatesFolder = '', rosterPath = '', every = '1', blankPath = '', listPath = ''] = process.argv;

const workbook = openWorkbook(await readFile(rosterPath), 'roster.xlsx');
const scheme = asScored(await findScheme(readSchemeId(workbook), templatesFolder));
const { roster } = readMasterRoster(workbook, scheme);
const layout = layOutScoreSheet(scheme);
await writeFile(blankPath, await drawScoreSheet(layout));
const list: SheetList = {
  unitNumberCell: layout.unitNumberCell,
  unitNameCell: layout.unitNameCell,
  sheets: planScoreSheets(roster.memberUnits)
    .filter((_, index) => index % Number(every) === 0)
    .map(({ unit, name }) => ({ unitNumber: unit.number, unitName: unit.name, path: name })),
};
await writeFile(listPath, JSON.stringify(list));
