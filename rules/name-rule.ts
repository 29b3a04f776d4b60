/** The rules of a check in the words of a clerk. */
import { CITED_RULES, FORMAT_RULES, type CitedRule, type Finding, type FormatRule } from './finding.ts';
import type { Scheme } from './scheme.ts';

const RULE_NAMES: Readonly<Record<FormatRule | CitedRule, string>> = {
  'unreadable-cell': '单元格无法读取',
  'duplicate-unit-number': '单位编号重复',
  'unknown-district': '所属不在名额分配表中',
  'unknown-award': '奖项不在本次评选之列',
  'score-row-unknown': '评分的单位不在会员单位表中',
  'score-row-twice': '同一单位评分重复',
  'override-invalid': '名额调整填写有误',
  'sequence-unknown': '行业序列不明',
  'over-quota': '推荐超出名额',
  'unused-places': '名额空余',
  'unit-name-differs': '单位名称与会员单位表不一致',
  'same-unit-two-names': '同一单位两个名称',
  'nominated-twice': '重复推荐',
  'field-missing': '必填栏目空白',
  'deeds-empty': '主要事迹空白',
  'deeds-copied': '主要事迹照抄',
  'id-number-malformed': '身份证号有误',
  'id-number-birth': '出生年月与身份证号不符',
  'id-number-sex': '性别与身份证号不符',
  'score-out-of-range': '得分超出评分指标',
};

/** Name of a finding's rule; a condition of the scheme is named by what it demands. */
export function nameRule(scheme: Scheme, { rule, cite }: Pick<Finding, 'rule' | 'cite'>): string {
  if (isListed(rule)) return RULE_NAMES[rule];
  const conditions = scheme.awards.flatMap((award) => award.conditions).filter(({ id }) => id === rule);
  // Awards may demand different things under one id; the citation tells them apart.
  const condition = conditions.find((each) => each.cite === cite) ?? conditions[0];
  return condition?.demand ?? rule;
}

function isListed(rule: string): rule is FormatRule | CitedRule {
  return [...FORMAT_RULES, ...CITED_RULES].some((each) => each === rule);
}
