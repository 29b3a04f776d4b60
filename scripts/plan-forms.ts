import { fillField } from '../rules/approval-form.ts';
import type { NomineeCheck, RosterCheck } from '../rules/check-roster.ts';
import type { Finding } from '../rules/finding.ts';
import type { Nominee } from '../rules/master-roster.ts';
import type { ApprovalForm, Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { createFileNamer, makeSafeFileName } from '../workbook/stamp/safe-file-name.ts';
import { findOverflow, type PageRequest, type Template } from '../workbook/stamp/stamp.ts';

export const FORM_GROUPINGS = ['district', 'award', 'form', 'all'] as const;
export type FormGrouping = (typeof FORM_GROUPINGS)[number];

export interface FormsRequest {
  readonly by: FormGrouping;
  /** Districts, awards, unit numbers or unit names to make forms of; all when absent. */
  readonly only?: readonly string[];
  readonly copies: number;
  /** Nominees that the check has not cleared get a form too, marked 草稿. */
  readonly draft: boolean;
}

/** One workbook of forms to stamp. */
export interface FormFile {
  /** Path inside the output folder. */
  readonly name: string;
  readonly template: Template;
  readonly pages: readonly PageRequest[];
}

export interface FormPlan {
  readonly files: readonly FormFile[];
  /** Nominees with a form. */
  readonly printed: readonly NomineeCheck[];
  readonly skipped: readonly SkippedNominee[];
}

/** A nominee without a form, and why. */
export interface SkippedNominee {
  readonly nominee: Nominee;
  readonly reason: string;
  readonly findings: readonly Finding[];
}

interface PlannedForm {
  readonly nominee: NomineeCheck;
  readonly form: ApprovalForm;
  readonly template: Template;
  readonly page: PageRequest;
}

/**
 * Decides which nominee gets which form in which file: in the order of the scheme's districts and awards, then of the roster.
 * @param templates the scheme's form workbooks by file name
 * @throws UnusableInput when `only` fits no nominee, or a template has a placeholder that is no column of the roster
 */
export function planForms(
  scheme: Scheme,
  check: RosterCheck,
  templates: ReadonlyMap<string, Template>,
  request: FormsRequest,
): FormPlan {
  const wanted = sortNominees(scheme, check.nominees).filter((nominee) => isWanted(nominee, request.only));
  if (request.only && wanted.length === 0) {
    throw new UnusableInput(
      `--only 指定的“${request.only.join('、')}”没有对应的推荐；请填区、奖项、单位编号或单位名称。`,
    );
  }
  const planned: PlannedForm[] = [];
  const skipped: SkippedNominee[] = request.only ? [] : listUnknownAwards(check);
  for (const nominee of wanted) {
    const result = planForm(scheme, nominee, templates, request);
    if (typeof result === 'string') {
      skipped.push({ nominee: nominee.nominee, reason: result, findings: nominee.findings });
    } else planned.push(result);
  }
  return { files: groupForms(planned, request), printed: planned.map(({ nominee }) => nominee), skipped };
}

/** Nominees of an award that the scheme does not have, which no condition judges and no form serves. */
function listUnknownAwards({ index }: RosterCheck): SkippedNominee[] {
  return index.roster.nominees
    .filter(({ award }) => !index.awardByName.has(award))
    .map((nominee) => ({ nominee, reason: `奖项“${nominee.award}”不在本次评选之列，请更正奖项`, findings: [] }));
}

/** The form of one nominee, or why there is none. */
function planForm(
  scheme: Scheme,
  nominee: NomineeCheck,
  templates: ReadonlyMap<string, Template>,
  { draft }: FormsRequest,
): PlannedForm | string {
  const form = scheme.forms.find(({ award }) => award === nominee.award.id);
  const template = form && templates.get(form.workbook);
  if (!form || !template) return `方案没有${nominee.award.name}的审批表`;
  if (!nominee.cleared && !draft) return '未通过审查，请运行 npx pingyou check 查看原因并更正，或加 --draft 先出草稿';
  const values = fillForm(form, template, nominee);
  const [overflow] = findOverflow(template, form.sheet, values);
  if (overflow) return `“${overflow.placeholders.join('、')}”过长，缩到最小字号仍多 ${overflow.excess} 字，请精简`;
  const name = `${nominee.nominee.row}-${nominee.nominee.name || nominee.nominee.unitName}`;
  return { nominee, form, template, page: { sheet: form.sheet, name, values, draft: !nominee.cleared } };
}

function fillForm(form: ApprovalForm, template: Template, { nominee, unit }: NomineeCheck): Map<string, string> {
  const placeholders = template.sheets.find(({ name }) => name === form.sheet)?.placeholders ?? [];
  return new Map(
    placeholders.map((placeholder) => {
      const text = fillField(form, placeholder, nominee, unit);
      if (text === null) {
        throw new UnusableInput(
          `模板“${form.workbook}”工作表“${form.sheet}”中的“{{${placeholder}}}”不是总名册的表头；请改正模板，或在方案的 forms.yaml 中写明它对应的表头。`,
        );
      }
      return [placeholder, text];
    }),
  );
}

function groupForms(planned: readonly PlannedForm[], { by, copies }: FormsRequest): FormFile[] {
  const groups = new Map<string, { template: Template; forms: PlannedForm[] }>();
  const nameFile = createFileNamer();
  for (const each of planned) {
    const key = `${by === 'form' ? formFileName(each, nameFile) : groupName(each, by)} ${each.form.workbook}`;
    const group = groups.get(key);
    if (group) group.forms.push(each);
    else groups.set(key, { template: each.template, forms: [each] });
  }
  const severalTemplates = new Set(planned.map(({ form }) => form.workbook)).size > 1;
  return [...groups].map(([key, { template, forms }]) => {
    const name = key.slice(0, key.lastIndexOf(' '));
    return {
      name: `${name}${severalTemplates ? `-${template.name.replace(/\.xlsx$/, '')}` : ''}.xlsx`,
      template,
      pages: forms.flatMap(({ page }) => copyPage(page, copies)),
    };
  });
}

/** The copies of a form stand together, so that a printed stack needs no sorting. */
function copyPage(page: PageRequest, copies: number): PageRequest[] {
  return Array.from({ length: copies }, (_, copy) =>
    copy === 0 ? page : { ...page, name: `${page.name}（${copy + 1}）` },
  );
}

function groupName({ nominee, form }: PlannedForm, by: Exclude<FormGrouping, 'form'>): string {
  if (by === 'district') return `${makeSafeFileName(nominee.unit?.district ?? '未知所属')}-审批表`;
  return by === 'award' ? `${makeSafeFileName(`${form.annex}-${nominee.award.name}`)}-审批表` : '审批表';
}

function formFileName({ nominee }: PlannedForm, nameFile: (text: string) => string): string {
  const { row, unitName, name } = nominee.nominee;
  const recipient = name === unitName ? '' : `-${name}`;
  return nameFile(`${String(row).padStart(4, '0')}-${nominee.award.name}-${unitName}${recipient}`);
}

function isWanted({ nominee, award, unit }: NomineeCheck, only: readonly string[] | undefined): boolean {
  if (!only) return true;
  return [unit?.district, award.name, nominee.unitNumber, nominee.unitName].some(
    (name) => name !== undefined && only.includes(name),
  );
}

function sortNominees(scheme: Scheme, nominees: readonly NomineeCheck[]): NomineeCheck[] {
  const district = new Map(scheme.districts.map(({ name }, position) => [name, position]));
  const rank = ({ unit }: NomineeCheck) => district.get(unit?.district ?? '') ?? scheme.districts.length;
  return [...nominees].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      scheme.awards.indexOf(a.award) - scheme.awards.indexOf(b.award) ||
      a.nominee.row - b.nominee.row,
  );
}
