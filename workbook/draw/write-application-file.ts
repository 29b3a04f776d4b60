/** The papers of one application that are drawn: contents, checklist, questions. Its forms are stamped from templates. */
import type { ApplicationFile } from '../../rules/application-file.ts';
import { describeGaps, type Gap } from '../../rules/incomplete-base.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { drawChecklist } from './application-checklist.ts';
import { drawContents } from './application-contents.ts';
import { drawQuestions } from './application-questions.ts';
import { newWorkbook, packWorkbook } from './new-workbook.ts';

/** Sheets 目录, 材料清单 and 人工确认单, as far as the document asks for them. It holds no ID number. */
export async function writeApplicationFile(
  scheme: Scheme,
  file: ApplicationFile,
  gaps: readonly Gap[],
): Promise<Uint8Array> {
  const warning = describeGaps(gaps);
  const workbook = newWorkbook(`${file.check.award.name}申报材料清单`);
  const { materials } = scheme;
  if (materials && file.items.length > 0) {
    if (materials.contents) drawContents(workbook.addWorksheet('目录'), materials, file, materials.contents.value);
    drawChecklist(workbook.addWorksheet('材料清单'), scheme, file, warning);
  }
  if (file.questions.length > 0) drawQuestions(workbook.addWorksheet('人工确认单'), scheme, file, warning);
  return packWorkbook(workbook);
}
