/** What a person chose among returned sheets is chosen as long as its roster is open, however often more comes in. */
import { describe, expect, test } from 'vitest';
import { goOnWithAnswers, type Answers } from '../../addin/page/returns/answers.ts';
import { giveAnswer, settleAnswers, type CollisionAnswer } from '../../addin/page/returns/collision-view.ts';

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

describe('what is decided of collisions', () => {
  const about = (code: string, word: CollisionAnswer['word'], reason = ''): CollisionAnswer => {
    return { matter: '推荐表与总名册不一致', subject: 'A-1', word, by: '会', on: '2025-01-06', reason, about: code };
  };
  const summary = [about('AB', 'agreed', '汇总'), about('AC', 'refused', '汇总')];
  const other = summary.slice(1);

  test.each<[what: string, answers: readonly CollisionAnswer[], holds: readonly CollisionAnswer[]]>([
    ['nothing here: what the summary has', [], summary],
    ['answered here', [about('AB', 'refused')], [about('AB', 'refused'), ...other]],
    ['taken back here', [about('AB', null)], other],
    ['taken back twice', [about('AB', null), about('AB', null)], other],
    ['answered and taken back', [about('AB', 'refused'), about('AB', null)], other],
    [
      'taken back and answered again',
      [about('AB', null), about('AB', 'refused', '又')],
      [about('AB', 'refused', '又'), ...other],
    ],
    ['about something else', [about('AD', 'agreed')], [about('AD', 'agreed'), ...summary]],
  ])('%s', (_, answers, holds) => {
    let [decided, given]: (readonly CollisionAnswer[])[] = [[], summary];
    for (const answer of answers) {
      decided = giveAnswer(decided ?? [], answer);
      given = settleAnswers(decided, given ?? []);
    }
    expect(given).toEqual(holds);
    // The same summary is read again with what comes in next.
    expect(settleAnswers(decided ?? [], summary)).toEqual(holds);
  });
});
