/** What the page calls jobs and inputs: its own buttons and fields. */
import { sayIn, type DoorWords, type NamedInput } from '../../jobs/way.ts';

const JOBS: Readonly<Record<string, string>> = {
  check: '在“审查与取表”里',
  forms: '在“审查与取表”里',
  schemes: '点“开始页”看各评选方案',
  'check-schemes': '请管理评选方案的人检查它',
  key: '点“新做一个密钥”',
};

const INPUTS: Readonly<Record<NamedInput, string>> = {
  out: '保存位置',
  force: '覆盖',
  scheme: '评选方案',
  templates: '评选方案文件夹',
  key: '密钥文件',
  copies: '每份印几份',
  draft: '未通过的也出草稿',
  pdf: 'PDF',
  only: '只出这些',
  district: '只出这些区',
  from: '公布日期',
  days: '公示天数',
  issued: '发证日期',
  until: '有效期至',
  prefer: '取较新的一份',
  'allow-clearing': '空白的也清除',
  'write-roster': '新的总名册',
  notes: '通知单',
  'reply-by': '报送截止',
  received: '收件日期',
  column: '对应的列',
  fill: '要填的列',
  'prefer-list': '以名单为准的列',
  listed: '列入名单的都填',
};

const isInput = (name: string): name is NamedInput => name in INPUTS;
const nameInput = (input: string) => (isInput(input) ? `“${INPUTS[input]}”` : `“${input}”`);

const WORDS: DoorWords = {
  run: (job) => JOBS[job] ?? '',
  give: (input, value) => {
    if (input === 'draft') return `勾选${nameInput(input)}，`;
    if (input === 'key') return '点“选密钥文件”';
    if (input === 'force') return `勾选${nameInput(input)}`;
    if (input === 'templates') return '先在开始页拖入它的文件夹';
    return value === '' ? `填写${nameInput(input)}` : `把${nameInput(input)}填为 ${value}`;
  },
  input: nameInput,
};

/** A job's sentence as the page says it. */
export function inPageWords(sentence: string): string {
  // A command stands apart from the words around it, a button does not.
  return sayIn(WORDS, sentence).replace(/(?<=[”里，]) (?=\p{Script=Han})/gu, '');
}
