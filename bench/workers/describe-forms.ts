/** `describe-forms TEMPLATES ROSTER FORMS PAGES DRAWING`: what the stamper and the peers need to make the forms, as JSON. */
import { readFile, writeFile } from 'node:fs/promises';
import { checkRoster } from '../../rules/check-roster.ts';
import { planForms } from '../../jobs/plan-forms.ts';
import { findScheme, readFormTemplates } from '../../test/support/templates.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { readMasterRoster, readSchemeId } from '../../workbook/roster/read-master-roster.ts';
import { describeWorkbook } from '../describe-drawing.ts';
import type { StampedPage } from '../stamped-page.ts';

const [, , templatesFolder = '', rosterPath = '', formsPath = '', pagesPath = '', drawingPath = ''] = process.argv;

const workbook = openWorkbook(await readFile(rosterPath), 'roster.xlsx');
const scheme = await findScheme(readSchemeId(workbook), templatesFolder);
const check = checkRoster(scheme, readMasterRoster(workbook, scheme).roster);
const templates = await readFormTemplates(scheme, templatesFolder);
const { files } = planForms(scheme, check, templates, { by: 'all', copies: 1, draft: false });
const [file, ...others] = files;
if (!file || others.length > 0) throw new Error(`one workbook of forms was wanted, not ${files.length}`);
const pages = file.pages.map(({ sheet, name, values, heights }): StampedPage => ({
  sheet,
  name,
  values: Object.fromEntries(values),
  heights: [...(heights ?? [])],
}));
await writeFile(pagesPath, JSON.stringify(pages));
await writeFile(drawingPath, JSON.stringify(await describeWorkbook(formsPath)));
