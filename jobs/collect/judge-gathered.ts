/** What came in of nominations, checked as it would stand in the roster: before anything is written. */
import type { RosterCheck } from '../../rules/check-roster.ts';
import type { CheckCollision } from '../../rules/nominations/check-collisions.ts';
import { judgeNominations, type JudgedNominations } from '../../rules/nominations/judge-nominations.ts';
import type { GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import { hasLists } from '../../rules/nominations/gather-nominations.ts';
import { findOtherFormat } from '../../workbook/formats/open-any-workbook.ts';
import { listInputColumns } from '../../workbook/outgoing/outgoing-layout.ts';
import type { ScoreWrite } from '../../workbook/roster/fill-roster-scores.ts';
import { tellUserFault } from '../../workbook/user-fault.ts';
import type { InputFile, JobContext } from '../job.ts';
import { loadRoster } from '../load-roster.ts';
import { keepsDecisions, type Collected } from './read-collected.ts';
import { fillRoster } from './write-collected.ts';

export interface JudgedGathering extends JudgedNominations {
  readonly gathered: GatheredNominations;
  /** Of the roster with all that is written. */
  readonly check: RosterCheck;
  /** Those of `met` that the roster is to be given as decided. */
  readonly answers: readonly CheckCollision[];
}

/**
 * Null where no list came, and where the roster cannot be written, which is told.
 * @param writes scores that are written with the nominations
 */
export async function judgeGathered(
  roster: InputFile,
  collected: Pick<Collected, 'expected' | 'gathered' | 'opinions' | 'given'>,
  writes: readonly ScoreWrite[],
  context: JobContext,
): Promise<JudgedGathering | null> {
  const { gathered, expected } = collected;
  const { nominations } = expected;
  if (!gathered || !nominations || !hasLists(gathered)) return null;
  const headings = new Set(listInputColumns(expected.scheme).map(({ heading }) => heading));
  const sides = {
    before: nominations.cleared,
    taken: nominations.taken,
    given: keepsDecisions(expected) ? collected.given : [],
  };
  const judge = async (answers: readonly CheckCollision[]): Promise<JudgedGathering | null> => {
    const bytes = tryFill(answers);
    if (!bytes) return null;
    const { check } = await loadRoster({ name: roster.name, bytes }, context.schemes);
    const judged = judgeNominations(gathered, { ...sides, check }, headings);
    return { ...judged, gathered, check, answers };
  };
  // What people answered rests on what collides, and that shows when all stands in the roster; so does what becomes of the answers.
  const first = await judge([]);
  const answers = first?.met.filter(({ isNew }) => isNew) ?? [];
  const then = answers.length > 0 ? await judge(answers) : null;
  return first && then ? { ...then, met: first.met } : first;

  function tryFill(answers: readonly CheckCollision[]): Uint8Array | null {
    const skip = (why: string) => {
      context.tell(`推荐没有连同总名册审查：${why}`);
      return null;
    };
    if (findOtherFormat(roster.bytes, roster.name) !== null) {
      return skip(`总名册“${roster.name}”不是 .xlsx，不能写入；请另存为 .xlsx 再收一次。`);
    }
    try {
      return fillRoster(roster, { ...collected, answers }, writes);
    } catch (error) {
      const sentence = tellUserFault(error);
      if (sentence === null) throw error;
      return skip(sentence);
    }
  }
}
