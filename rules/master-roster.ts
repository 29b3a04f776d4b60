/**
 * The master roster (总名册): the columns that every scheme's roster has, and the rows as `rules/` sees them. Further columns come
 * with the scheme (`RosterLayout`). Rows are numbered as in the sheet, from 1.
 */
import type { Facts, RosterColumn } from './roster-column.ts';
import type { Scheme } from './scheme.ts';
import { linksApplications } from './sheets.ts';

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
} as const;

/** In sheet 说明 the cell right of this one names the scheme. */
export const SCHEME_LABEL = '方案编号';

export type SheetKey = keyof typeof SHEET;

export const MEMBER_UNIT_COLUMNS = [
  { heading: '编号', type: 'code', about: '会员单位的唯一编号，其他各表用它指认单位' },
  { heading: '全称', type: 'text', about: '单位全称，与公章一致' },
  { heading: '所属', type: 'text', about: '所属区（局）或内保处，用名额分配表中的名称' },
  { heading: '行业序列', type: 'text', about: '“行业序列”表中的名称，造册时按该表的顺序排列' },
] as const satisfies readonly RosterColumn[];

export const SCORE_COLUMNS = [
  { heading: '编号', type: 'code', about: '会员单位的编号' },
  { heading: '全称', type: 'text', optional: true, about: '便于查看，不参与计算' },
  { heading: '基本得分（自评）', type: 'points', about: '单位自评的基本得分项合计' },
  { heading: '加分（自评）', type: 'points', about: '单位自评的加分项合计' },
  { heading: '基本得分（协会）', type: 'points', about: '内保处/科评分的基本得分项合计，参评资格以它为准' },
  { heading: '加分（协会）', type: 'points', about: '市/区企保协会评分的加分项合计' },
] as const satisfies readonly RosterColumn[];

/** The words for the three states of a veto item, in cells. A blank cell is not yet confirmed. */
export const VETO_WORDS = { clear: '未发生', occurred: '发生', open: '未确认' } as const;

export type VetoState = keyof typeof VETO_WORDS;

export const NOMINEE_COLUMNS = [
  { heading: '奖项', type: 'text', about: '奖项名称' },
  { heading: '单位编号', type: 'code', about: '会员单位的编号' },
  { heading: '单位名称', type: 'text', about: '推荐时填写的单位全称' },
  { heading: '受奖集体', type: 'text', about: '集体奖填写单位或保卫机构（含治安组织），个人奖留空' },
  { heading: '姓名', type: 'text', about: '个人奖填写，集体奖留空' },
  { heading: '性别', type: 'choice', choices: ['男', '女'], about: '个人奖填写' },
  { heading: '出生年月', type: 'month', about: '个人奖填写，如 1975-03' },
  { heading: '身份证号', type: 'id-number', about: '个人奖为本人的，集体奖为主要负责人的；单元格必须是文本格式' },
  { heading: '联系电话', type: 'phone' },
  { heading: '职务', type: 'text', about: '个人奖填写职务全称' },
  { heading: '主要事迹', type: 'text', about: '简明扼要，填事例、数据，不要空白或照抄材料' },
] as const satisfies readonly RosterColumn[];

const OVERRIDE_COLUMNS = [
  { heading: '所属', type: 'text', about: '名额分配表中的区（局）或内保处' },
  { heading: '奖项', type: 'text' },
  { heading: '名额', type: 'integer' },
  { heading: '理由', type: 'text', about: '必填，会印在名额表的说明里' },
] as const satisfies readonly RosterColumn[];

/** The number by which other sheets name a row of 推荐名单. */
export const APPLICATION_COLUMN = {
  heading: '申报编号',
  type: 'code',
  about: '每项申报的唯一编号，其他各表用它指认申报',
} as const satisfies RosterColumn;

export const PROJECT_COLUMNS = [
  { heading: '单位编号', type: 'code', about: '会员单位的编号' },
  { heading: '工程名称', type: 'text' },
  { heading: '合同额（万元）', type: 'number', about: '以万元为单位，可写小数' },
] as const satisfies readonly RosterColumn[];

const CONFIRMATION_COLUMNS = [
  { heading: '申报编号', type: 'code', about: '推荐名单中的申报编号' },
  { heading: '条件', type: 'text', about: '要确认的条件，照审查报告中的写法' },
  { heading: '结论', type: 'yes-no', about: '符合条件填“是”，不符合填“否”' },
  { heading: '确认人', type: 'text', about: '作出判断的人，必填' },
  { heading: '确认日期', type: 'date', about: '必填' },
  { heading: '说明', type: 'text', optional: true },
] as const satisfies readonly RosterColumn[];

/** The words for what became of an item of 申报材料. A blank cell is not yet registered. */
export const MATERIAL_WORDS = { present: '已交', missing: '缺', faulty: '不合要求', waived: '免交' } as const;

export type MaterialState = keyof typeof MATERIAL_WORDS;

const MATERIAL_COLUMNS = [
  { heading: '申报编号', type: 'code', about: '推荐名单中的申报编号' },
  { heading: '序号', type: 'integer', about: '材料在该奖项清单中的序号，从 1 起' },
  { heading: '材料', type: 'text', optional: true, about: '便于查看，不参与计算' },
  {
    heading: '情况',
    type: 'choice',
    choices: Object.values(MATERIAL_WORDS),
    about: '填“免交”的须在备注写明理由',
  },
  { heading: '页数', type: 'integer', optional: true, about: '用来编目录的页码' },
  { heading: '备注', type: 'text', optional: true },
] as const satisfies readonly RosterColumn[];

const EXPERT_COLUMNS = [
  { heading: '姓名', type: 'text', about: '评审专家的姓名，不能重复' },
  { heading: '工作单位', type: 'text', about: '专家不给本单位的申报打分' },
  { heading: '单位编号', type: 'code', optional: true, about: '工作单位在会员单位表中的编号，没有就留空' },
] as const satisfies readonly RosterColumn[];

const EXPERT_SCORE_COLUMNS = [
  { heading: '申报编号', type: 'code', about: '推荐名单中的申报编号' },
  { heading: '专家', type: 'text', about: '评审专家表中的姓名' },
  { heading: '得分', type: 'number', about: '至多两位小数' },
] as const satisfies readonly RosterColumn[];

/** The words for what became of an objection. A blank cell is not yet decided. */
export const OBJECTION_WORDS = { open: '待核实', upheld: '成立', dismissed: '不成立' } as const;

export type ObjectionState = keyof typeof OBJECTION_WORDS;

const OBJECTION_COLUMNS = [
  { heading: '申报编号', type: 'code', about: '推荐名单中的申报编号' },
  { heading: '提出日期', type: 'date' },
  { heading: '内容', type: 'text' },
  { heading: '处理结果', type: 'choice', choices: Object.values(OBJECTION_WORDS), about: '核实前填“待核实”或留空' },
  { heading: '处理人', type: 'text', optional: true },
  { heading: '处理日期', type: 'date', optional: true },
] as const satisfies readonly RosterColumn[];

const SEQUENCE_COLUMNS = [{ heading: '行业序列', type: 'text' }] as const satisfies readonly RosterColumn[];

/** Heading of the score column of veto item `index` (from 0): `否决项1`. */
export function vetoHeading(index: number): string {
  return `否决项${index + 1}`;
}

/**
 * Every column that the sheet has under this scheme, in the order in which the sample writes them; of a sheet that the scheme's roster lacks,
 * those that it would have.
 */
export function columnsOf(sheet: Exclude<SheetKey, 'scheme'>, scheme: Scheme): readonly RosterColumn[] {
  switch (sheet) {
    case 'memberUnits':
      return [...commonUnitColumns(scheme), ...scheme.roster.memberUnits];
    case 'nominees':
      return [...commonNomineeColumns(scheme), ...scheme.roster.nominees];
    case 'scores':
      return [
        ...SCORE_COLUMNS,
        ...(scheme.scoreSheet?.vetoItems ?? []).map((item, index) => vetoColumn(item.text, index)),
      ];
    case 'projects':
      return [...PROJECT_COLUMNS, ...(scheme.roster.projects ?? [])];
    case 'overrides':
    case 'sequence':
    case 'confirmations':
    case 'materials':
    case 'experts':
    case 'expertScores':
    case 'objections':
      return COLUMNS[sheet];
  }
}

const COLUMNS = {
  overrides: OVERRIDE_COLUMNS,
  sequence: SEQUENCE_COLUMNS,
  confirmations: CONFIRMATION_COLUMNS,
  materials: MATERIAL_COLUMNS,
  experts: EXPERT_COLUMNS,
  expertScores: EXPERT_SCORE_COLUMNS,
  objections: OBJECTION_COLUMNS,
};

function commonUnitColumns({ districts, roster }: Scheme): RosterColumn[] {
  return MEMBER_UNIT_COLUMNS.filter(
    ({ heading }) =>
      (heading !== '所属' || districts.length > 0) && (heading !== '行业序列' || roster.sequence !== null),
  );
}

function commonNomineeColumns(scheme: Scheme): RosterColumn[] {
  const common = NOMINEE_COLUMNS.filter(({ heading }) => !scheme.roster.omits.includes(heading));
  const told = common.map((column: RosterColumn) => ({
    ...column,
    about: scheme.roster.abouts[column.heading] ?? column.about,
  }));
  return linksApplications(scheme) ? [APPLICATION_COLUMN, ...told] : told;
}

function vetoColumn(text: string, index: number): RosterColumn {
  return { heading: vetoHeading(index), type: 'choice', choices: Object.values(VETO_WORDS), about: text };
}

/** A place in the master roster; `workbook/` turns it into a cell address. */
export interface CellRef {
  readonly sheet: Exclude<SheetKey, 'scheme'>;
  /** Row of the sheet, from 1; null is the heading itself, for what concerns the whole column. */
  readonly row: number | null;
  readonly heading: string;
}

export interface MemberUnit {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  /** Empty where the scheme has none. */
  readonly district: string;
  readonly sequence: string;
  /** All columns of the row, the ones above included. */
  readonly facts: Facts;
}

/** Points as they stand in the cells; null is blank. */
export interface ScoreRow {
  readonly row: number;
  readonly unitNumber: string;
  readonly selfBasic: number | null;
  readonly selfBonus: number | null;
  readonly associationBasic: number | null;
  readonly associationBonus: number | null;
  /** In the order of the scheme's veto items. */
  readonly vetoes: readonly VetoState[];
}

export interface Nominee {
  readonly row: number;
  /** 申报编号; empty where no other sheet names nominees. */
  readonly application: string;
  /** The award's name as written; it may be unknown to the scheme. */
  readonly award: string;
  readonly unitNumber: string;
  readonly unitName: string;
  /** 受奖集体 of a collective, 姓名 of a person. */
  readonly name: string;
  readonly sex: string;
  /** `YYYY-MM`, or empty. */
  readonly birthMonth: string;
  readonly idNumber: string;
  readonly position: string;
  readonly deeds: string;
  readonly facts: Facts;
}

/** A row of 工程业绩. */
export interface Project {
  readonly row: number;
  readonly unitNumber: string;
  readonly name: string;
  /** In fen (1/100 yuan); null is blank. */
  readonly amountFen: number | null;
  readonly facts: Facts;
}

/** A row of 人工确认. */
export interface Confirmation {
  readonly row: number;
  readonly application: string;
  /** What the condition demands, as written. */
  readonly condition: string;
  readonly holds: boolean | null;
  /** Empty when nobody has signed. */
  readonly by: string;
  readonly on: string;
}

/** A row of 申报材料. */
export interface MaterialRow {
  readonly row: number;
  readonly application: string;
  /** From 1; null is blank. */
  readonly position: number | null;
  readonly state: MaterialState | null;
  readonly pages: number | null;
  readonly remark: string;
}

/** A row of 评审专家. */
export interface Expert {
  readonly row: number;
  readonly name: string;
  readonly employer: string;
  /** Empty where the employer is no member unit. */
  readonly unitNumber: string;
}

/** A row of 专家评分. */
export interface ExpertScore {
  readonly row: number;
  readonly application: string;
  readonly expert: string;
  readonly points: number | null;
}

/** A row of 异议. */
export interface Objection {
  readonly row: number;
  readonly application: string;
  readonly state: ObjectionState;
  readonly content: string;
}

export interface OverrideRow {
  readonly row: number;
  readonly district: string;
  readonly award: string;
  readonly places: number | null;
  readonly reason: string;
}

/** A cell that could not be read as its column asks. `message` is the Chinese sentence, with file, sheet and cell. */
export interface CellProblem {
  readonly cell: CellRef;
  readonly code: string;
  readonly message: string;
}

export interface MasterRoster {
  readonly memberUnits: readonly MemberUnit[];
  readonly scores: readonly ScoreRow[];
  readonly nominees: readonly Nominee[];
  readonly overrides: readonly OverrideRow[];
  /** 市政府行业序列 as the staff keep it, first to last. */
  readonly sequence: readonly string[];
  // Empty where the scheme's roster lacks the sheet, as the lists above are.
  readonly projects: readonly Project[];
  readonly confirmations: readonly Confirmation[];
  readonly materials: readonly MaterialRow[];
  readonly experts: readonly Expert[];
  readonly expertScores: readonly ExpertScore[];
  readonly objections: readonly Objection[];
  readonly problems: readonly CellProblem[];
}
