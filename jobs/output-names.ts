/** What the single outputs of a master roster are called where nobody gives them another name, by their jobs. */
export const OUTPUT_FILES = {
  allocate: '名额分配表.xlsx',
  check: '资格审查报告.xlsx',
  grade: '等级评定.xlsx',
  rosters: '名册.xlsx',
  notice: '公示名单.xlsx',
  prizes: '奖金发放表.xlsx',
} as const;
