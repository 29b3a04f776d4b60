/** What a summary hands on of nominations, so that the next gathering knows what a district has changed since, and what staff have. */
import { groupBy } from '../group-by.ts';
import { OF_UNIT } from './chosen-unit.ts';
import { commonIn } from './compare-cells.ts';
import { showFact } from './fact-in.ts';
import type { GatheredNominations } from './gather-nominations.ts';
import type { GatheredRow, NominationWrite } from './gathered-row.ts';
import type { TakenRow, TakenRows } from './returned-nominations.ts';

/**
 * What this gathering took, over what those before it did: a district that sends nothing this time, and a row that is held, lose nothing.
 * @param isWritten whether a new roster is written
 */
export function listTaken(gathered: GatheredNominations, headings: readonly string[], isWritten: boolean): TakenRows {
  const writesOf = groupBy(gathered.writes, (write) => write.gathered);
  // What was decided of them stands in no roster yet: the next gathering has to find them as they were.
  const pending = new Set(
    gathered.collisions.filter(({ decision }) => decision?.row === null).map(({ application }) => application),
  );
  const now = gathered.rows
    .filter(({ kind }) => kind !== 'held' && kind !== 'removed')
    .map((row): [string, TakenRow] => {
      const before = gathered.earlier?.get(row.application);
      if (before && !isWritten && pending.has(row.application)) return [row.application, before];
      const writes = writesOf.get(row) ?? [];
      const kinds = new Set(writes.map(({ kind }) => kind));
      const changes = kinds.has('added') || kinds.has('changed');
      const isOpen = !isWritten && (changes || pending.has(row.application));
      const isAgreed = !kinds.has('conflict') && !isOpen;
      const base = listBase(row, before ?? null, headings);
      const cells = listCells(row, headings, { base, writes });
      return [row.application, isAgreed || base.size === 0 ? { isAgreed, cells } : { isAgreed, cells, before: base }];
    });
  return new Map([...(gathered.earlier ?? []), ...now]);
}

/** What list and roster had in common before this gathering; a row that the roster does not have has nothing in common with it. */
function listBase(
  { nominee }: GatheredRow,
  before: TakenRow | null,
  headings: readonly string[],
): ReadonlyMap<string, string> {
  if (!nominee) return new Map();
  return new Map(
    [...OF_UNIT, ...headings].flatMap((heading): [string, string][] => {
      const base = commonIn(before, heading, nominee.facts.get(heading) ?? null);
      return base === null ? [] : [[heading, base]];
    }),
  );
}

interface TakenAround {
  /** As `listBase` gives it. */
  readonly base: ReadonlyMap<string, string>;
  readonly writes: readonly NominationWrite[];
}

/** Of a cell that nobody could read, and of one that the district cleared and nobody has decided about, what was known before. */
function listCells(
  { row, unit, nominee }: GatheredRow,
  headings: readonly string[],
  { base, writes }: TakenAround,
): ReadonlyMap<string, string> {
  const facts = new Map(row.facts);
  const kept = writes.filter(({ kind }) => kind === 'kept');
  const unread = new Set([...row.unread, ...kept].map(({ heading }) => heading));
  return new Map([
    ['单位编号', unit?.number ?? ''],
    ['单位名称', unit?.name ?? ''],
    ...headings.map((heading): [string, string] => [
      heading,
      unread.has(heading)
        ? (base.get(heading) ?? showFact(nominee?.facts.get(heading) ?? null))
        : showFact(facts.get(heading) ?? null),
    ]),
  ]);
}
