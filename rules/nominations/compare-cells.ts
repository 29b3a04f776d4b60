/** The cells in which a row of a list and the roster differ. */
import type { FactValue } from '../roster-column.ts';
import { OF_UNIT, type MemberFinder } from './chosen-unit.ts';
import { showFact } from './fact-in.ts';
import type { FoundRow, NominationWriteKind } from './gathered-row.ts';
import type { TakenRow } from './returned-nominations.ts';

export interface CellSides {
  /** Headings of 推荐名单 that a district fills in. */
  readonly headings: readonly string[];
  /** Cells of the roster that hold something which nobody can read, as `nominationCell` names them. */
  readonly unreadable: ReadonlySet<string>;
  readonly finder: MemberFinder;
}

export interface DifferingCell {
  readonly kind: NominationWriteKind;
  readonly heading: string;
  readonly before: FactValue;
  readonly after: FactValue;
}

/** A cell of the roster's 推荐名单. */
export function nominationCell(row: number, heading: string): string {
  return `${row} ${heading}`;
}

/** @param taken what was gathered of it last; null where nothing was */
export function listDiffering(
  found: FoundRow,
  taken: TakenRow | null,
  { headings, unreadable, finder }: CellSides,
): DifferingCell[] {
  const { nominee } = found;
  // However its number is written in the roster.
  const isSameUnit = nominee !== null && finder.byNumber.find(nominee.unitNumber) === found.unit;
  return listCells(found, headings).flatMap(({ heading, after }) => {
    if (isSameUnit && OF_UNIT.has(heading)) return [];
    const before = nominee?.facts.get(heading) ?? null;
    const isUnreadable = nominee !== null && unreadable.has(nominationCell(nominee.row, heading));
    const kind =
      isUnreadable && showFact(after) !== '' ? 'conflict' : judgeCell(before, after, commonIn(taken, heading, before));
    return kind ? [{ kind, heading, before, after } as const] : [];
  });
}

/**
 * What list and roster had in common last; null where that is not known. What was gathered and not written is common where the roster has it by
 * now; else what was common before still is.
 */
export function commonIn(taken: TakenRow | null, heading: string, held: FactValue): string | null {
  if (taken === null) return null;
  const said = taken.cells.get(heading) ?? '';
  return taken.isAgreed || said === showFact(held) ? said : (taken.before?.get(heading) ?? null);
}

/** What the row says for each column; number and name are those of the unit that was chosen. */
export function listCells({ row, unit, application }: FoundRow, headings: readonly string[]) {
  const notRead = new Set(row.unread.map(({ heading }) => heading));
  const facts = new Map(row.facts);
  return [
    { heading: '申报编号', after: application },
    { heading: '单位编号', after: unit?.number ?? null },
    { heading: '单位名称', after: unit?.name ?? null },
    ...headings
      .filter((heading) => !notRead.has(heading))
      .map((heading) => ({ heading, after: facts.get(heading) ?? null })),
  ];
}

/**
 * @param base what both had in common last; null where that is not known
 * @returns null where nothing is to be said
 */
function judgeCell(before: FactValue, after: FactValue, base: string | null): NominationWriteKind | null {
  const [held, said] = [showFact(before), showFact(after)];
  if (held === said) return null;
  // The district has said nothing new: what stands in the roster now is what staff have made of it.
  if (base !== null && said === base) return null;
  if (held === '') return 'added';
  if (said === '') return base === null ? null : 'kept';
  return base !== null && held === base ? 'changed' : 'conflict';
}
