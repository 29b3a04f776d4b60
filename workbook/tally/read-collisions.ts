/** What people have decided beside the collisions of an earlier summary. */
import { DECIDED_ABOUT, DECISION_COLUMNS } from '../../rules/application-columns.ts';
import { DECISION_WORDS, type DecisionWord } from '../../rules/decision.ts';
import type { GivenDecision } from '../../rules/nominations/collision-decisions.ts';
import { COLLISION_ANSWERS, COLLISION_HEADINGS, COLLISIONS_SHEET, SEEN_HEADINGS } from './collision-table.ts';
import type { EarlierTables } from './earlier-tables.ts';

/**
 * Rows in which something is filled in, complete or not.
 * @throws UnusableInput for a word or a day that cannot be read
 */
export function readCollisions(tables: EarlierTables): GivenDecision[] {
  const { matter, subject } = COLLISION_HEADINGS;
  const answers = DECISION_COLUMNS.filter(({ heading }) => COLLISION_ANSWERS.some((each) => each === heading));
  const { district, label, inRoster, inList } = SEEN_HEADINGS;
  const { rows } = tables.read(COLLISIONS_SHEET, [
    ...[matter, subject, DECIDED_ABOUT].map((heading) => ({ heading, type: 'text' }) as const),
    ...Object.values(SEEN_HEADINGS).map((heading) => ({ heading, type: 'text', optional: true }) as const),
    ...answers,
  ]);
  return rows.flatMap(({ facts }): GivenDecision[] => {
    const text = (heading: string) => {
      const value = facts.get(heading);
      return typeof value === 'string' ? value : '';
    };
    const [decision, by, on, reason] = COLLISION_ANSWERS.map(text);
    if (!decision && !by && !on && !reason) return [];
    return [
      {
        matter: text(matter),
        subject: text(subject),
        word: findWord(decision ?? ''),
        by: by ?? '',
        on: on ?? '',
        reason: reason ?? '',
        about: text(DECIDED_ABOUT),
        seen: { district: text(district), label: text(label), inRoster: text(inRoster), inList: text(inList) },
      },
    ];
  });
}

function findWord(written: string): DecisionWord | null {
  const words: readonly DecisionWord[] = ['agreed', 'refused'];
  return words.find((word) => DECISION_WORDS[word] === written) ?? null;
}
