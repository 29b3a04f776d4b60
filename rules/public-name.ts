/**
 * What a name on a public list may not hold: a number by which somebody can be called or looked up, an address, a line break. One rule for the
 * notice, rosters, prize table, score sheets, file names and messages. A person's decision lets a real name through (`publishable.ts`).
 */
import { inOneBracket } from './id-number.ts';

type PrivateKind = 'number' | 'mail' | 'web' | 'contact' | 'line-break';

/** Where it stands in `plainForm` of the text. */
interface PrivatePart {
  readonly kind: PrivateKind;
  readonly start: number;
  readonly end: number;
}

/** Each kind in the words of a clerk. */
export const PRIVATE_KIND_WORDS: Readonly<Record<PrivateKind, string>> = {
  number: '七位以上的数字',
  mail: '“@”或邮箱',
  web: '网址',
  contact: '微信、QQ、电话之类的号码',
  'line-break': '换行',
};

const HIDDEN: Readonly<Record<PrivateKind, string>> = {
  number: '（号码不显示）',
  mail: '（邮箱不显示）',
  web: '（网址不显示）',
  contact: '（号码不显示）',
  'line-break': '',
};

/** From this many digits on a number may be a telephone; names of stations, hospitals and years have fewer. */
const FEWEST_DIGITS = 7;

/** Letters without a glyph: they part the digits of a number no more than a blank does. */
const BLANK_LETTERS = '\\u115F\\u1160\\u3164\\uFFA0';
const UNSEEN = new RegExp(`[\\p{Cf}\\uFE00-\\uFE0F${BLANK_LETTERS}]`, 'gu');

/** Those that Chinese writes as characters, on cheques and on the telephone too; circles stand for 〇. */
const NUMERALS = '〇零一二三四五六七八九幺弌弍弎壹贰貳叁參叄肆伍陆陸柒捌玖○◯';
const DIGIT = `[\\p{N}${NUMERALS}]`;
/** Whatever may stand between the digits of one number: anything but a letter or a numeral. */
const GAP = `(?:[^\\p{L}\\p{N}${NUMERALS}]|\\p{Lm})*`;
const digits = (fewest: number) => `${DIGIT}(?:${GAP}${DIGIT}){${fewest - 1},}`;

const LINE_BREAK = '[\\n\\v\\f\\r\\x1C-\\x1E\\x85\\u2028\\u2029]+';
const MAIL = '[\\w.+-]*(?:@|[([{<]at[)\\]}>])[\\w.-]*';
const ENDINGS = 'com|cn|net|org|gov|edu|info|cc|top|vip|io|me|co|xyz|tv|biz|site|shop|club|wang';
const WEB = `[a-z][a-z0-9+.-]*://\\S*|www[.。]\\S*|(?:[\\w-]+[.。])+(?:${ENDINGS})(?![a-z])[/\\w.?=&%#-]*`;
/** No name of anything: spellings of 微信 that dodge a filter, and the signs for a telephone. */
const DODGED = '(?:薇信|v信|加微|加v|[☎☏✆📞📱📲])';
const ACCOUNTS = '(?:微信|扣扣|(?<![a-z])(?:wei ?xin|we ?chat|wx|vx|qq)(?![a-z]))';
const CONTACT_WORDS =
  `(?:${DODGED}|${ACCOUNTS}|电话|電話|手机|手機|座机|传真|联系方式|身份证|邮箱|郵箱|` +
  '(?<![a-z])(?:tel|telephone|phone|mobile|mob|fax|e-?mail)(?![a-z]))';
const CALLED = '(?:号码|账号|帐号|号|码|id|no\\.?)?';
/** Letters alone behind an account's word are one where nothing follows; a house's own, such as WeChat Pay, are none. */
const PRODUCTS = '(?:pay|music|mail|work|shop|store|cloud|app)';
const LETTERS = `(?!${PRODUCTS}(?![a-z]))[a-z][-\\w]{2,}(?![-\\w]|\\s*\\p{L})`;
/** Four digits after such a word, a colon with anything, or letters with a figure, as accounts are named; 电话 110 is nobody's own number. */
const CONTACT = [
  `${CONTACT_WORDS}${CALLED}(?:${GAP}${digits(4)}|\\s*:.*|${GAP}(?=[-\\w]*\\d)[a-z][-\\w]{5,})`,
  `${DODGED}${CALLED}${GAP}[a-z][-\\w]+`,
  `${ACCOUNTS}${CALLED}${GAP}${LETTERS}`,
].join('|');
/** With the letter that may end an ID number, and the point that ⒈ leaves behind its figure. */
const NUMBER = `${digits(FEWEST_DIGITS)}x?\\.?`;
/** Letters for the figures that they look like: 13800O138OO, and a mobile number in groups. Enough of its figures are real ones. */
const LOOKALIKES = [
  `(?<![a-z\\d])(?!\\d+oil)(?=(?:[oil]*\\d){5})\\d[\\doil]{${FEWEST_DIGITS - 1},}(?![a-z\\d])`,
  '(?<![a-z\\d])(?=(?:[oil -]*\\d){4})[1il][ -]?[3-9](?:[ -]?[\\doil]){9}(?![a-z\\d])',
].join('|');
/** A mobile number with a letter here and there: 138号0013号8000, 138的0013的8000. */
const PARTED = `(?<!${DIGIT})[1一壹幺](?:\\p{L}?${DIGIT}){10}(?!\\p{L}?${DIGIT})`;

const PATTERNS = (
  [
    ['line-break', LINE_BREAK],
    ['mail', MAIL],
    ['web', WEB],
    ['contact', CONTACT],
    ['number', NUMBER],
    ['number', LOOKALIKES],
    ['number', PARTED],
  ] as const
).map(([kind, source]) => ({ kind, pattern: new RegExp(source, 'giu') }));

/** Characters with at most three numerals among them: nearly all names, which need no closer look. No kind of private part has fewer than four. */
const PLAIN_CHARACTERS = `(?:(?![${NUMERALS}\\p{N}\\p{So}])[\\p{Script=Han}()（）·])*`;
const PLAIN_NAME = new RegExp(`^${PLAIN_CHARACTERS}(?:[0-9${NUMERALS}]${PLAIN_CHARACTERS}){0,3}$`, 'u');

/** The text in one width, with plain figures for circled and raised ones, and without what nobody sees. */
function plainForm(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '');
}

/** What the text holds that has no place in a name, from left to right, without overlaps. None in a name that may be published. */
export function findPrivateParts(text: string): PrivatePart[] {
  if (PLAIN_NAME.test(text)) return [];
  const plain = plainForm(text);
  const found = PATTERNS.flatMap(({ kind, pattern }) =>
    [...plain.matchAll(pattern)].map(({ 0: whole, index }) => ({ kind, start: index, end: index + whole.length })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: PrivatePart[] = [];
  for (const part of found) {
    const last = parts.at(-1);
    if (!last || part.start >= last.end) parts.push(part);
    else if (part.end > last.end) parts[parts.length - 1] = { ...last, end: part.end };
  }
  return parts;
}

/** A name as messages and reports show it: what is private is left out, and it is said that it is. */
export function hidePrivateParts(text: string): string {
  const parts = findPrivateParts(text);
  if (parts.length === 0) return text;
  const plain = plainForm(text);
  let shown = '';
  let at = 0;
  for (const { kind, start, end } of parts) {
    shown += plain.slice(at, start) + HIDDEN[kind];
    at = end;
  }
  return inOneBracket(shown + plain.slice(at));
}
