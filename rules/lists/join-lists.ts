/**
 * Lists that others keep, brought to 会员单位. The roster is the staff's own: what stands there stays unless somebody asks for a column of the lists,
 * and where the lists themselves disagree nobody wins. A blank cell of a list says nothing.
 */
import { groupBy } from '../group-by.ts';
import type { MemberUnit } from '../master-roster.ts';
import type { FactValue, RosterColumn } from '../roster-column.ts';
import { textKey } from '../same-text.ts';
import { makeRowIdentifier, type RowIdentity } from './identify-row.ts';
import type { ListCell, ListFile, ListRow, ListSheet } from './list-sheet.ts';

interface JoinInput {
  readonly units: readonly MemberUnit[];
  readonly regionNames: readonly string[];
  readonly sheets: readonly ListSheet[];
  /** Cells of the roster that must not be written, as `joinCellKey` names them, and why: unreadable ones, merged ones. */
  readonly closed: ReadonlyMap<string, string>;
  /** Columns that the roster's sheet has and a list may fill, by heading. */
  readonly fillable: ReadonlyMap<string, RosterColumn>;
  /** Of these the columns in which a list takes the roster's place. */
  readonly preferList: ReadonlySet<string>;
}

/** One cell of one list that speaks for a cell of the roster. */
export interface ListClaim extends ListCell {
  readonly sheet: ListSheet;
  readonly row: ListRow;
}

/**
 * `filled`: nothing stood there. `replaced`: the list was asked to win. `kept`: the roster holds another value. `torn`: the lists, or two rows of one,
 * disagree. `closed`: nobody can write there.
 */
export type JoinedKind = 'filled' | 'replaced' | 'kept' | 'torn' | 'closed';

/** A cell of the roster in which it and the lists differ. */
export interface JoinedCell {
  readonly kind: JoinedKind;
  readonly unit: MemberUnit;
  readonly heading: string;
  readonly before: FactValue;
  /** Why it is closed; empty where it is not. */
  readonly why: string;
  /** In the order of the lists; of a `filled` and a `replaced` one all say the same. */
  readonly claims: readonly [ListClaim, ...ListClaim[]];
}

/** A row of a list that no unit could be found for. */
interface OpenRow {
  readonly sheet: ListSheet;
  readonly row: ListRow;
  /** One Chinese sentence without a full stop. */
  readonly reason: string;
}

export interface JoinedLists {
  readonly cells: readonly JoinedCell[];
  readonly open: readonly OpenRow[];
  /** Units of the roster that a file has no row of. */
  readonly absent: readonly { readonly file: ListFile; readonly unit: MemberUnit }[];
  /** How many rows of each sheet found their unit. */
  readonly matched: ReadonlyMap<ListSheet, number>;
  /** How many cells of the lists say what the roster holds already. */
  readonly same: number;
}

export function joinCellKey(row: number, heading: string): string {
  return `${row} ${heading}`;
}

export function joinLists(input: JoinInput): JoinedLists {
  const identify = makeRowIdentifier(input.units, input.regionNames);
  const claims = new Map<MemberUnit, ListClaim[]>();
  const open: OpenRow[] = [];
  const matched = new Map<ListSheet, number>();
  const found = new Map<ListFile, Set<MemberUnit>>();
  for (const sheet of input.sheets) {
    const ofFile = found.get(sheet.file) ?? new Set<MemberUnit>();
    found.set(sheet.file, ofFile);
    matched.set(sheet, 0);
    for (const row of sheet.rows) {
      const identity: RowIdentity = row.doubt === null ? identify(row) : { kind: 'open', reason: row.doubt };
      if (identity.kind === 'open') {
        open.push({ sheet, row, reason: identity.reason });
        continue;
      }
      ofFile.add(identity.unit);
      matched.set(sheet, (matched.get(sheet) ?? 0) + 1);
      const own = claims.get(identity.unit) ?? [];
      claims.set(identity.unit, own);
      for (const cell of row.cells) own.push({ ...cell, sheet, row });
    }
  }
  const cells: JoinedCell[] = [];
  let same = 0;
  for (const unit of input.units) {
    const wanted = (claims.get(unit) ?? []).filter(({ heading }) => input.fillable.has(heading));
    for (const [heading, [first, ...others]] of groupBy(wanted, (claim) => claim.heading)) {
      if (!first) continue;
      const joined = judgeCell({ unit, heading, claims: [first, ...others] }, input);
      if (joined) cells.push(joined);
      else same += 1 + others.length;
    }
  }
  const absent = [...found].flatMap(([file, units]) =>
    input.units.flatMap((unit) => (units.has(unit) ? [] : [{ file, unit }])),
  );
  return { cells, open, absent, matched, same };
}

/** @returns null where all say what the roster holds */
function judgeCell(
  cell: Pick<JoinedCell, 'unit' | 'heading' | 'claims'>,
  { closed, preferList, fillable }: JoinInput,
): JoinedCell | null {
  const { unit, heading, claims } = cell;
  const before = unit.facts.get(heading) ?? null;
  const [{ value }] = claims;
  const why = closed.get(joinCellKey(unit.row, heading)) ?? '';
  const make = (kind: JoinedKind): JoinedCell => ({ ...cell, kind, before, why });
  const isSame = fillable.get(heading)?.type === 'text' ? isSameText : (one: FactValue, two: FactValue) => one === two;
  if (claims.some((claim) => !isSame(claim.value, value))) return make('torn');
  if (isSame(before, value)) return null;
  if (why !== '') return make('closed');
  if (before === null) return make('filled');
  return make(preferList.has(heading) ? 'replaced' : 'kept');
}

/** Width, blanks and punctuation make no difference; of what is no text the reading has made one form already. */
function isSameText(one: FactValue, other: FactValue): boolean {
  return one === other || (one !== null && other !== null && textKey(String(one)) === textKey(String(other)));
}
