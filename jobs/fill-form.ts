/** One form of one nominee: its placeholders filled, and its text made to fit the page. */
import { fillField, type FormContext } from '../rules/approval-form.ts';
import type { NomineeCheck } from '../rules/nominee-check.ts';
import { showName } from '../rules/publishable.ts';
import type { ApprovalForm } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { arrange, type PageRequest, type Template } from '../ooxml/stamp/stamp.ts';

/**
 * One form of one nominee, under the name of its sheet; or why it cannot be printed.
 * @param templates the scheme's form workbooks by file name
 */
export function fillPage(
  form: ApprovalForm,
  nominee: NomineeCheck,
  templates: ReadonlyMap<string, Template>,
  context: FormContext,
): { readonly template: Template; readonly page: PageRequest } | string {
  const template = templates.get(form.workbook);
  if (!template) return `方案缺少模板“${form.workbook}”`;
  const given = fillForm(form, template, nominee, context);
  const { values, heights, continued, overflow } = arrange(template, form.sheet, given);
  const [first] = overflow;
  if (first) return `“${first.placeholders.join('、')}”过长，缩到最小字号仍多 ${first.excess} 字，请精简`;
  const appendices = continued.map(({ placeholder, rest }) => ({
    title: APPENDIX,
    lines: [form.title, describeNominee(nominee), `${placeholder}（续）`],
    text: rest,
    note: '本页接前一页，由评优台加印，不是文件所附的表样。',
  }));
  const listed = listInIndex(nominee, appendices.length > 0);
  return { template, page: { sheet: form.sheet, name: form.sheet, values, heights, appendices, listed } };
}

/** What the index of a workbook says of a form. */
function listInIndex(nominee: NomineeCheck, goesOn: boolean): string[] {
  const unit = showName(nominee.unit?.name ?? nominee.nominee.unitName, nominee);
  return [nominee.award.name, unit, goesOn ? '有附页' : ''];
}

/** What a form calls the page that carries on its text. */
const APPENDIX = '附页';

/** Whose appendix it is, where it is found apart from its form. */
function describeNominee({ nominee, unit }: NomineeCheck): string {
  const unitName = unit?.name ?? nominee.unitName;
  const parts = [
    ['单位名称', unitName],
    ['姓名或集体', nominee.name === unitName ? '' : nominee.name],
    ['申报编号', nominee.application],
  ];
  return parts.flatMap(([label = '', text = '']) => (text === '' ? [] : [`${label}：${text}`])).join('　　');
}

function fillForm(
  form: ApprovalForm,
  template: Template,
  { nominee, unit }: NomineeCheck,
  context: FormContext,
): Map<string, string> {
  const placeholders = template.sheets.find(({ name }) => name === form.sheet)?.placeholders ?? [];
  return new Map(
    placeholders.map((placeholder) => {
      const text = fillField({ form, placeholder, nominee, unit, context });
      if (text === null) {
        throw new UnusableInput(
          `模板“${form.workbook}”工作表“${form.sheet}”中的“{{${placeholder}}}”不是总名册的表头；请改正模板，或在方案的 forms.yaml 中写明它对应的表头。`,
        );
      }
      return [placeholder, text];
    }),
  );
}
