/** Words that several sheets have in common. */
import type { Citation } from '../../rules/citation.ts';
import type { MemberUnit, Nominee } from '../../rules/master-roster.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';

/** Two square blanks, as a Chinese paragraph begins. */
export const INDENT = '\u3000\u3000';
/** To be filled in by hand: a day, and a telephone. */
export const BLANK_DAY = `${INDENT}${INDENT}年${INDENT}月${INDENT}日`;
export const BLANK_TELEPHONE = INDENT.repeat(4);

/** `214 个`, `129 人`: collectives and persons are counted with different words. */
export function countOf(recipient: Award['recipient'], count: number): string {
  return `${count} ${recipient === 'person' ? '人' : '个'}`;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 0 is 一, 10 is 十一; as the sections of a document are numbered, up to 九十九. */
export function ordinal(index: number): string {
  const tens = Math.floor((index + 1) / 10);
  const ones = DIGITS[(index + 1) % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`;
}

/** The person or the collective; a unit that is itself the collective is not named twice, for its full name stands beside it. */
export function nameRecipient(nominee: Nominee, unit: MemberUnit): string {
  return nominee.name === unit.name ? '本单位' : nominee.name;
}

/** `沪企保协（2024）39号 正文 三`: where a document rules something; empty without a citation. */
export function nameDocument(scheme: Scheme, cite: Citation | null): string {
  if (!cite) return '';
  const document = scheme.documents.find(({ key }) => key === cite.document);
  return `${document?.shortTitle ?? cite.document} ${cite.clause}`;
}

/** More would not fit beside a title. */
const MOST_BESIDE_TITLE = 16;

/** `名册（浦东）`: a part is never taken for the whole. @param part whose alone it is; empty of the whole */
export function titleOfPart(title: string, part: string): string {
  if (part === '') return title;
  return `${title}（${part.length > MOST_BESIDE_TITLE ? '部分' : part}）`;
}

/** The line below such a title; empty of the whole. */
export function describePart(part: string): string {
  return part === '' ? '' : `本表只列${part}，不是全部。`;
}
