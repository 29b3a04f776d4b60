/** Names that stand twice, point nowhere or run in a circle. */
import { describe, test } from 'vitest';
import { expectFault, typeTable, type BrokenFile } from './shanghai-files.ts';

/** With the table of 附件1 typed, so that its rows can be broken too. */
const typed = typeTable();

// prettier-ignore
const CASES: readonly BrokenFile[] = [
  ['a document twice', 'scheme.yaml', 'key: id-number-standard', 'key: notice', 'key: notice\n    title: 公民', 'documents[1].key', '“notice”已经用过'],
  ['a scope twice', 'scheme.yaml', 'id: city', 'id: district', 'id: district\n    name: 市', 'scopes[1].id', '“district”已经用过'],
  ['a district twice', 'scheme.yaml', 'name: 黄浦', 'name: 浦东', '序号2', 'districts[1].name', '“浦东”已经用过'],
  ['a stage twice', 'scheme.yaml', '{ name: 公示,', '{ name: 单位推荐,', '公示——形成最终', 'stages[5].name', '已经用过'],
  ['a column twice', 'roster.yaml', 'heading: 区级先进', 'heading: 会费', 'heading: 会费\n    type: yes-no', 'memberUnits[4].heading', '“会费”已经用过'],
  ['a column that every roster has', 'roster.yaml', 'heading: 政治面貌', 'heading: 职务', 'heading: 职务', 'nominees[0].heading', '“职务”已经用过'],
  ['a ratio twice', 'quota.yaml', 'award: securityDepartment', 'award: advancedUnit', 'award: advancedUnit\n    of: advancedUnit', 'ratios[1].award', '已经用过'],
  ['an override twice', 'quota.yaml', 'district: 化工', 'district: 轨交', 'award: advancedUnit\n    places: 1\n    reason: 附件1不列会员单位数，无从按比例计算，表中定为 1 家\n    cite: { clause: 附件1 序号19', 'overrides[1].award', '已经用过'],
  ['a published row twice', 'quota.yaml', '- [黄浦', '- [浦东', '- [浦东, 297', 'published.rows[1][0]', '“浦东”已经用过'],
  ['an item id twice', 'score-sheet.yaml', 'id: staff-certificates-level-3', 'id: head-certificate-level-2', 'id: head-certificate-level-2\n        text: 保卫干部', 'categories[0].items[3].id', '已经用过'],
  ['an item id twice in two categories', 'score-sheet.yaml', 'id: fraud-awareness', 'id: emergency-plans', 'id: emergency-plans\n        text: 员工', 'categories[8].items[1].id', '已经用过'],
  ['a category id twice', 'score-sheet.yaml', 'id: guards\n', 'id: information\n', 'id: information\n    name: 人防', 'categories[3].id', '已经用过'],
  ['a veto item twice', 'score-sheet.yaml', 'id: administrative-penalty', 'id: major-case-or-accident', 'id: major-case-or-accident\n    text: 本年度内受到', 'vetoItems[1].id', '已经用过'],
  ['an award id twice', 'awards.yaml', 'id: securityCadre', 'id: responsiblePerson', 'id: responsiblePerson\n    name: 先进保卫干部', 'awards[3].id', '已经用过'],
  ['an award name twice', 'awards.yaml', 'name: 先进保卫部门', 'name: 先进单位', 'name: 先进单位\n    shortName: 保卫部门', 'awards[1].name', '已经用过'],
  ['a roster order twice', 'awards.yaml', 'rosterOrder: 3', 'rosterOrder: 2', 'rosterOrder: 2\n    requiredFields: [姓名', 'awards[2].rosterOrder', '已经用过'],
  ['a condition twice within an award', 'awards.yaml', 'id: association-member', 'id: member-unit', 'id: member-unit\n    awards: [advancedUnit, securityCadre]', 'conditions[1].id', '已经用过'],
  ['a prize twice', 'prize.yaml', '{ award: securityDepartment, yuan', '{ award: advancedUnit, yuan', '{ award: advancedUnit, yuan: 2000, cite: { clause: 正文 三, quote: 集体2000元 } }\n  - { award: resp', 'amounts[1].award', '已经用过'],
  ['a form twice for an award', 'forms.yaml', 'awards: [securityDepartment]\n    annex: 附件5\n    title: 2024 年度上海内保工作先进保卫处（科）审批表', 'awards: [advancedUnit]\n    annex: 附件5\n    title: 2024 年度上海内保工作先进单位审批表', 'awards: [advancedUnit]\n    annex: 附件5', 'forms[1].awards[0]', '已经用过'],
  ['opinions by an unknown column', 'review.yaml', 'column: 行业主管部门', 'column: 主管部门', '主管部门 }', 'steps[1].asks.column', '“主管部门”没有定义'],
  ['an authority that the words do not name', 'review.yaml', '市教委、市卫健委等行业主管部门的意见', '市教委', 'column: 行业主管部门', 'steps[1].asks.column', '里没有“市卫健委”'],
  ['districts without a name for their bodies', 'review.yaml', 'asks: { column: 所属, as: 属地公安机关 }', 'asks: { column: 所属 }', '所属 }', 'steps[2].asks', '须用 as 写明'],
  ['a district of an unknown scope', 'scheme.yaml', '{ name: 浦东, scope: district', '{ name: 浦东, scope: suburb', 'suburb', 'districts[0].scope', '“suburb”没有定义'],
  ['a ratio of an unknown scope', 'quota.yaml', 'scope: district', 'scope: suburb', 'suburb', 'ratios[0].scope', '“suburb”没有定义'],
  ['a ratio of an unknown award', 'quota.yaml', 'award: advancedUnit', 'award: goldMedal', 'goldMedal', 'ratios[0].award', '“goldMedal”没有定义'],
  ['a ratio of an unknown base', 'quota.yaml', 'of: members', 'of: staff', 'of: staff', 'ratios[0].of', '“staff”没有定义，应为以下之一：members'],
  ['an override of an unknown district', 'quota.yaml', 'district: 轨交', 'district: 铁路', '铁路', 'overrides[0].district', '“铁路”没有定义'],
  ['an override of an unknown award', 'quota.yaml', 'district: 轨交\n    award: advancedUnit', 'district: 轨交\n    award: gold', 'award: gold', 'overrides[0].award', '“gold”没有定义'],
  ['a subtotal of an unknown scope', 'quota.yaml', 'subtotalScope: district', 'subtotalScope: suburb', 'suburb', 'table.subtotalScope', '“suburb”没有定义'],
  ['a published column of an unknown award', 'quota.yaml', 'awards: [advancedUnit', 'awards: [gold', 'awards: [gold', 'published.awards[0]', '“gold”没有定义'],
  ['a published row of an unknown district', 'quota.yaml', '- [浦东', '- [川沙', '川沙', 'published.rows[0][0]', '“川沙”没有定义'],
  ['a sum of an unknown scope', 'quota.yaml', 'totals:\n  - scope: district', 'totals:\n  - scope: suburb', 'suburb', 'totals[0].scope', '“suburb”没有定义'],
  ['a sum of an unknown award', 'quota.yaml', 'places: { advancedUnit: 151', 'places: { gold: 151', 'gold', 'totals[0].places.gold', '“gold”没有定义'],
  ['a condition of an unknown award', 'awards.yaml', 'awards: [responsiblePerson, securityCadre]\n    kind: fact', 'awards: [gold]\n    kind: fact', '[gold]', 'conditions[9].awards[0]', '“gold”没有定义'],
  ['an unknown parent award', 'awards.yaml', 'award: advancedUnit\n    demand', 'award: gold\n    demand', 'award: gold', 'conditions[3].award', '“gold”没有定义'],
  ['a condition on an unknown column', 'awards.yaml', 'heading: 独立法人', 'heading: 法人', 'heading: 法人', 'conditions[2].heading', '“法人”没有定义'],
  ['an any-of condition on an unknown column', 'awards.yaml', 'heading: 区协会会员', 'heading: 县协会会员', '县协会', 'conditions[1].conditions[1].heading', '“县协会会员”没有定义'],
  ['a condition on the other sheet', 'awards.yaml', 'of: nominee', 'of: member-unit', 'heading: 在编在岗', 'conditions[9].heading', '“在编在岗”没有定义'],
  ['a scope that is excepted and unknown', 'awards.yaml', '\n    exceptScopes: [city]', '\n    exceptScopes: [town]', '[town]', 'conditions[4].exceptScopes[0]', '“town”没有定义'],
  ['a scope that is excepted in one of several facts', 'awards.yaml', ', exceptScopes: [city]', ', exceptScopes: [town]', '[town]', 'conditions[1].conditions[1].exceptScopes[0]', '“town”没有定义'],
  ['a scope that a payer does not pay for', 'prize.yaml', 'exceptScopes: [city]', 'exceptScopes: [town]', '[town]', 'payers[1].exceptScopes[0]', '“town”没有定义'],
  ['what lets a case off by an unknown column', 'awards.yaml', 'heading: 市级范围类别', 'heading: 范围', 'heading: 范围', 'conditions[4].unless.heading', '“范围”没有定义'],
  ['what lets a case off by a word that is no choice', 'awards.yaml', 'oneOf: [跨行政区域集团公司,', 'oneOf: [集团公司,', '集团公司', 'conditions[4].unless.oneOf[0]', '“集团公司”没有定义'],
  ['an unknown column that speaks for one that is absent', 'awards.yaml', 'ifAbsent: { of: member-unit, heading: 区级先进 }', 'ifAbsent: { of: member-unit, heading: 区级 }', 'ifAbsent', 'conditions[10].ifAbsent.heading', '“区级”没有定义'],
  ['a column of another type that speaks for one that is absent', 'awards.yaml', 'ifAbsent: { of: member-unit, heading: 区级先进 }', 'ifAbsent: { of: member-unit, heading: 会费 }', 'ifAbsent', 'conditions[10].ifAbsent.heading', '类型是 choice'],
  ['a column that may not be absent', 'awards.yaml', "    is: 'yes'\n    demand: 先进个人须", "    is: 'yes'\n    ifAbsent: { of: member-unit, heading: 独立法人 }\n    demand: 先进个人须", 'ifAbsent', 'conditions[9].ifAbsent', '只用于可缺的列'],
  ['a level of an unknown award’s nominees', 'prize.yaml', 'ofNominee: { awards: [securityCadre]', 'ofNominee: { awards: [gold]', 'gold', 'levelExclusion.ofNominee.awards[0]', '“gold”没有定义'],
  ['a choice that the column does not have', 'awards.yaml', 'oneOf: [已全额缴纳,', 'oneOf: [已缴,', '[已缴', 'conditions[8].oneOf[0]', '“已缴”没有定义'],
  ['yes or no of a choice column', 'awards.yaml', "heading: 独立法人\n    is: 'yes'", "heading: 会费\n    is: 'yes'", "is: 'yes'\n    demand: 先进单位须", 'conditions[2].is', '只用于是非列'],
  ['words of a yes-no column', 'awards.yaml', "heading: 独立法人\n    is: 'yes'", 'heading: 独立法人\n    oneOf: [甲]', 'oneOf: [甲]', 'conditions[2].oneOf', '只用于文字列和选择列'],
  ['a number of a yes-no column', 'awards.yaml', "heading: 独立法人\n    is: 'yes'", 'heading: 独立法人\n    atLeast: 1', 'atLeast: 1', 'conditions[2].atLeast', '只用于数值列'],
  ['a required field that is no column', 'awards.yaml', 'requiredFields: [受奖集体, 单位地址', 'requiredFields: [受奖集体, 门牌', '门牌', 'awards[0].requiredFields[1]', '“门牌”没有定义'],
  ['a prize of an unknown award', 'prize.yaml', '{ award: advancedUnit', '{ award: gold', 'gold', 'amounts[0].award', '“gold”没有定义'],
  ['an exclusion of an unknown award', 'prize.yaml', '- award: securityDepartment', '- award: gold', 'award: gold', 'exclusions[0].award', '“gold”没有定义'],
  ['an exclusion beside an unknown award', 'prize.yaml', 'besides: advancedUnit', 'besides: gold', 'gold', 'exclusions[0].besides', '“gold”没有定义'],
  ['a level column that is not yes or no', 'prize.yaml', 'heading: 区级先进', 'heading: 会费', 'heading: 会费', 'levelExclusion.heading', '“会费”没有定义'],
  ['a payer by an unknown column', 'prize.yaml', 'memberHeading: 市协会会员', 'memberHeading: 省协会会员', '省协会', 'payers[0].memberHeading', '“省协会会员”没有定义'],
  ['a last payer with a condition', 'prize.yaml', "- name: '{{所属}}企保协会'", "- name: '{{所属}}企保协会'\n    memberHeading: 区协会会员", 'memberHeading: 区协会会员', 'payers[1].memberHeading', '最后一个付款方'],
  ['a first payer without a condition', 'prize.yaml', '    memberHeading: 市协会会员\n', '', '- name: 市企保协会', 'payers[0]', '只有最后一个付款方'],
  ['a form for an unknown award', 'forms.yaml', 'awards: [advancedUnit]', 'awards: [gold]', 'gold', 'forms[0].awards[0]', '“gold”没有定义'],
  ['a form field from an unknown column', 'forms.yaml', '所在单位: 单位名称', '所在单位: 工作单位', '工作单位', 'forms[2].fields.所在单位', '“工作单位”没有定义'],
  ['a form field that is a column itself', 'forms.yaml', '所在单位: 单位名称', '姓名: 单位名称', '姓名: 单位名称', 'forms[2].fields.姓名', '与总名册的列同名'],
  ['an award that comes only from itself', 'awards.yaml', 'awards: [securityDepartment, responsiblePerson]\n    kind: parent-award', 'awards: [advancedUnit]\n    kind: parent-award', 'award: advancedUnit\n    demand', 'conditions[3].award', '奖项互为前提：advancedUnit → advancedUnit'],
  ['places that are a part of themselves', 'quota.yaml', 'award: advancedUnit\n    of: members', 'award: advancedUnit\n    of: responsiblePerson', 'of: responsiblePerson', 'ratios[0].of', '名额互为基数：advancedUnit → responsiblePerson → advancedUnit'],
];

describe('a scheme with broken names', () => {
  test.each(CASES)('%s is refused', (...broken) => {
    expectFault(broken, typed);
  });
});
