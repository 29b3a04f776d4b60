/** What the command line calls jobs and inputs. */
import { sayIn, type DoorWords } from '../jobs/way.ts';

/** Commands that want more than a name. */
const ARGUMENTS: Readonly<Record<string, string>> = { key: ' --out 密钥.txt' };

const WORDS: DoorWords = {
  run: (job) => `运行 npx pingyou ${job}${ARGUMENTS[job] ?? ''}`,
  give: (input, value) => `加 --${input}${value === '' ? '' : ` ${value}`}`,
  input: (input) => `--${input}`,
};

/** A job's sentence as the command line says it. */
export function inWords(sentence: string): string {
  return sayIn(WORDS, sentence);
}
