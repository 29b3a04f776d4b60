/** Fields that are missing, unknown, of the wrong kind or without their citation. */
import { describe, test } from 'vitest';
import { expectFault, typeTable, type BrokenFile } from './shanghai-files.ts';

/** With the table of 附件1 typed, so that its rows can be broken too. */
const typed = typeTable();

// prettier-ignore
const CASES: readonly BrokenFile[] = [
  ['an unknown key', 'scheme.yaml', 'issuer:', 'isuer: x\nissuer:', 'isuer', 'isuer', '不认识的键“isuer”'],
  ['a missing key', 'scheme.yaml', 'edition: ', '# ', 'id: shanghai', 'edition', '缺少“edition”'],
  ['a number for a text', 'scheme.yaml', "edition: '2024'", 'edition: 2024', 'edition', 'edition', '应为文字'],
  ['a text for a number', 'scheme.yaml', 'value: 2\n', 'value: 两份\n', 'value: 两份', 'formCopies.value', '应为数，现为“两份”'],
  ['half a copy', 'scheme.yaml', 'value: 2\n', 'value: 1.5\n', 'value: 1.5', 'formCopies.value', '应为整数'],
  ['no copy', 'scheme.yaml', 'value: 2\n', 'value: 0\n', 'value: 0', 'formCopies.value', '至少 1 份'],
  ['a blank text', 'scheme.yaml', 'issuer: 上海市企事业单位治安保卫协会', "issuer: ' '", 'issuer', 'issuer', '不能是空白'],
  ['an empty list', 'scheme.yaml', 'stages:', 'stages: []\nx:', 'stages', 'stages', '至少要有一项'],
  ['an id with a capital', 'scheme.yaml', 'id: shanghai', 'id: Shanghai', 'id:', 'id', '只用小写字母'],
  ['a rounding that does not exist', 'quota.yaml', 'half-up', 'nearest', 'value: nearest', 'rounding.value', 'floor、ceil、half-up 之一'],
  ['a negative number of places', 'quota.yaml', 'places: 0', 'places: -1', 'places: -1', 'overrides[2].places', '不能小于 0'],
  ['a number of places beyond all sense', 'quota.yaml', 'places: 0', 'places: 1000001', 'places: 1000001', 'overrides[2].places', '不能大于 1000000'],
  ['a number beyond the exact integers', 'quota.yaml', 'places: 0', 'places: 1e300', 'places: 1e300', 'overrides[2].places', '不能大于 1000000'],
  ['a heading that is blank', 'forms.yaml', '所在单位: 单位名称', "'': 单位名称", "'': 单位名称", 'forms[2].fields.', '不能是空白'],
  ['a place that is neither number nor dash', 'quota.yaml', '[浦东, 650, 20,', '[浦东, 650, 无,', '[浦东', 'published.rows[0][2]', "写 '-'"],
  ['a month that does not exist', 'scheme.yaml', "'2024-12-30'", "'2024-13-30'", '2024-13-30', 'deadline.value', '实际存在的日期'],
  ['a day that does not exist', 'scheme.yaml', "'2024-12-30'", "'2024-02-30'", '2024-02-30', 'deadline.value', '实际存在的日期'],
  ['a deadline in words', 'scheme.yaml', "'2024-12-30'", '年底前', '年底前', 'deadline.value', '实际存在的日期'],
  ['a stage without a name', 'scheme.yaml', '{ name: 公示, cite', '{ cite', 'quote: 形成公示名单报审——公示', 'stages[5].name', '缺少“name”'],
  ['a column type that does not exist', 'roster.yaml', 'type: integer', 'type: decimal', 'type: decimal', 'nominees[4].type', '列的类型只有'],
  ['a choice column without choices', 'roster.yaml', '    choices: [已全额', '    #', 'heading: 会费', 'memberUnits[3].choices', '缺少“choices”'],
  ['choices of a column that is none', 'roster.yaml', 'type: text\n    about: 个人奖填写', 'type: text\n    choices: [甲]', 'choices: [甲]', 'nominees[0].choices', '不认识的键'],
  ['a condition of an unknown kind', 'awards.yaml', 'kind: veto', 'kind: vetoes', 'kind: vetoes', 'conditions[7].kind', '条件的 kind 只有'],
  ['a fact without a test', 'awards.yaml', "    is: 'yes'\n    demand: 先进单位须", '    demand: 先进单位须', 'id: independent-legal-person', 'conditions[2]', '须写且只写'],
  ['a fact with two tests', 'awards.yaml', "    is: 'yes'\n    demand: 先进单位须", "    is: 'yes'\n    atLeast: 1\n    demand: 先进单位须", 'id: independent-legal-person', 'conditions[2]', '须写且只写'],
  ['a full stop at the end of a phrase', 'awards.yaml', 'demand: 安全防范工作成效明显', 'demand: 安全防范工作成效明显。', '成效明显。', 'conditions[15].demand', '句末不写句号'],
  ['a credit of an unknown kind', 'score-sheet.yaml', 'kind: each', 'kind: per', 'kind: per', 'bonus.items[2].credit.kind', '计分方式 kind 只有'],
  ['money that is no whole yuan', 'prize.yaml', 'yuan: 1000', 'yuan: 1000.5', 'yuan: 1000.5', 'amounts[2].yuan', '应为整数'],
  ['a form workbook outside its folder', 'forms.yaml', 'workbook: approval-forms.xlsx', 'workbook: ../a.xlsx', 'workbook: ../a', 'forms[0].workbook', 'forms 文件夹中'],
  ['a check that does not exist', 'scheme.yaml', '  over-quota:', '  over-quotas:', 'over-quotas', 'checks.over-quotas', '不认识的键“over-quotas”'],
  ['a percentage for a fraction', 'quota.yaml', 'ratio: 3/100', 'ratio: 3%', 'ratio: 3%', 'ratios[0].ratio', '比例“3%”读不出'],
  ['a fraction of nothing', 'quota.yaml', 'ratio: 3/100', 'ratio: 3/0', 'ratio: 3/0', 'ratios[0].ratio', '比例“3/0”读不出'],
  ['a step of nothing', 'score-sheet.yaml', 'value: 1/1', 'value: 0/1', 'value: 0/1', 'step.value', '计分单位须大于 0'],
  ['a figure without a citation', 'quota.yaml', '    cite: { clause: 正文 二（二）2, quote: 先进单位按会员单位数 3% }\n', '', 'scope: district', 'ratios[0].cite', '缺少出处'],
  ['a citation without a quote', 'scheme.yaml', '{ clause: 正文 四, quote: （附件6、7）一式2份 }', '{ clause: 正文 四 }', 'cite: { clause: 正文 四 }', 'formCopies.cite.quote', '缺少“quote”'],
  ['a citation without a clause', 'scheme.yaml', '{ clause: 正文 四, quote: （附件6、7）一式2份 }', '{ quote: 一式2份 }', 'cite: { quote: 一式2份 }', 'formCopies.cite.clause', '缺少“clause”'],
  ['a quote that the source does not have', 'prize.yaml', 'quote: 集体2000元', 'quote: 集体3000元', '3000', 'amounts[0].cite.quote', '找不到“集体3000元”'],
  ['an item whose text the source does not have', 'score-sheet.yaml', 'text: 按要求设置紧急报警按钮', 'text: 设置紧急报警按钮装置', '按钮装置', 'categories[4].items[3].text', '找不到“设置紧急报警按钮装置”'],
  ['a document that is not listed', 'scheme.yaml', 'document: id-number-standard', 'document: gb', 'document: gb', 'checks.id-number-malformed.document', '“gb”没有定义'],
  ['a source that is not in the folder', 'scheme.yaml', 'source: source.md', 'source: notice.md', 'notice.md', 'documents[0].source', '没有 notice.md'],
];

describe('a scheme with broken fields', () => {
  test.each(CASES)('%s is refused', (...broken) => {
    expectFault(broken, typed);
  });
});
