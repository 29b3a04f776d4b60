/** What is told of a file or a sheet, by its kind, in the words of a clerk; programs have the codes. */
import { NOTE_KINDS } from '../../rules/note-kind.ts';

/** Codes that are one to a clerk stand under one word. */
const WORDS: readonly (readonly [word: string, ...codes: string[]])[] = [
  ['图片、PDF、Word', 'picture', 'pdf', 'document'],
  ['邮件', 'mail'],
  ['压缩包', 'archive', 'archive-encrypted', 'archive-nested', 'archive-empty'],
  ['被加密软件加密', 'foreign-encryption'],
  ['有打开密码', 'encrypted'],
  ['空文件或不完整', 'empty', 'incomplete'],
  ['不是工作簿', 'web-page', 'xml-table', 'text', 'not-a-workbook'],
  ['文件名编码不对', 'name-not-utf8'],
  ['文件损坏', 'damaged', 'bad-checksum'],
  ['含宏或外部链接', 'macro', 'external-link'],
  ['保存方式少见', 'unsupported-zip', 'old-xls', 'xlsb', 'ods'],
  ['文件不正常', 'too-large', 'too-many-entries', 'bad-ratio', 'bad-name', 'duplicate-name', 'doctype'],
  ['没有评分表', 'not-a-score-sheet'],
  ['是总名册', 'master-roster'],
  ['别的办法或年度', 'wrong-scheme', 'wrong-edition', 'other-scheme', 'other-edition'],
  ['不是发出的空白表', 'unknown-blank'],
  ['编号不在总名册', 'unknown-unit'],
  ['没有编号或改了编号', 'no-unit-number', 'unit-number-changed', 'unit-number-blank'],
  ['编号像几家的', 'unit-number-ambiguous', 'unit-number-twice', 'unit-numbers-alike'],
  ['信用代码不符', 'unit-code-differs', 'unit-code-twice', 'credit-code-malformed'],
  ['单位名称不符', 'unit-name-changed'],
  ['行列变了', 'layout-changed', 'columns-changed'],
  ['锁定的格被改', 'locked-cell-changed'],
  ['文件打不开', 'unreadable-file'],
  ['得分超出范围', 'over-maximum', 'negative'],
  ['得分不是整分', 'between-steps'],
  ['得分认不出', 'not-a-number'],
  ['填了公式', 'formula-in-input'],
  ['得分格被合并', 'merged-input'],
  ['否决项认不出', 'veto-unreadable'],
  ['空白表', 'sheet-blank'],
  ['可能填错了栏', 'self-missing'],
  ['没有评分', 'association-blank', 'association-score-blank'],
  ['没有自评分', 'self-blank', 'self-score-blank'],
  ['否决项未确认', 'self-veto-open', 'association-veto-open'],
  ['否决项两方不同', 'veto-disagrees'],
  ['不是写明的分值', 'unnamed-credit'],
  ['名称写法不同', 'unit-name-spelling'],
  ['合计不符', 'stored-sum-differs', 'formula-replaced'],
  ['锁定格写法不同', 'locked-cell-spelling'],
  ['插入了行', 'row-inserted'],
  ['答案不在格里', 'answer-in-comment', 'answer-in-picture'],
  ['文件的保存形式', 'file-remark'],
  ['标识丢失', 'no-properties', 'sheet-renamed'],
  ['较早的空白表', 'earlier-blank', 'other-blank'],
  ['另有内容或隐藏', 'extra-content', 'extra-sheets', 'hidden-rows', 'hidden-columns', 'hidden-sheets'],
  ['没有读取', 'ignored'],
  ['编号丢了零', 'zeros-lost'],
  ['决定的单位不明', 'decision-of-nobody'],
];

const BY_CODE: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(NOTE_KINDS),
  ...WORDS.flatMap(([word, ...codes]) => codes.map((code): [string, string] => [code, word])),
]);

/** Of families with many members. */
const BY_START = [
  ['archive-entry-', '压缩包里的文件'],
  ['reader-', '文件打不开'],
] as const;

/** Every code of this program has a word; one without would be shown as it is. */
export function nameCode(code: string): string {
  return BY_CODE.get(code) ?? BY_START.find(([start]) => code.startsWith(start))?.[1] ?? code;
}
