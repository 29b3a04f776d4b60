import * as z from 'zod';
import { COMPUTED_FIELDS, FORM_STAGES } from '../../rules/scheme.ts';
import { listOf, ruleCite, someText } from './parts.ts';

/** `forms.yaml`: a form stands once and names the awards that it serves; an award may have several. */
export const formsShape = z.strictObject({
  /** What the forms are called together, for file names and messages: 审批表, 证书. */
  name: someText,
  forms: z.array(
    z.strictObject({
      awards: listOf(someText),
      /** Left out for a form that the document does not print. */
      annex: someText.optional(),
      title: someText,
      /** Left out, the association signs it after the check. */
      stage: z
        .enum(FORM_STAGES, {
          error: 'stage 只有：application（申报方交来的）、approval（审查后协会签署的）、certificate（有结论后发的）',
        })
        .default('approval'),
      workbook: someText.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.xlsx$/, {
        error: '应为 forms 文件夹中一个 .xlsx 文件的名称',
      }),
      sheet: someText,
      fields: z.record(someText, someText).default({}),
      computed: z.record(someText, z.enum(COMPUTED_FIELDS)).default({}),
      cite: ruleCite,
    }),
  ),
});

export type FormsShape = z.infer<typeof formsShape>;
