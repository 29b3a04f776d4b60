/** What a summary hands on of nominations, so that the next gathering knows what a district has changed since, and what staff have. */
import { groupBy } from '../group-by.ts';
import { showFact } from './fact-in.ts';
import type { GatheredNominations, GatheredRow } from './gather-nominations.ts';
import type { TakenRow, TakenRows } from './returned-nominations.ts';

/**
 * What this gathering took, over what those before it did: a district that sends nothing this time, and a row that is held, lose nothing.
 * @param isWritten whether a new roster is written
 */
export function listTaken(gathered: GatheredNominations, headings: readonly string[], isWritten: boolean): TakenRows {
  const writesOf = groupBy(gathered.writes, (write) => write.gathered);
  const now = gathered.rows
    .filter(({ kind }) => kind !== 'held' && kind !== 'removed')
    .map((row): [string, TakenRow] => {
      const kinds = new Set((writesOf.get(row) ?? []).map(({ kind }) => kind));
      const changes = kinds.has('added') || kinds.has('changed');
      const isAgreed = !kinds.has('conflict') && (isWritten || !changes);
      const earlier = gathered.earlier?.get(row.application)?.cells;
      return [row.application, { isAgreed, cells: listCells(row, headings, earlier) }];
    });
  return new Map([...(gathered.earlier ?? []), ...now]);
}

/** Of a cell that nobody could read what was known before. */
function listCells(
  { row, unit, nominee }: GatheredRow,
  headings: readonly string[],
  earlier: TakenRow['cells'] | undefined,
): ReadonlyMap<string, string> {
  const facts = new Map(row.facts);
  const unread = new Set(row.unread.map(({ heading }) => heading));
  return new Map([
    ['单位编号', unit?.number ?? ''],
    ['单位名称', unit?.name ?? ''],
    ...headings.map((heading): [string, string] => [
      heading,
      unread.has(heading)
        ? (earlier?.get(heading) ?? showFact(nominee?.facts.get(heading) ?? null))
        : showFact(facts.get(heading) ?? null),
    ]),
  ]);
}
