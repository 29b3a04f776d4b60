/** Generates rosters of a scheme, changes one nomination at a time, and holds what is said of the others against what was said before. */
import { checkRoster } from '../../rules/check-roster.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { makeRandom } from '../../jobs/sample/random.ts';
import type { Template } from '../../ooxml/stamp/stamp.ts';
import { copyBook, readBook, type Book } from './book.ts';
import { CHANGES, makeSomeAlike, spoilUnit, type Change } from './changes.ts';
import { compareChecks } from './compare.ts';
import { describeNominations, type Description } from './describe-nomination.ts';
import { makeRoster, type Kit } from './make-roster.ts';

export interface PropertyRun {
  readonly rosters: number;
  readonly changes: number;
  /** Nominations held against themselves, and those of which a rule that speaks of both says something else. */
  readonly comparisons: number;
  readonly explained: number;
  /** Changes by which something else is said of the nomination that was changed. */
  readonly noticed: number;
  readonly failures: readonly string[];
}

/** Faults that a roster has before the change, at most. */
const FAULTS = 5;
const UNIT_FAULTS = 6;
const CHANGES_A_ROSTER = 3;

/** The same scheme and count give the same run. */
export function runProperty(scheme: Scheme, templates: ReadonlyMap<string, Template>, rosters: number): PropertyRun {
  let [changes, noticed, comparisons, explained] = [0, 0, 0, 0];
  const failures: string[] = [];
  const names = Object.entries(CHANGES);
  const describe = (book: Book) => describeNominations(checkRoster(scheme, readBook(scheme, book)), templates);
  for (let seed = 1; seed <= rosters; seed += 1) {
    const random = makeRandom(seed);
    const { kit, book } = makeRoster(scheme, random);
    for (let fault = random.integer(0, FAULTS); fault > 0; fault -= 1) {
      changeOne(kit, book, random.pick(names)[1]);
    }
    for (let fault = random.integer(0, UNIT_FAULTS); fault > 0; fault -= 1) spoilUnit(kit, book);
    if (random.chance(2, 3)) makeSomeAlike(kit, book);
    const before: ReadonlyMap<number, Description> = describe(book);
    for (let turn = 0; turn < CHANGES_A_ROSTER; turn += 1) {
      const [name, change] = names[(seed * CHANGES_A_ROSTER + turn) % names.length] ?? names[0] ?? [];
      if (name === undefined || change === undefined) continue;
      const changed = copyBook(book);
      const row = changeOne(kit, changed, change);
      if (row === null) continue;
      const result = compareChecks(before, describe(changed), row);
      changes += 1;
      comparisons += result.count;
      explained += result.explained;
      if (result.isNoticed) noticed += 1;
      failures.push(...result.unexplained.map((line) => `seed ${seed}, ${name} of row ${row}: ${line}`));
    }
  }
  return { rosters, changes, comparisons, explained, noticed, failures };
}

/** The row that was changed; null in a roster without nominations. */
function changeOne(kit: Kit, book: Book, change: Change): number | null {
  if (book.nominees.length === 0) return null;
  return change({ kit, book, target: kit.random.pick(book.nominees) }).row;
}
