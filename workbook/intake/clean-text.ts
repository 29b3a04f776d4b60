/** What stands in a text and is not seen in the cell: dropped or replaced before anybody asks what the text means. */
import { cleanControls, describeCleaning, holdsControls } from '../../ooxml/read/control-characters.ts';
import type { ReadingNote } from './fact-reading.ts';
import { replaceRadicals } from './radicals.ts';

/**
 * Characters without a glyph: they come along from web pages and other programs, turn the direction of what follows, or choose a variant of the
 * character in front. (Mongolian's own selectors stay: its writing needs them.)
 */
const UNSEEN = /(?![\u180b-\u180f])\p{Default_Ignorable_Code_Point}|\u2800|[\ufff9-\ufffb]/gu;
/** Blanks that no key of a keyboard makes, among them the one that does not break. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
/** One look at a text for anything of all this; nearly all texts have none. Halves of characters are looked at more closely. */
const ODD =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\0-\x08\v\f\x0e-\x1f\x7f-\xa0\xad\u061c\u115f\u1160\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u2e80-\u2fd5\u3164\ud800-\udfff\uf900-\ufaff\ufeff\uffa0\ufff0-\uffff]|\u034f|[\ufe00-\ufe0f]/;

interface CleanText {
  readonly text: string;
  readonly notes: readonly ReadingNote[];
}

const NO_NOTES: readonly ReadingNote[] = [];

/** The text as it is seen, and what was done to make it so; white space at its ends stays. */
export function cleanText(written: string): CleanText {
  if (!ODD.test(written)) return { text: written, notes: NO_NOTES };
  const notes: ReadingNote[] = [];
  if (holdsControls(written)) notes.push({ kind: 'control-character', message: describeCleaning(written) });
  const plain = cleanControls(written);
  const seen = plain.replace(UNSEEN, '').replace(BLANKS, ' ');
  if (seen !== plain) notes.push({ kind: 'unseen-character', message: '含有看不见的字符，已去掉' });
  const text = replaceRadicals(seen);
  if (text !== seen) notes.push({ kind: 'radical', message: '含有部首字符，已换成同形的汉字' });
  return { text, notes };
}

/** The text without what is not seen, and without white space at its ends. */
export function trimUnseen(text: string): string {
  return cleanText(text).text.trim();
}

/** One form for texts that look alike: full-width and half-width characters are equal, white space and what nobody sees count for nothing. */
export function comparable(text: string): string {
  return cleanText(text).text.normalize('NFKC').replace(/\s/g, '');
}

/** `“是”后面有一个看不见的字符`: where in a quoted text something stands that its reader cannot see; null where nothing does. */
export function describeUnseen(written: string): string | null {
  if (!ODD.test(written)) return null;
  const plain = cleanControls(written);
  const places = [...plain.matchAll(UNSEEN)];
  const count = places.length + (written.length - plain.length);
  if (count === 0) return null;
  const words = `${count === 1 ? '一' : ` ${count} `}个看不见的字符`;
  const [first] = places;
  if (!first || places.length > 1) return `含有${words}`;
  const before = plain.slice(0, first.index).trim();
  return before === '' ? `开头有${words}` : `“${before.slice(-LONGEST_SHOWN)}”后面有${words}`;
}

const LONGEST_SHOWN = 6;
