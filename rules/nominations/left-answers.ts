/** What people filled in beside collisions that did not come up this time: it is handed on, for the next gathering may meet them again. */
import type { Decision } from '../decision.ts';
import { textKey } from '../same-text.ts';
import type { GivenDecision } from './collision-decisions.ts';

type Asked = Pick<GivenDecision, 'matter' | 'subject'>;

interface LeftAround {
  /** What came up, decided or not: what was answered about other words of the same is void. */
  readonly met: readonly Asked[];
  /** The rows of the roster's 决定: what it has need not be handed on. */
  readonly decisions: readonly Decision[];
  /** What 名额调整 of the roster has a row about, as a collision calls it. */
  readonly adjusted: readonly string[];
}

/** What stands behind a code in 所定内容 says what became of it. */
const MARK = /（[^）]*）$/;

/** Each once, the first of several. */
export function listLeftAnswers(
  given: readonly GivenDecision[],
  { met, decisions, adjusted }: LeftAround,
): GivenDecision[] {
  const keyOf = ({ matter, subject }: Asked) => `${textKey(matter)} ${textKey(subject)}`;
  const gone = new Set(met.map(keyOf));
  const written = new Set(decisions.map((row) => `${keyOf(row)} ${(row.about ?? '').replace(MARK, '')}`));
  const places = new Set(adjusted.map(textKey));
  return given.filter((each, at) => {
    const key = `${keyOf(each)} ${each.about}`;
    if (each.about === '' || gone.has(keyOf(each)) || written.has(key)) return false;
    if (places.has(textKey(each.subject))) return false;
    return given.findIndex((other) => `${keyOf(other)} ${other.about}` === key) === at;
  });
}
