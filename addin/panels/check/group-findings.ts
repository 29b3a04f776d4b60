import type { FindingView } from '../../desk/roster-report.ts';

export interface FindingFilter {
  /** Words that must all occur in what is shown of a finding. */
  readonly text: string;
  /** `all`, or one severity. */
  readonly severity: FindingView['severity'] | 'all';
}

export interface FindingGroup {
  readonly rule: string;
  readonly severity: FindingView['severity'];
  /** What its findings have in common, in a few words. */
  readonly title: string;
  readonly findings: readonly FindingView[];
}

/** The findings that pass the filter, by severity and rule: violations first, then as the check lists them. */
export function groupFindings(findings: readonly FindingView[], { text, severity }: FindingFilter): FindingGroup[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    if (severity !== 'all' && finding.severity !== severity) continue;
    if (!words.every((word) => searched(finding).includes(word))) continue;
    const key = `${finding.severity} ${finding.rule}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ rule: first.rule, severity: first.severity, title: titleOf(first), findings: group }] : [];
  });
}

function searched({ message, found, targets: [{ sheet, address }] }: FindingView): string {
  return `${message} ${found} ${sheet}!${address}`;
}

const TITLES: Readonly<Record<string, string>> = {
  'unreadable-cell': '单元格内容不合要求',
  'duplicate-unit-number': '会员单位编号重复',
  'unknown-district': '所属不在名额分配表中',
  'unknown-award': '奖项不在本次评选之列',
  'score-row-unknown': '评分行的单位查不到',
  'score-row-twice': '同一单位有两行评分',
  'override-invalid': '名额调整填写有误',
  'sequence-unknown': '行业序列查不到',
  'over-quota': '超出名额',
  'unused-places': '名额有空余',
  'unit-name-differs': '单位名称前后不一',
  'same-unit-two-names': '同一单位用了两个名称',
  'nominated-twice': '重复推荐',
  'field-missing': '应填的栏目空白',
  'deeds-empty': '主要事迹空白',
  'deeds-copied': '主要事迹雷同',
  'id-number-malformed': '身份证号有误',
  'id-number-birth': '身份证号与出生年月不符',
  'id-number-sex': '身份证号与性别不符',
  'score-out-of-range': '得分超出范围',
};

/** The scheme's own conditions are called by what they demand. */
function titleOf({ rule, demand, message }: FindingView): string {
  return demand ?? TITLES[rule] ?? message;
}
