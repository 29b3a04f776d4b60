/** The columns of the sheets that are about nominations once they are there: what they bring with them, who judges them, and what became of them. */
import { DECISION_WORDS } from './decision.ts';
import { MATERIAL_WORDS, OBJECTION_WORDS } from './master-roster.ts';
import type { RosterColumn } from './roster-column.ts';
import {
  DECISION_SPELLINGS,
  MATERIAL_SPELLINGS,
  OBJECTION_SPELLINGS,
  POINT_UNITS,
  UNIT_NUMBER_ALIASES,
} from './spellings.ts';

const PAGE_UNITS = ['页', '张', '面'];
const WAN_YUAN = ['万元', '万'];

/** The number by which a nomination is known, whatever row it stands in. */
export const APPLICATION_COLUMN = {
  heading: '申报编号',
  type: 'code',
  naming: 'own',
  aliases: ['申报号', '推荐编号'],
  about: '每项申报的唯一编号，其他各表用它指认申报',
} as const satisfies RosterColumn;

export const PROJECT_COLUMNS = [
  { heading: '单位编号', type: 'code', naming: 'shared', aliases: UNIT_NUMBER_ALIASES, about: '会员单位的编号' },
  { heading: '工程名称', type: 'text', breaks: 'nothing', naming: 'own', aliases: ['项目名称'] },
  {
    heading: '合同额（万元）',
    type: 'number',
    units: WAN_YUAN,
    aliases: ['合同金额（万元）'],
    about: '以万元为单位，可写小数',
  },
] as const satisfies readonly RosterColumn[];

export const CONFIRMATION_COLUMNS = [
  { heading: '申报编号', type: 'code', naming: 'shared', about: '推荐名单中的申报编号' },
  { heading: '条件', type: 'text', naming: 'shared', about: '要确认的条件，照审查报告中的写法' },
  {
    heading: '结论',
    type: 'yes-no',
    spellings: { 是: ['符合', '符合条件', '通过', '合格'], 否: ['不符合', '不符合条件', '不通过', '不合格'] },
    about: '符合条件填“是”，不符合填“否”',
  },
  { heading: '确认人', type: 'text', breaks: 'nothing', about: '作出判断的人，必填' },
  { heading: '确认日期', type: 'date', about: '必填' },
  { heading: '说明', type: 'text', optional: true },
] as const satisfies readonly RosterColumn[];

export const MATERIAL_COLUMNS = [
  { heading: '申报编号', type: 'code', naming: 'shared', about: '推荐名单中的申报编号' },
  { heading: '序号', type: 'integer', units: ['项', '号'], naming: 'own', about: '材料在该奖项清单中的序号，从 1 起' },
  { heading: '材料', type: 'text', optional: true, about: '便于查看，不参与计算' },
  {
    heading: '情况',
    type: 'choice',
    choices: Object.values(MATERIAL_WORDS),
    spellings: MATERIAL_SPELLINGS,
    about: '填“免交”的须在备注写明理由',
  },
  { heading: '页数', type: 'integer', units: PAGE_UNITS, optional: true, about: '用来编目录的页码' },
  { heading: '备注', type: 'text', optional: true },
] as const satisfies readonly RosterColumn[];

export const EXPERT_COLUMNS = [
  { heading: '姓名', type: 'text', breaks: 'nothing', naming: 'own', about: '评审专家的姓名，不能重复' },
  { heading: '工作单位', type: 'text', breaks: 'nothing', naming: 'shared', about: '专家不给本单位的申报打分' },
  { heading: '单位编号', type: 'code', optional: true, about: '工作单位在会员单位表中的编号，没有就留空' },
] as const satisfies readonly RosterColumn[];

export const EXPERT_SCORE_COLUMNS = [
  { heading: '申报编号', type: 'code', naming: 'shared', about: '推荐名单中的申报编号' },
  { heading: '专家', type: 'text', breaks: 'nothing', naming: 'shared', about: '评审专家表中的姓名' },
  { heading: '得分', type: 'number', units: POINT_UNITS, about: '至多两位小数' },
] as const satisfies readonly RosterColumn[];

export const OBJECTION_COLUMNS = [
  { heading: '申报编号', type: 'code', naming: 'shared', about: '推荐名单中的申报编号' },
  { heading: '提出日期', type: 'date' },
  { heading: '内容', type: 'text', naming: 'shared' },
  {
    heading: '处理结果',
    type: 'choice',
    choices: Object.values(OBJECTION_WORDS),
    spellings: OBJECTION_SPELLINGS,
    about: '核实前填“待核实”或留空',
  },
  { heading: '处理人', type: 'text', optional: true },
  { heading: '处理日期', type: 'date', optional: true },
] as const satisfies readonly RosterColumn[];

/** Of a decision about returned lists: what it was about, so that it is asked again of other words. */
export const DECIDED_ABOUT = '所定内容';

export const DECISION_COLUMNS = [
  { heading: '事项', type: 'text', naming: 'shared', about: '评审的一步，或审查报告“问题”一栏的写法' },
  { heading: '对象', type: 'code', naming: 'shared', about: '推荐名单中的申报编号，或会员单位的编号' },
  {
    heading: '决定',
    type: 'choice',
    choices: Object.values(DECISION_WORDS),
    spellings: DECISION_SPELLINGS,
    about: '评审填入围、不入围或待议，其他事项填同意或不同意',
  },
  { heading: '决定单位', type: 'text', breaks: 'nothing', about: '作出决定的机构或人，必填' },
  { heading: '决定日期', type: 'date', about: '必填' },
  { heading: '票数或得分', type: 'text', optional: true },
  { heading: '理由', type: 'text', about: '与条件不符而入围的，以及例外，必须写明' },
  { heading: DECIDED_ABOUT, type: 'text', optional: true, about: '关于推荐表的决定由汇总填写，手填的留空' },
] as const satisfies readonly RosterColumn[];
