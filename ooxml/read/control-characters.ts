/**
 * Characters that come along from other programs and that no cell shows. Some stand for the end of a line; the others for nothing, and XML cannot
 * even hold most of them.
 */

/** Vertical tab, form feed, next line, line separator, paragraph separator. */
const BREAKS = /[\v\f\u0085\u2028\u2029]/g;
/** All other control characters but tab and the usual line ends, halves of characters, and what is no character at all. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NOTHINGS = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Cs}/gu;
/** The same by their units, of which halves of characters make whole ones too: nearly every text has none, which this tells sooner. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const SUSPECT = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ANY = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\p{Cs}/u;

/** The text as people mean it: each of these characters a line break, or nothing. */
export function cleanControls(text: string): string {
  return holdsControls(text) ? text.replace(BREAKS, '\n').replace(NOTHINGS, '') : text;
}

export function holdsControls(text: string): boolean {
  return SUSPECT.test(text) && ANY.test(text);
}

/** What was done to a text, in Chinese, to go behind the cell's name. @param text one that holds controls */
export function describeCleaning(text: string): string {
  const breaks = text.search(BREAKS) >= 0;
  const nothings = text.search(NOTHINGS) >= 0;
  const done = [...(breaks ? ['按换行读取'] : []), ...(nothings ? ['去掉'] : [])].join('或');
  return `含有看不见的控制字符，已${done}`;
}
