/** What the commands say to people. Progress and sentences go to standard error; standard output is for results, so that `--json` can be piped. */
import { hideIdNumbers } from '../rules/id-number.ts';
import { inWords } from './words.ts';

/** Shows `正在生成评分表 120/589` on one line of the terminal; elsewhere only the last state. */
export function showProgress(label: string, done: number, total: number): void {
  const isLast = done >= total;
  if (process.stderr.isTTY) process.stderr.write(`\r${label} ${done}/${total}${isLast ? '\n' : ''}`);
  else if (isLast) process.stderr.write(`${label} ${done}/${total}\n`);
}

/** One sentence for the person at the terminal. Whatever it quotes from a file, it shows no ID number. */
export function say(sentence: string): void {
  process.stderr.write(`${hideIdNumbers(inWords(sentence))}\n`);
}

/** The result of a command: one JSON value on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(
    `${JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? inWords(each) : each), 2)}\n`,
  );
}
