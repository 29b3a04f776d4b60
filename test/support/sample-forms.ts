/** Forms of the invented samples, as the jobs stamp them. */
import { planForms } from '../../jobs/plan-forms.ts';
import { stampWorkbook, type PageRequest } from '../../ooxml/stamp/stamp.ts';
import { sampleScheme } from './scheme-sample.ts';
import { listSchemeIds, readFormTemplates, TEMPLATES_FOLDER } from './templates.ts';

export interface FormBook {
  /** The scheme and the template that it is of. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** For each template of every scheme, a workbook with so many forms of each of its sheets. */
export async function stampSampleForms(ofEach: number): Promise<FormBook[]> {
  const books: FormBook[] = [];
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
