/** Which papers of which application go into which file. */
import type { ApplicationFile } from '../rules/application-file.ts';
import { hideIdNumbers } from '../rules/id-number.ts';
import { listPrintedForms } from '../rules/materials.ts';
import { showName } from '../rules/publishable.ts';
import type { Scheme } from '../rules/scheme.ts';
import { createFileNamer } from '../workbook/file-name.ts';
import type { PageRequest, Template } from '../ooxml/stamp/stamp.ts';
import { fillPage } from './fill-form.ts';

export interface ApplicationPlan {
  readonly file: ApplicationFile;
  /** Path of the drawn workbook inside the output folder. */
  readonly name: string;
  /** One workbook for each template of which the application has forms. */
  readonly stamped: readonly StampedFile[];
  /** Forms that cannot be printed, and why. */
  readonly unprinted: readonly string[];
}

interface StampedFile {
  readonly name: string;
  readonly template: Template;
  readonly pages: readonly PageRequest[];
}

/**
 * A folder for each award. What an applicant hands in is printed before any check: it is what the check is about.
 * @param templates the scheme's form workbooks by file name
 */
export function planMaterials(
  scheme: Scheme,
  files: readonly ApplicationFile[],
  templates: ReadonlyMap<string, Template>,
): ApplicationPlan[] {
  const nameFolder = createFileNamer();
  const folders = new Map<string, { readonly name: string; readonly nameFile: (text: string) => string }>();
  return files.map((file) => {
    const { award } = file.check;
    const folder = folders.get(award.id) ?? { name: nameFolder(award.name), nameFile: createFileNamer() };
    folders.set(award.id, folder);
    const own = folder.nameFile(nameApplication(file));
    return {
      file,
      name: `${folder.name}/${own}-清单.xlsx`,
      ...planForms(scheme, file, templates, `${folder.name}/${own}`),
    };
  });
}

function planForms(
  scheme: Scheme,
  { check, checklist }: ApplicationFile,
  templates: ReadonlyMap<string, Template>,
  base: string,
): Pick<ApplicationPlan, 'stamped' | 'unprinted'> {
  const forms = checklist ? listPrintedForms(scheme.forms, check.award, checklist) : [];
  const stamped = new Map<string, { template: Template; pages: PageRequest[] }>();
  const unprinted: string[] = [];
  for (const form of forms) {
    // Papers of an application bear no verification code; certificates do.
    const filled = fillPage(form, check, templates, { scheme, award: check.award, code: '' });
    if (typeof filled === 'string') {
      unprinted.push(`${form.title}：${filled}`);
      continue;
    }
    const group = stamped.get(form.workbook) ?? { template: filled.template, pages: [] };
    stamped.set(form.workbook, group);
    group.pages.push(filled.page);
  }
  const isOnly = stamped.size === 1;
  return {
    unprinted,
    stamped: [...stamped].map(([workbook, group]) => ({
      ...group,
      name: `${base}-${isOnly ? '表格' : workbook.replace(/\.xlsx$/, '')}.xlsx`,
    })),
  };
}

/** `N001 某公司 某人`; the row stands for a number that is blank. */
function nameApplication({ check }: ApplicationFile): string {
  const { nominee, award, unit } = check;
  const number = hideIdNumbers(nominee.application) || `第${nominee.row}行`;
  const person = award.recipient === 'person' ? ` ${showName(nominee.name, check)}` : '';
  return `${number} ${showName(unit?.name ?? nominee.unitName, check)}${person}`;
}
