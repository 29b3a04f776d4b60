/** Figures that do not add up, or do not give the table that the document prints. */
import { describe, test } from 'vitest';
import { expectFault, typeTable, type BrokenFile } from './shanghai-files.ts';

/** With the table of 附件1 typed, so that its rows can be broken too. */
const typed = typeTable();

// prettier-ignore
const CASES: readonly BrokenFile[] = [
  ['items that give less than their category', 'score-sheet.yaml', 'points: 8\n', 'points: 7\n', 'points: 25', 'categories[0].points', '写明 25 分，各项相加为 24 分'],
  ['items that give more than their category', 'score-sheet.yaml', 'points: 8\n', 'points: 9\n', 'points: 25', 'categories[0].points', '各项相加为 26 分'],
  ['bonus items that give other than their sum', 'score-sheet.yaml', 'points: 30\n', 'points: 100\n', 'points: 100\n  cite: { clause: 附件3 加分项,', 'bonus.points', '写明 100 分，各项相加为 30 分'],
  ['categories that give other than the sheet', 'score-sheet.yaml', 'points: 100\n', 'points: 101\n', 'points: 101', 'totals.basic.points', '合计写明 101 分，各栏目相加为 100 分'],
  ['a grand total that is wrong', 'score-sheet.yaml', 'points: 130\n', 'points: 200\n', 'points: 200', 'totals.all.points', '合计写明 200 分'],
  ['a threshold above full marks', 'score-sheet.yaml', 'points: 85\n', 'points: 101\n', 'points: 101', 'threshold.points', '高于基本得分项的满分'],
  ['a credit above the maximum', 'score-sheet.yaml', '{ points: 5, when: 合署办公 }', '{ points: 9, when: 合署办公 }', 'points: 9', 'categories[0].items[0].credit.choices[1].points', '不超过本项的 8 分'],
  ['a credit of nothing', 'score-sheet.yaml', 'points: 1, of: 篇', 'points: 0, of: 篇', 'points: 0', 'bonus.items[3].credit.points', '得分须大于 0'],
  ['points between two steps', 'score-sheet.yaml', 'points: 85\n', 'points: 84.5\n', 'points: 84.5', 'threshold.points', '不是计分单位的整数倍'],
  ['a missing ratio', 'quota.yaml', '  - scope: city\n    award: securityCadre\n    of: members\n    ratio: 20/100\n    cite: { clause: 正文 二（一）4, quote: 先进保卫干部按会员单位数 20%的比例进行评比 }\n', '', 'ratios:', 'ratios', '范围 city 的奖项 securityCadre 没有比例'],
  ['a published column that is missing', 'quota.yaml', ', securityCadre]\n', ']\n', 'awards: [advancedUnit', 'published.awards', '缺少奖项 securityCadre'],
  ['a published row that is missing', 'quota.yaml', '    - [浦东, 650, 20, 8, 12, 13]\n', '', 'rows:', 'published.rows', '印出的表里没有“浦东”一行'],
  ['a published row with too few places', 'quota.yaml', '[浦东, 650, 20, 8, 12, 13]', '[浦东, 650, 20, 8, 12]', '[浦东', 'published.rows[0]', '应有 4 个名额，现有 3 个'],
  ['members of a district that counts none', 'quota.yaml', "[轨交, '-'", '[轨交, 30', '[轨交', 'published.rows[17][1]', '与 scheme.yaml 的 countsMembers: false 不符'],
  ['no members of a district that counts them', 'quota.yaml', '[浦东, 650', "[浦东, '-'", '[浦东', 'published.rows[0][1]', 'countsMembers: true 不符'],
  ['a subtotal that the rows do not give', 'quota.yaml', 'advancedUnit: 151', 'advancedUnit: 152', 'advancedUnit: 152', 'totals[0].places.advancedUnit', '写明 152，印出的各行相加为 151'],
  ['a total of members that the rows do not give', 'quota.yaml', 'members: 5208', 'members: 5209', 'members: 5209', 'totals[1].members', '相加为 5208'],
  ['a grand total that the rows do not give', 'quota.yaml', 'grandTotal: 589', 'grandTotal: 588', 'grandTotal: 588', 'totals[2].grandTotal', '相加为 589'],
  ['collectives that the rows do not give', 'quota.yaml', 'collectives: 299', 'collectives: 298', 'collectives: 298', 'totals[3].collectives', '相加为 299'],
  ['persons that the rows do not give', 'quota.yaml', 'persons: 290', 'persons: 291', 'persons: 291', 'totals[3].persons', '相加为 290'],
  ['a ratio that does not give the published table', 'quota.yaml', 'ratio: 2/100', 'ratio: 1/100', '[浦东', 'published.rows[0][5]', '“浦东”的 securityCadre 印为 13，公式得 7（会员单位 650 × 1% = 6.5 → 四舍五入 7）'],
  ['a rounding that does not give the published table', 'quota.yaml', 'value: half-up', 'value: floor', '[浦东', 'published.rows[0][2]', '印为 20，公式得 19'],
  ['an override that does not give the published table', 'quota.yaml', 'places: 0', 'places: 1', '[机场', 'published.rows[19][5]', '印为 0，公式得 1'],
];

describe('a scheme with broken sums', () => {
  test.each(CASES)('%s is refused', (...broken) => {
    expectFault(broken, typed);
  });
});
