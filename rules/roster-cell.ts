/** The sheets of a master roster, and a place in one of them. */

export const SHEET = {
  scheme: '说明',
  memberUnits: '会员单位',
  scores: '评分',
  nominees: '推荐名单',
  overrides: '名额调整',
  sequence: '行业序列',
  projects: '工程业绩',
  confirmations: '人工确认',
  materials: '申报材料',
  experts: '评审专家',
  expertScores: '专家评分',
  objections: '异议',
  decisions: '决定',
} as const;

/** In sheet 说明 the cell right of this one names the scheme. */
export const SCHEME_LABEL = '方案编号';

/** In the same sheet the cell right of this one says which members the roster holds; a scheme without places or caps does without. */
export const COVERAGE_LABEL = '名册范围';

/** The words that may stand there; else the names of one district or several. */
export const COVERAGE_WORDS = { all: '全部', nominated: '仅推荐单位' } as const;

export type SheetKey = keyof typeof SHEET;

/** A sheet of rows under headings. */
export type TableKey = Exclude<SheetKey, 'scheme'>;

/** A place in the master roster; `workbook/` turns it into a cell address. */
export interface CellRef {
  readonly sheet: SheetKey;
  /** Row of the sheet, from 1; null is the heading itself, for what concerns the whole column, and of 说明 the cell right of the label. */
  readonly row: number | null;
  readonly heading: string;
}

export function cellOf(sheet: SheetKey, { row }: { readonly row: number | null }, heading: string): CellRef {
  return { sheet, row, heading };
}
