/** The rules of a check in the words of a clerk. */
import type { Condition } from './condition.ts';
import { isListedRule, type Finding, type ListedRule, type Severity } from './finding.ts';
import { NOTE_KINDS } from './note-kind.ts';
import { textKey } from './same-text.ts';
import type { Scheme } from './scheme.ts';

/** 违规、待确认、提示. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  violation: '违规',
  question: '待确认',
  note: '提示',
};

const RULE_NAMES: Readonly<Record<ListedRule, string>> = {
  'unreadable-cell': '单元格无法读取',
  'cell-note': '单元格有更正后的读法',
  'unit-number-blank': '没有单位编号',
  'duplicate-unit-number': '单位编号重复',
  'duplicate-unit-code': '统一社会信用代码重复',
  'unit-code-differs': '统一社会信用代码与单位编号不符',
  'zeros-lost': '编号开头的零丢了',
  'unknown-district': '所属不在名额分配表中',
  'unknown-award': '奖项不在本次评选之列',
  'score-row-unknown': '评分的单位不在会员单位表中',
  'score-row-twice': '同一单位评分重复',
  'project-unit-unknown': '工程的单位不在会员单位表中',
  'override-invalid': '名额调整填写有误',
  'sequence-unknown': '行业序列不明',
  'name-not-public': '名称不能公开',
  'coverage-unclear': '名册范围不明',
  'members-differ': '会员单位数与印出的不同',
  'row-hidden': '隐藏的行',
  'row-struck': '划掉的行',
  'column-hidden': '隐藏的列',
  'sheet-hidden': '隐藏的工作表',
  'sheet-copied': '列名相同的另一张工作表',
  'row-unclear': '不能确定是不是记录的行',
  'cells-merged': '合并单元格已逐行读取',
  'heading-alias': '列名有另一种写法',
  'magnitude-odd': '数额与其余各行相差悬殊',
  'application-blank': '没有申报编号',
  'application-missing': '没有申报编号，以单位、奖项和姓名代替',
  'decision-subject-unknown': '决定的对象不明',
  'decision-idle': '决定没有对应的问题',
  'decision-incomplete': '决定没有填全',
  'decision-word-unfit': '决定的用词不合事项',
  'decision-twice': '同一事项重复决定',
  'conclusion-unreasoned': '入围与条件不符而没有理由',
  'conclusion-after-rejection': '不入围以后又入围',
  'decision-day-odd': '决定的日期不在评选期间',
  'opinion-adverse': '征求的意见是不同意',
  'opinion-body-differs': '答复的不是征求意见的单位',
  'conclusion-body-differs': '决定单位与方案所定的不同',
  'award-places-exceeded': '入围超出奖项的个数',
  'panel-missing': '没有专家评分',
  'panel-incomplete': '专家评分不齐',
  'tie-at-line': '名额线上并列',
  'application-twice': '申报编号重复',
  'application-unknown': '申报编号不在推荐名单中',
  'condition-unknown': '确认的条件不在该奖项之列',
  'confirmation-twice': '同一条件重复确认',
  'material-unknown': '材料序号不在清单中',
  'material-twice': '同一材料登记重复',
  'expert-unknown': '专家不在评审专家表中',
  'expert-namesake': '评审专家重名',
  'expert-employer-blank': '专家没有工作单位',
  'expert-score-twice': '同一专家重复打分',
  'cap-exceeded': '推荐超出控制数',
  'unit-limit': '一个单位推荐过多',
  'material-missing': '申报材料不全',
  'material-unregistered': '申报材料尚未登记',
  'material-waiver-unexplained': '免交材料没有理由',
  'expert-own-employer': '专家给本单位打分',
  'expert-score-blank': '专家尚未打分',
  'expert-score-out-of-range': '专家得分超出范围',
  'objection-open': '异议待核实',
  'objection-upheld': '异议成立',
  'certificate-number-malformed': '证书编号有误',
  'certificate-number-twice': '证书编号重复',
  'grade-ground': '有降级或取消情形',
  'certificate-term': '证书有效期不符',
  'dates-contradict': '日期互相矛盾',
  'registration-blank': '尚未登记',
  'over-quota': '推荐超出名额',
  'unused-places': '名额空余',
  'unit-name-differs': '单位名称与会员单位表不一致',
  'same-unit-two-names': '同一单位写了两行',
  'nominated-twice': '重复推荐',
  'applied-twice': '同一奖项重复申报',
  'field-missing': '必填栏目空白',
  'deeds-empty': '主要事迹空白',
  'deeds-copied': '主要事迹照抄',
  'id-number-malformed': '身份证号有误',
  'id-number-birth': '出生年月与身份证号不符',
  'id-number-sex': '性别与身份证号不符',
  'score-out-of-range': '得分超出评分指标',
};

/** What rules were called before: rows of 决定 that were written then still mean them. */
const FORMER_NAMES: Partial<Readonly<Record<ListedRule, readonly string[]>>> = {
  'same-unit-two-names': ['同一单位两个名称'],
};

/** Whether the 事项 of a row of 决定 is that rule, by the name that it has or had. */
export function isNamedRule(scheme: Scheme, finding: Pick<Finding, 'rule' | 'cite' | 'kind'>, matter: string): boolean {
  const former = isListedRule(finding.rule) ? (FORMER_NAMES[finding.rule] ?? []) : [];
  const written = textKey(matter);
  return [nameRule(scheme, finding), ...former].some((name) => textKey(name) === written);
}

/** Name of a finding's rule; a condition of the scheme is named by what it demands, a note about cells by what was otherwise about them. */
export function nameRule(scheme: Scheme, { rule, cite, kind }: Pick<Finding, 'rule' | 'cite' | 'kind'>): string {
  if (kind) return `单元格有${NOTE_KINDS[kind]}`;
  if (isListedRule(rule)) return RULE_NAMES[rule];
  const conditions = scheme.awards.flatMap((award) => award.conditions).filter(({ id }) => id === rule);
  // Awards may demand different things under one id; the citation tells them apart.
  const isCited = (each: Condition) =>
    each.cite === cite || [...(each.citeByScope?.values() ?? [])].some((own) => own === cite);
  const condition = conditions.find(isCited) ?? conditions[0];
  return condition?.demand ?? rule;
}
