/** `stamp-forms TEMPLATES PAGES OUT`: the forms, from values that are ready. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openTemplate, stampWorkbook } from '../../ooxml/stamp/stamp.ts';
import type { StampedPage } from '../stamped-page.ts';

const [, , templatesFolder = '', pagesPath = '', out = ''] = process.argv;
const FORMS = 'approval-forms.xlsx';

const template = openTemplate(await readFile(path.join(templatesFolder, 'shanghai-security-2024/forms', FORMS)), FORMS);
const pages = JSON.parse(await readFile(pagesPath, 'utf8')) as StampedPage[];
const requests = pages.map((page) => ({
  ...page,
  values: new Map(Object.entries(page.values)),
  heights: new Map(page.heights),
}));
await writeFile(out, stampWorkbook(template, requests));
