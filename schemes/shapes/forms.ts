import { z } from 'zod';
import { cite, text } from './parts.ts';

/** `forms.yaml` */
export const formsShape = z.strictObject({
  forms: z.array(
    z.strictObject({
      award: text,
      annex: text,
      title: text,
      workbook: text.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.xlsx$/, { error: '应为 forms 文件夹中一个 .xlsx 文件的名称' }),
      sheet: text,
      fields: z.record(text, text).default({}),
      cite,
    }),
  ),
});

export type FormsShape = z.infer<typeof formsShape>;
