/** Texts that people write differently and mean the same. */
import { toSimplified } from './traditional-characters.ts';

/**
 * Full-width to half-width, traditional to simplified, nothing that nobody sees, no white space, no brackets or punctuation (between digits a blank:
 * 1-2 is not 12), lower case.
 */
export function textKey(text: string): string {
  if (PLAIN.test(text)) return toSimplified(text);
  return toSimplified(text.normalize('NFKC'))
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(?<=\d)[\s\p{P}\p{S}]+(?=\d)/gu, '\u0000')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();
}

/** Tells the texts that mean the same as this one; a blank one means none. */
export function sameTextAs(written: string): (other: string) => boolean {
  const key = textKey(written);
  return (other) => key !== '' && textKey(other) === key;
}

/** Chinese characters, digits and small letters, of which most names consist, need nothing else. */
const PLAIN = /^[\u4e00-\u9fffa-z\d]*$/;

/**
 * As `textKey`, and without what units leave off their own names: the region in front, the legal form behind.
 * @param regionNames the longer of two that begin alike first
 */
export function looseUnitKey(name: string, regionNames: readonly string[]): string {
  const key = textKey(name);
  const region = regionNames.find((each) => key.startsWith(each)) ?? '';
  return key.slice(region.length).replace(/(股份有限公司|有限责任公司|有限公司|公司)$/, '');
}
