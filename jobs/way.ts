/**
 * How something is done, in a sentence that every door says: a job names another job or an input, and the door puts in its own words for it, a
 * command and an option here, a button and a field there. What is named stands between two marks that no document uses.
 */
const MARK = '\u{F0001}';
const NAMED = new RegExp(`${MARK}(run|give|input):([^${MARK}]*)${MARK}`, 'gu');

/** Jobs that a sentence sends people to. */
type NamedJob = 'check' | 'forms' | 'key' | 'schemes' | 'check-schemes';

/** Inputs that a sentence speaks of. */
export type NamedInput =
  | 'out'
  | 'force'
  | 'scheme'
  | 'templates'
  | 'key'
  | 'copies'
  | 'draft'
  | 'pdf'
  | 'only'
  | 'district'
  | 'from'
  | 'days'
  | 'issued'
  | 'until'
  | 'prefer'
  | 'allow-clearing'
  | 'write-roster'
  | 'notes'
  | 'reply-by'
  | 'received'
  | 'column'
  | 'fill'
  | 'prefer-list'
  | 'listed';

/** What a door calls jobs and inputs. */
export interface DoorWords {
  /** `运行 npx pingyou check ` */
  run(job: string): string;
  /** `加 --copies 3`; without a value the input alone. */
  give(input: string, value: string): string;
  /** `--copies` */
  input(input: string): string;
}

/** In a sentence: do that job. */
export function run(job: NamedJob): string {
  return `${MARK}run:${job}${MARK}`;
}

/** In a sentence: give that input, perhaps with this value. */
export function give(input: NamedInput, value = ''): string {
  return `${MARK}give:${input}=${value}${MARK}`;
}

/** In a sentence: the name of that input. */
export function inputName(input: NamedInput): string {
  return `${MARK}input:${input}${MARK}`;
}

/** The sentence in the words of a door. */
export function sayIn(words: DoorWords, sentence: string): string {
  return sentence.replace(NAMED, (_, kind: string, named: string) => {
    if (kind === 'run') return words.run(named);
    if (kind === 'input') return words.input(named);
    const at = named.indexOf('=');
    return words.give(named.slice(0, at), named.slice(at + 1));
  });
}
