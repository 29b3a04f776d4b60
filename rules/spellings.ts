/** Words that people write for those that a column asks for, whatever it is about. Each column adds its own. */
import type { Spellings } from './roster-column.ts';

/** 是 and 否. */
export const YES_NO_SPELLINGS: Spellings = {
  是: ['是的', 'Y', 'YES', 'T', 'TRUE'],
  否: ['不是', 'N', 'NO', 'F', 'FALSE'],
};

/** The same as signs. Where something bad is asked for, a tick may say that it is in order. */
export const TICK_SPELLINGS: Spellings = {
  是: ['√', '✓', '✔', '☑', '✅'],
  否: ['×', '✗', '✘', '╳', 'X'],
};

/** The same where it is asked whether something bad happened. */
export const ADVERSE_SPELLINGS: Spellings = {
  是: ['有', '有过', '发生', '已发生', '发生过', '存在', '受过'],
  否: [
    '无',
    '没有',
    '没有过',
    '从未',
    '未有',
    '暂无',
    '未发生',
    '没发生',
    '没有发生',
    '未发生过',
    '不存在',
    '未受',
    '未受过',
  ],
};

/** 未发生 and 发生, the words of a veto item. 是 and 否 say neither: they may answer the sentence or judge the unit. */
export const VETO_SPELLINGS: Spellings = {
  未发生: ['无', '无发生', '没有', '没有发生', '没发生', '未发生过', '从未发生', '未出现', '暂无', '不存在'],
  发生: ['有', '有发生', '已发生', '发生过', '存在'],
  未确认: ['待确认', '尚未确认'],
};

/** 情况 of 申报材料. */
export const MATERIAL_SPELLINGS: Spellings = {
  已交: ['已提交', '已收', '已报送', '交齐', '齐全', '有', '√', '✓', '✔'],
  缺: ['缺少', '缺件', '未交', '没交', '没有', '无', '未提交'],
  不合要求: ['不合格', '不符合要求', '不符合'],
  免交: ['免', '免予提交'],
};

/** 处理结果 of 异议. */
export const OBJECTION_SPELLINGS: Spellings = {
  待核实: ['核实中', '未核实', '尚未核实', '待查'],
  成立: ['属实'],
  不成立: ['不属实'],
};

/** 决定. */
export const DECISION_SPELLINGS: Spellings = {
  不入围: ['未入围'],
  待议: ['缓议', '再议'],
  同意: ['予以同意'],
  不同意: ['不予同意'],
};

/** What stands in a cell in place of nothing. */
const PLACEHOLDER = /^(?:无|暂无|没有|未填|待补|待定|[-–—―－一/／\\＼·.*]{1,4}|n\/?a)$/i;

export function isPlaceholder(text: string): boolean {
  return text.length <= 4 && PLACEHOLDER.test(text);
}

/** What else the unit's number is called. Where rows are of something else, a bare 编号 may as well be theirs. */
export const UNIT_NUMBER_ALIASES = ['会员编号', '会员单位编号', '会员号'];

/** The words for their unit that people write behind points. */
export const POINT_UNITS = ['分'];
