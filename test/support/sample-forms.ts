/** Forms and lists of the invented samples, as the jobs make them. */
import { USUAL_CHOICES } from '../../addin/page/choices.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import { planForms } from '../../jobs/plan-forms.ts';
import { stampWorkbook, type PageRequest } from '../../ooxml/stamp/stamp.ts';
import { groupBy } from '../../rules/group-by.ts';
import type { Facts, FactValue } from '../../rules/roster-column.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { savedOutput } from './saved-output.ts';
import { sampleScheme } from './scheme-sample.ts';
import { findScheme, listSchemeIds, readFormTemplates, TEMPLATES_FOLDER } from './templates.ts';

export interface PrintedBook {
  /** The scheme, and the template or list that it is of. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null where nobody knows before. */
  readonly pages: number | null;
}

/** For each template of every scheme, a workbook with so many forms of each of its sheets. */
export async function stampSampleForms(ofEach: number): Promise<PrintedBook[]> {
  const books: PrintedBook[] = [];
  for (const id of await listSchemeIds()) {
    const { scheme, check } = await sampleScheme({ id, folder: TEMPLATES_FOLDER });
    const templates = await readFormTemplates(scheme);
    const { files } = planForms(scheme, check, templates, { by: 'all', copies: 1, draft: true });
    for (const { template, pages } of files) {
      const taken = new Map<string, PageRequest[]>();
      for (const page of pages) {
        const some = taken.get(page.sheet) ?? [];
        if (some.length < ofEach) taken.set(page.sheet, [...some, page]);
      }
      const chosen = [...taken.values()].flat();
      books.push({ name: `${id} ${template.name}`, bytes: stampWorkbook(template, chosen), pages: chosen.length });
    }
  }
  return books;
}

/**
 * Every output of every scheme that is printed and no form, of the clean sample and the flawed one.
 * @param nominees so many of each award stand in the roster; the lists of all would take an hour
 */
export async function writeSampleLists(nominees: number): Promise<PrintedBook[]> {
  const books: PrintedBook[] = [];
  const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
  for (const id of await listSchemeIds()) {
    for (const flawed of [false, true]) {
      const { outputs } = await workshop.open(await writeShortRoster(id, flawed, nominees), '总名册.xlsx');
      for (const { id: output, prints } of outputs) {
        if (prints === null || output === 'forms') continue;
        const { bytes } = await savedOutput(await workshop.make(output, output, USUAL_CHOICES, null));
        books.push({ name: `${id} ${flawed ? 'flawed' : 'clean'} ${output}`, bytes, pages: null });
      }
    }
  }
  return books;
}

/** The sample with the first few nominations of each award, and with what other sheets say of these. */
async function writeShortRoster(schemeId: string, flawed: boolean, ofEach: number): Promise<Uint8Array> {
  const scheme = await findScheme(schemeId);
  const { tables, remarks, looks, coverage } = makeSampleRoster(scheme, { seed: 7, flawed });
  const left = new Set<FactValue | undefined>();
  for (const rows of groupBy(tables.nominees, (row) => row.get('奖项')).values()) {
    for (const row of rows.slice(ofEach)) left.add(row.get('申报编号'));
  }
  left.delete(null);
  const keeps = (row: Facts) => !left.has(row.get('申报编号')) && !left.has(row.get('对象'));
  const short = Object.fromEntries(Object.entries(tables).map(([key, rows]) => [key, rows.filter(keeps)]));
  return await writeMasterRoster(scheme, short, remarks, { looks, coverage });
}
