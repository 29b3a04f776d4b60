/** Which column of a list is which of 会员单位: by its heading as at every door, by what is asked now, by what the roster remembers. */
import { CREDIT_CODE_COLUMN, columnsOf, MEMBER_UNIT_COLUMNS } from '../../rules/roster-columns.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import type { MappingOrigin } from '../../rules/lists/list-sheet.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { comparableHeading, headingKeys } from '../intake/find-headings.ts';
import { quoteForUser } from '../intake/quote.ts';

/** A heading of lists and the column of 会员单位 that it means. */
export interface ColumnMapping {
  readonly written: string;
  readonly heading: string;
}

export interface ListColumns {
  /** Of a list: every column of 会员单位, none of which it has to have, with what it is called besides. */
  readonly specs: readonly RosterColumn[];
  /** Headings whose column was asked for or remembered, as `comparableHeading` gives them. */
  readonly origins: ReadonlyMap<string, MappingOrigin>;
  /** Each such column. */
  readonly mappings: readonly ColumnMapping[];
}

const IDENTITY: ReadonlySet<string> = new Set([
  MEMBER_UNIT_COLUMNS[0].heading,
  MEMBER_UNIT_COLUMNS[1].heading,
  CREDIT_CODE_COLUMN.heading,
]);

/** Whether a unit is known by the column: it is never filled in. */
export function isIdentityColumn(heading: string): boolean {
  return IDENTITY.has(heading);
}

/** The columns of 会员单位 that a list may fill. */
export function listFillable(scheme: Scheme): readonly RosterColumn[] {
  return columnsOf('memberUnits', scheme).filter(({ heading }) => !isIdentityColumn(heading));
}

/**
 * @param given what was asked; it holds before what is remembered
 * @param remembered the later of two for one heading holds
 * @throws UnusableInput for a column that 会员单位 does not have, and for a heading that means another column of it
 */
export function makeListColumns(
  scheme: Scheme,
  given: readonly ColumnMapping[],
  remembered: readonly ColumnMapping[],
): ListColumns {
  const columns = columnsOf('memberUnits', scheme);
  const keys = headingKeys(columns);
  for (const mapping of given) refuseWrong(mapping, columns, keys);
  const byWritten = new Map<string, ColumnMapping & { readonly origin: MappingOrigin }>();
  const isPlain = ({ written, heading }: ColumnMapping) => keys.get(comparableHeading(written)) === heading;
  for (const mapping of remembered) {
    // A scheme of another year may lack it.
    const isKnown = columns.some(({ heading }) => heading === mapping.heading);
    const isFree = !keys.has(comparableHeading(mapping.written));
    if (isKnown && isFree) byWritten.set(comparableHeading(mapping.written), { ...mapping, origin: 'remembered' });
  }
  for (const mapping of given) {
    const key = comparableHeading(mapping.written);
    const isRemembered = byWritten.get(key)?.heading === mapping.heading;
    if (!isPlain(mapping) && !isRemembered) byWritten.set(key, { ...mapping, origin: 'given' });
  }
  const mappings = [...byWritten.values()];
  return {
    specs: columns.map((column: RosterColumn) => {
      const also = mappings.flatMap(({ written, heading }) => (heading === column.heading ? [written] : []));
      // By its code alone a row of a list is a record too.
      const naming = isIdentityColumn(column.heading) ? { naming: 'own' as const } : {};
      return { ...column, ...naming, optional: true, aliases: [...(column.aliases ?? []), ...also] };
    }),
    origins: new Map([...byWritten].map(([key, { origin }]) => [key, origin])),
    mappings,
  };
}

function refuseWrong(
  { written, heading }: ColumnMapping,
  columns: readonly RosterColumn[],
  keys: ReadonlyMap<string, string>,
): void {
  if (!columns.some((column) => column.heading === heading)) {
    const all = columns.map((column) => column.heading).join('、');
    throw new UnusableInput(`“${SHEET.memberUnits}”没有${quoteForUser(heading)}这一列；可以对应的列：${all}。`);
  }
  const known = keys.get(comparableHeading(written));
  if (known !== undefined && known !== heading) {
    throw new UnusableInput(
      `名单的${quoteForUser(written)}就是“${SHEET.memberUnits}”的“${known}”，不能再对应“${heading}”；请在名单里给这一列另起一个名称。`,
    );
  }
}
