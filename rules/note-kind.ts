/** What was otherwise about a cell that was read all the same. The report lists notes by these; each can be made good by writing another value. */
export const NOTE_KINDS = {
  'control-character': '控制字符',
  'unseen-character': '看不见的字符',
  'white-space': '多余的空格或换行',
  'full-width': '全角或半角',
  radical: '部首字符',
  punctuation: '多余的标点或符号',
  'unit-word': '数字后带单位',
  'digit-groups': '千位分隔',
  'number-as-text': '文本格式的数字',
  'number-words': '中文数字',
  'long-fraction': '算出来的长小数',
  'other-words': '别的写法',
  'date-form': '日期的别的写法',
  'id-number-form': '身份证号的别的写法',
  placeholder: '以符号代替空白',
  'struck-out': '整格划掉的内容',
  'unit-name': '单位名称的别的写法',
  'district-name': '所属的别的写法',
  'unit-number': '单位编号的别的写法',
  'credit-code-form': '统一社会信用代码的别的写法',
  'unit-by-code': '与统一社会信用代码不符的编号或名称',
} as const;

export type NoteKind = keyof typeof NOTE_KINDS;
