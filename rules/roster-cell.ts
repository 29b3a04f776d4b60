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

/** What else people call these tabs. Each name stands once. */
export const SHEET_ALIASES: Readonly<Record<SheetKey, readonly string[]>> = {
  scheme: ['填写说明', '名册说明', '方案说明'],
  memberUnits: ['会员单位表', '会员单位名单', '会员单位名册', '会员名单', '会员名册', '会员'],
  scores: ['评分表', '评分汇总', '评分汇总表', '得分', '得分表'],
  nominees: ['推荐名单表', '推荐名册', '推荐汇总表', '推荐表', '推荐', '推荐人选', '推荐对象'],
  overrides: ['名额调整表', '名额'],
  sequence: ['行业序列表', '行业'],
  projects: ['工程业绩表', '业绩', '业绩表', '工程项目', '工程项目表'],
  confirmations: ['人工确认表', '人工确认单', '确认表'],
  materials: ['申报材料表', '申报材料清单', '申报材料登记', '申报材料登记表', '材料登记', '材料登记表'],
  experts: ['评审专家表', '评审专家名单', '专家名单', '专家'],
  expertScores: ['专家评分表', '专家打分', '专家打分表'],
  objections: ['异议表', '异议登记', '异议登记表'],
  decisions: ['决定表', '决定事项', '决定登记', '决定登记表'],
};

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
