/** What a person chose among returned sheets is chosen as long as its roster is open, however often more comes in. */
import { expect, test } from 'vitest';
import { goOnWithAnswers, type Answers } from '../../addin/page/returns/answers.ts';

const answers = (chosen: readonly string[], confirmed: readonly string[] = []): Answers => ({
  chosen: new Set(chosen),
  confirmed: new Set(confirmed),
});
const TALLY = answers(['a', 'b'], ['q']);

test.each([
  ['the first time nothing is answered', null, null, answers([])],
  ['the first time a tally hands on its answers', null, TALLY, TALLY],
  ['what was answered holds', { ...answers(['c'], ['r']), earlier: null }, null, answers(['c'], ['r'])],
  [
    'a tally that is taken up then adds its own',
    { ...answers(['c'], ['r']), earlier: null },
    TALLY,
    answers(['c', 'a', 'b'], ['r', 'q']),
  ],
  [
    'what the same tally handed on and was answered otherwise stays so',
    { ...answers(['b', 'c']), earlier: TALLY },
    TALLY,
    answers(['b', 'c']),
  ],
  [
    'a later tally adds what is new in it alone',
    { ...answers(['b', 'c']), earlier: TALLY },
    answers(['a', 'b', 'd']),
    answers(['b', 'c', 'd']),
  ],
  [
    'a tally that is put away takes its answers with it',
    { ...answers(['a', 'b', 'c'], ['q']), earlier: TALLY },
    null,
    answers(['c']),
  ],
])('%s', (_, before, earlier, expected) => {
  expect(goOnWithAnswers(before, earlier)).toEqual(expected);
});
