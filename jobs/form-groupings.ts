/** 分册方式: what goes into one workbook of forms. */
export const FORM_GROUPINGS = ['district', 'award', 'form', 'all'] as const;
export type FormGrouping = (typeof FORM_GROUPINGS)[number];
