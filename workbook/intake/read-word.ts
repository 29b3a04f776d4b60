/** 是 or 否, and one word of a few: however people write it, as long as it can be one only. */
import { remember } from '../../rules/remember.ts';
import type { RosterColumn, Spellings } from '../../rules/roster-column.ts';
import { ADVERSE_SPELLINGS, isPlaceholder, TICK_SPELLINGS, YES_NO_SPELLINGS } from '../../rules/spellings.ts';
import { toSimplified } from '../../rules/traditional-characters.ts';
import { findTicked } from './ticked-boxes.ts';
import { comparable } from './clean-text.ts';
import { FactFault, NOT_FILLED_IN, NotedFact, type FactFaultCode, type Meaning } from './fact-reading.ts';
import { noteBlank, noteReading } from './note-reading.ts';

const YES_NO = ['是', '否'] as const;

export function readYesNo(text: string, column: RosterColumn): boolean | FactFault | NotedFact {
  if (text === '是' || text === '否') return text === '是';
  const word = readWord(text, column, 'not-yes-no');
  if (word instanceof FactFault || word.value === null) return word;
  return new NotedFact(word.value === '是', word.canonical, word.notes);
}

/** Width and white space make no difference. */
export function readChoice(text: string, column: RosterColumn): string | FactFault | NotedFact {
  return column.choices?.includes(text) ? text : readWord(text, column, 'not-a-choice');
}

function readWord(text: string, column: RosterColumn, code: FactFaultCode): FactFault | NotedFact {
  const { words, meanings } = vocabularyOf(column);
  const exact = meanings.get(comparable(text));
  const ticked = exact ? undefined : findTicked(text);
  if (ticked === '') return noteBlank(text);
  const found = exact ?? meanings.get(comparable(ticked ?? text)) ?? meanings.get(looseKey(ticked ?? text)) ?? [];
  const [word, other] = found;
  if (word !== undefined && other === undefined) return noteReading(word, text, word);
  if (found.length === 0 && isPlaceholder(text.trim()) && !/[无有]/.test(text)) return noteBlank(text);
  // One word alone is no choice: nobody has said that it is the one.
  const candidates = words.length > 1 ? words : [];
  return new FactFault(code, wantedOf(words, column), meaningsOf(found, text, column), candidates);
}

function wantedOf(words: readonly string[], { type }: RosterColumn): string {
  return type === 'yes-no' ? '“是”或“否”' : `${words.map((word) => `“${word}”`).join('、')}之一`;
}

function meaningsOf(found: readonly string[], text: string, { type, adverse }: RosterColumn): Meaning[] {
  if (found.length > 1) return found.map((word) => ({ words: `“${word}”`, typed: word }));
  if (type !== 'yes-no') return [];
  if (isPlaceholder(text.trim())) return [{ words: '“否”', typed: '否' }, NOT_FILLED_IN];
  const key = comparable(text).toUpperCase();
  const isTick = Object.values(TICK_SPELLINGS).some((signs) => signs.includes(key));
  return adverse && isTick
    ? [
        { words: '有这样的事', typed: '是' },
        { words: '没有这样的事', typed: '否' },
      ]
    : [];
}

interface Vocabulary {
  /** What may stand in the column. */
  readonly words: readonly string[];
  /** All spellings in one form → the words that they can mean. */
  readonly meanings: ReadonlyMap<string, readonly string[]>;
}

const vocabularies = new WeakMap<RosterColumn, Vocabulary>();

function vocabularyOf(column: RosterColumn): Vocabulary {
  const known = vocabularies.get(column);
  if (known) return known;
  const words = column.type === 'yes-no' ? YES_NO : (column.choices ?? []);
  const common: readonly Spellings[] =
    column.type === 'yes-no' ? [YES_NO_SPELLINGS, column.adverse ? ADVERSE_SPELLINGS : TICK_SPELLINGS] : [];
  const vocabulary = { words, meanings: collectMeanings(words, [...common, column.spellings ?? {}]) };
  vocabularies.set(column, vocabulary);
  return vocabulary;
}

/** The words as they are come before all other spellings of them, these before looser ones. */
function collectMeanings(words: readonly string[], spellings: readonly Spellings[]): Map<string, string[]> {
  const exact = new Map(words.map((word) => [comparable(word), [word]]));
  const addAll = (meanings: Map<string, string[]>, keyOf: (text: string) => readonly string[]) => {
    const added = new Map<string, string[]>();
    for (const word of words) {
      const others = spellings.flatMap((each) => each[word] ?? []);
      for (const key of new Set([word, ...others].flatMap(keyOf))) {
        if (key !== '' && !meanings.has(key)) added.set(key, [...(added.get(key) ?? []), word]);
      }
    }
    return new Map([...meanings, ...added]);
  };
  const spelled = addAll(exact, (text) => [comparable(text)]);
  return addAll(spelled, (text) => [looseKey(text), looseKey(text).replace(/级$/, '')]);
}

const NUMERALS = new Map(
  ['一壹1Ⅰ', '二贰2Ⅱ', '三叁3Ⅲ', '四肆4Ⅳ', '五伍5', '六6'].flatMap((set) =>
    Array.from(set, (numeral) => [numeral, set.charAt(0)] as const),
  ),
);

/** Whatever the characters (未發生), the case of letters, the writing of a single numeral (贰级, 2级), brackets, and signs at the ends. */
const looseKey = remember(
  (text: string) =>
    toSimplified(comparable(text))
      .toUpperCase()
      .replace(/[()（）]/g, '')
      .replace(/^[√✓✔☑✅\s]+(?=.)|[√✓✔☑✅。.,;、]+$/g, '')
      .replace(/(?<![\dA-Z])[壹贰叁肆伍1-6ⅠⅡⅢⅣ](?![\dA-Z])/g, (numeral) => NUMERALS.get(numeral) ?? numeral),
  2000,
);
