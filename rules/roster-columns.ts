/** The columns that every scheme's master roster has. Further columns come with the scheme (`RosterLayout`). */
import {
  APPLICATION_COLUMN,
  PROJECT_COLUMNS,
  CONFIRMATION_COLUMNS,
  MATERIAL_COLUMNS,
  EXPERT_COLUMNS,
  EXPERT_SCORE_COLUMNS,
  OBJECTION_COLUMNS,
  DECIDED_ABOUT,
  DECISION_COLUMNS,
} from './application-columns.ts';
import { remember, rememberBy } from './remember.ts';
import { VETO_WORDS, vetoHeading } from './master-roster.ts';
import type { TableKey } from './roster-cell.ts';
import type { RosterColumn } from './roster-column.ts';
import type { Scheme } from './scheme.ts';
import type { ScoreSheet } from './scheme-score-sheet.ts';
import { POINT_UNITS, UNIT_NUMBER_ALIASES, VETO_SPELLINGS } from './spellings.ts';
import { linksApplications } from './sheets.ts';

const PLACE_UNITS = ['个', '名', '家', '人'];

/** Of 会员单位: the district that a unit belongs to. */
export const DISTRICT_HEADING = '所属';

export const MEMBER_UNIT_COLUMNS = [
  {
    heading: '编号',
    type: 'code',
    naming: 'own',
    aliases: ['会员编号', '单位编号', '会员单位编号', '会员号'],
    about: '会员单位的唯一编号，其他各表用它指认单位',
  },
  {
    heading: '全称',
    type: 'text',
    breaks: 'nothing',
    naming: 'own',
    aliases: ['单位全称', '单位名称', '会员单位名称', '企业名称', '单位名称（全称）'],
    about: '单位全称，与公章一致',
  },
  {
    heading: DISTRICT_HEADING,
    type: 'text',
    aliases: ['所属区', '所属区（局）', '所属区局', '所在区', '区（局）', '区县'],
    about: '用名额分配表中的名称',
  },
  {
    heading: '行业序列',
    type: 'text',
    aliases: ['所属行业', '行业'],
    about: '“行业序列”表中的名称，造册时按该表的顺序排列；先在“行业序列”表里从第 2 行起填好名称，这里的下拉才有可选的',
  },
] as const satisfies readonly RosterColumn[];

const SCORE_ROW_COLUMNS = [
  {
    heading: '编号',
    type: 'code',
    naming: 'own',
    aliases: ['单位编号', ...UNIT_NUMBER_ALIASES],
    about: '会员单位的编号',
  },
  {
    heading: '全称',
    type: 'text',
    breaks: 'nothing',
    naming: 'own',
    aliases: ['单位全称', '单位名称'],
    optional: true,
    about: '便于查看，不参与计算',
  },
] as const satisfies readonly RosterColumn[];

export const NOMINEE_COLUMNS = [
  { heading: '奖项', type: 'text', naming: 'shared', aliases: ['奖项名称', '推荐奖项', '申报奖项'], about: '奖项名称' },
  { heading: '单位编号', type: 'code', naming: 'shared', aliases: UNIT_NUMBER_ALIASES, about: '会员单位的编号' },
  {
    heading: '单位名称',
    type: 'text',
    breaks: 'nothing',
    naming: 'shared',
    aliases: ['单位全称', '全称', '推荐单位名称'],
    about: '推荐时填写的单位全称',
  },
  {
    heading: '受奖集体',
    type: 'text',
    breaks: 'nothing',
    naming: 'shared',
    about: '集体奖填写单位或保卫机构（含治安组织），个人奖留空',
  },
  { heading: '姓名', type: 'text', breaks: 'nothing', naming: 'own', about: '个人奖填写，集体奖留空' },
  {
    heading: '性别',
    type: 'choice',
    choices: ['男', '女'],
    spellings: { 男: ['男性', '男士', '男同志'], 女: ['女性', '女士', '女同志'] },
    about: '个人奖填写',
  },
  { heading: '出生年月', type: 'month', aliases: ['出生日期', '出生年月日'], about: '个人奖填写，如 1975-03' },
  {
    heading: '身份证号',
    type: 'id-number',
    naming: 'own',
    aliases: ['身份证号码', '身份证', '公民身份号码', '居民身份证号'],
    about: '个人奖为本人的，集体奖为主要负责人的；单元格必须是文本格式',
  },
  { heading: '联系电话', type: 'phone', aliases: ['电话', '手机', '手机号', '手机号码', '联系方式'] },
  { heading: '职务', type: 'text', breaks: 'blank', aliases: ['现任职务', '工作职务'], about: '个人奖填写职务全称' },
  {
    heading: '主要事迹',
    type: 'text',
    aliases: ['先进事迹', '事迹', '主要事迹（简要）'],
    about: '简明扼要，填事例、数据，不要空白或照抄材料',
  },
] as const satisfies readonly RosterColumn[];

const OVERRIDE_COLUMNS = [
  { heading: '所属', type: 'text', naming: 'shared', about: '名额分配表中的区（局）或内保处' },
  { heading: '奖项', type: 'text', naming: 'shared' },
  { heading: '名额', type: 'integer', units: PLACE_UNITS, becomes: true, about: '调整后的个数，不是加几个、减几个' },
  { heading: '理由', type: 'text', about: '必填，会印在名额表的说明里' },
] as const satisfies readonly RosterColumn[];

/** Of the unit that a row is about; it decides which unit that is. The last column of its sheet, for most rosters go without. */
export const CREDIT_CODE_COLUMN = {
  heading: '统一社会信用代码',
  type: 'credit-code',
  aliases: ['社会信用代码', '信用代码', '统一信用代码', '社会统一信用代码', '统一社会信用代码证号'],
  optional: true,
  about: '单位的 18 位代码，没有就留空；填了的以它认定单位，编号和名称不符的会提示',
} as const satisfies RosterColumn;

const SEQUENCE_COLUMNS = [
  { heading: '行业序列', type: 'text', naming: 'own' },
] as const satisfies readonly RosterColumn[];

/**
 * Every column that the sheet has under this scheme, in the order in which the sample writes them; of a sheet that the scheme's roster lacks,
 * those that it would have.
 */
export function columnsOf(sheet: TableKey, scheme: Scheme): readonly RosterColumn[] {
  switch (sheet) {
    case 'memberUnits':
      return [...commonUnitColumns(scheme), ...scheme.roster.memberUnits, CREDIT_CODE_COLUMN];
    case 'nominees':
      return [...commonNomineeColumns(scheme), ...scheme.roster.nominees, CREDIT_CODE_COLUMN];
    case 'scores':
      return [
        ...SCORE_ROW_COLUMNS,
        ...(scheme.scoreSheet ? pointColumns(scheme.scoreSheet) : []),
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
    case 'decisions':
      return DECISION_COLUMNS.filter(({ heading }) => heading !== DECIDED_ABOUT || gathersLists(scheme));
  }
}

/** The column of that heading; undefined where the sheet has none. */
export function columnOf(sheet: TableKey, heading: string, scheme: Scheme): RosterColumn | undefined {
  return byHeading(scheme)(sheet).get(heading);
}

/** Thousands of cells ask for the column of their heading. */
const byHeading = rememberBy((scheme: Scheme) =>
  remember((sheet: TableKey) => new Map(columnsOf(sheet, scheme).map((column) => [column.heading, column])), 100),
);

const COLUMNS = {
  overrides: OVERRIDE_COLUMNS,
  sequence: SEQUENCE_COLUMNS,
  confirmations: CONFIRMATION_COLUMNS,
  materials: MATERIAL_COLUMNS,
  experts: EXPERT_COLUMNS,
  expertScores: EXPERT_SCORE_COLUMNS,
  objections: OBJECTION_COLUMNS,
};

/** Whether districts nominate, and their lists come back. */
function gathersLists({ quota, scoreSheet }: Scheme): boolean {
  return quota !== null && scoreSheet !== null;
}

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
  // Where no other sheet names nominations, staff may do without the numbers.
  return [{ ...APPLICATION_COLUMN, optional: !linksApplications(scheme) }, ...told];
}

/** The roster's own headings, each with the heading that the document gives the column of the score sheet. */
function pointColumns({ columns: { basic, bonus } }: ScoreSheet): RosterColumn[] {
  const column = (heading: string, printed: string, items: string, more = ''): RosterColumn => ({
    heading,
    type: 'points',
    units: POINT_UNITS,
    about: `评分表“${printed}”一栏的${items}合计${more}`,
  });
  return [
    column('基本得分（自评）', basic.self, '基本得分项'),
    column('加分（自评）', bonus.self, '加分项'),
    column('基本得分（协会）', basic.association, '基本得分项', '，参评资格以它为准'),
    column('加分（协会）', bonus.association, '加分项'),
  ];
}

function vetoColumn(text: string, index: number): RosterColumn {
  return {
    heading: vetoHeading(index),
    type: 'choice',
    choices: Object.values(VETO_WORDS),
    spellings: VETO_SPELLINGS,
    about: text,
  };
}
