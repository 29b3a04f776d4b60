/** By which words people make of a row something else than a record. All are compared as `comparable` gives texts: half width, no white space. */
import type { AsideKind } from '../../rules/roster-oddities.ts';

/** Whole texts, for a name may hold any of these words. */
const SUM =
  /^.{0,20}?(?:合计|小计|总计|共计|累计|总数|总和|平均分?|平均值)(?:\(.*\))?[:：]?[\d.,%]*(?:[家个人名项户份行条分]|万元|元)?$|^共[:：]?\d+[家个人名项户份行条]/;
const NOTE =
  /^[*※]|^(?:备注|附注|注释|注意|注|说明|填表说明|填报说明|填写说明|编制说明|备考)(?:[:：.\d一二三四五六七八九]|$)|^\(?(?:以下空白|以下无正文|此页无正文|此行空白|空白)\)?$/;
const SIGNATURE =
  /^(?:\S{0,8}?(?:制表|填表|填报|编制|审核|复核|审批|审定|经办|负责|联系|签字|签名|签章|盖章|公章|报送|推荐)(?:人|单位|日期|时间|电话|员|处)?(?:\([^)]*\))?|日期|时间|电话|传真|邮箱|地址)[:：]|^\(?(?:\S{0,8})?\(?(?:盖章|公章|签字|签章|签名)(?:处)?\)?$|^(?:\d{4})?年(?:\d{1,2})?月(?:\d{1,2})?日?$/;
/** How secret a paper is: 机密★1年. */
const SECRECY = /^(?:绝密|机密|秘密)(?:[★*].*)?$/;
/** Only of a text that stands alone in its row. */
const TITLE =
  /(?:名单|名册|一览表|汇总表|登记表|统计表|明细表|推荐表|申报表|花名册|清单|报表|总表)(?:\(.*\))?$|^附(?:件|表)\d*[:：]?|^[一二三四五六七八九十]+、|^\([一二三四五六七八九十]+\)|^续表$|^第\d+页(?:,?共\d+页)?$/;
const SENTENCE = /[。;]$/;
/** Counts beside a sum are no names. */
const COUNT = /^[\d.,]+%?(?:[家个人名项户份行条分]|万元|元)?$/;

/** What the word makes of a row; null of any other text. */
export function kindOfText(text: string, isAlone: boolean): Exclude<AsideKind, 'heading' | 'nameless'> | null {
  if (SUM.test(text)) return 'total';
  if (SIGNATURE.test(text)) return 'signature';
  if (NOTE.test(text)) return 'note';
  if (isAlone && (TITLE.test(text) || SECRECY.test(text))) return 'title';
  return isAlone && SENTENCE.test(text) ? 'note' : null;
}

/** A star before a name may mark a record as well as begin a note. */
export function beginsWithStar(text: string): boolean {
  return /^[*※]/.test(text);
}

export function isCount(text: string): boolean {
  return COUNT.test(text);
}
