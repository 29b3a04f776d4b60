/** Forms and lists of the invented samples, as the jobs make them. */
import { Workshop } from '../../addin/page/workshop.ts';
import { planForms } from '../../jobs/plan-forms.ts';
import { stampWorkbook, type PageRequest } from '../../ooxml/stamp/stamp.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';
import { makeRoster } from '../addin/sample-workbooks.ts';
import { sampleScheme } from './scheme-sample.ts';
import { listSchemeIds, readFormTemplates, TEMPLATES_FOLDER } from './templates.ts';

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

/** The scheme with the shortest lists. */
const SHORT = 'xinjiang-fire-2021';
const CHOICES = { copies: 1, draft: false, noticeFrom: null, noticeDays: null };

/** @param ids of outputs that are one workbook */
export async function writeSampleLists(ids: readonly string[]): Promise<PrintedBook[]> {
  const workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
  await workshop.open(await makeRoster({ flawed: false, schemeId: SHORT }), '总名册.xlsx');
  const books: PrintedBook[] = [];
  for (const id of ids) {
    const { bytes } = await workshop.make(id, id, CHOICES, null);
    if (bytes) books.push({ name: `${SHORT} ${id}`, bytes, pages: null });
  }
  return books;
}
