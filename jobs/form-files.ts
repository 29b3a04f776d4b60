/** Which form goes into which file, and under which name: by number, award and name, and never by row, which the next sorting changes. */
import { hideIdNumbers } from '../rules/id-number.ts';
import type { NomineeCheck } from '../rules/nominee-check.ts';
import { showName } from '../rules/publishable.ts';
import { SELECTION_KINDS, type Selection } from '../rules/selection.ts';
import type { ApprovalForm, Scheme } from '../rules/scheme.ts';
import { createFileNamer, makeSafeFileName } from '../workbook/file-name.ts';
import type { PageRequest, Template } from '../ooxml/stamp/stamp.ts';
import type { FormGrouping } from './form-groupings.ts';

export interface FormDivision {
  readonly by: FormGrouping;
  /** Whose forms alone; all when absent. */
  readonly selection?: Selection | null;
  readonly copies: number;
}

/** A form of a nominee. */
export interface PlannedForm {
  /**
   * By 申报编号, else by unit number, award and name, with the form's sheet, whatever way they are written: never by row, which the next sorting
   * changes.
   */
  readonly id: string;
  readonly nominee: NomineeCheck;
  readonly form: ApprovalForm;
  readonly template: Template;
  readonly page: PageRequest;
}

/** One workbook of forms to stamp. */
export interface FormFile {
  /** Path inside the output folder. */
  readonly name: string;
  readonly template: Template;
  readonly pages: readonly PageRequest[];
  /** One page of each form, whatever the copies. */
  readonly forms: readonly PlannedForm[];
}

/** Whether the selection never takes some of a file's forms without the others: by district, where districts are named. */
export function takesWholeFiles({ districts }: Scheme, { by, selection }: FormDivision): boolean {
  if (!selection || by === 'form') return true;
  if (by === 'all') return false;
  const files = by === 'district' && districts.length > 0 ? 'districts' : 'awards';
  return SELECTION_KINDS.every((kind) => kind === files || selection[kind].size === 0);
}

export function groupForms(scheme: Scheme, planned: readonly PlannedForm[], { by, copies }: FormDivision): FormFile[] {
  const groups = new Map<string, { template: Template; forms: PlannedForm[] }>();
  const nameFile = createFileNamer();
  // All forms of a nominee go into one file.
  const ownName = new Map<NomineeCheck, string>();
  for (const { nominee } of by === 'form' ? planned : []) {
    if (!ownName.has(nominee)) ownName.set(nominee, formFileName(nominee, nameFile));
  }
  for (const each of planned) {
    const key = `${ownName.get(each.nominee) ?? groupName(scheme, each, by)} ${each.form.workbook}`;
    const group = groups.get(key);
    if (group) group.forms.push(each);
    else groups.set(key, { template: each.template, forms: [each] });
  }
  const severalTemplates = new Set(scheme.forms.map(({ workbook }) => workbook)).size > 1;
  return [...groups].map(([key, { template, forms }]) => {
    const name = key.slice(0, key.lastIndexOf(' '));
    return {
      name: `${name}${severalTemplates ? `-${template.name.replace(/\.xlsx$/, '')}` : ''}.xlsx`,
      template,
      pages: forms.flatMap(({ page }) => copyPage(page, copies)),
      forms,
    };
  });
}

/** The copies of a form stand together, so that a printed stack needs no sorting. */
function copyPage(page: PageRequest, copies: number): PageRequest[] {
  return Array.from({ length: copies }, (_, copy) =>
    copy === 0 ? page : { ...page, name: `${page.name}（${copy + 1}）` },
  );
}

/** Where the notice knows no districts, awards take their place. */
function groupName({ districts, formsName }: Scheme, { nominee, form }: PlannedForm, by: FormGrouping): string {
  const suffix = makeSafeFileName(formsName);
  if (by === 'all') return suffix;
  if (by === 'district' && districts.length > 0) {
    return `${makeSafeFileName(showName(nominee.unit?.district || '未知所属', nominee))}-${suffix}`;
  }
  const annex = form.annex === undefined ? '' : `${form.annex}-`;
  return `${makeSafeFileName(`${annex}${nominee.award.name}`)}-${suffix}`;
}

/** `010279-先进保卫干部-某某公司-张三`. */
function formFileName(check: NomineeCheck, nameFile: (text: string) => string): string {
  const { unitName, name } = check.nominee;
  const recipient = name === '' || name === unitName ? '' : `-${showName(name, check)}`;
  return nameFile(`${numberOf(check)}-${check.award.name}-${showName(unitName, check)}${recipient}`);
}

/** 申报编号, else the unit's number. */
export function numberOf({ nominee }: NomineeCheck): string {
  return hideIdNumbers(nominee.application || nominee.unitNumber) || '无编号';
}
