/** Where everything stands in a workbook for nominations. */
import { APPLICATION_COLUMN } from '../../rules/application-columns.ts';
import { listRegisteredHeadings, type FieldNeed } from '../../rules/field-needs.ts';
import type { OutgoingList } from '../../rules/outgoing.ts';
import { SHEET, SHEET_ALIASES } from '../../rules/roster-cell.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { RosterColumn } from '../../rules/roster-column.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';

export const OUTGOING_SHEET = {
  /** One of the names under which a roster's reading finds 说明. */
  guide: SHEET_ALIASES.scheme[0] ?? SHEET.scheme,
  nominees: SHEET.nominees,
  list: '备案名册',
  units: '单位查询',
  choices: '选项',
} as const;

/** Of 推荐名单: a line about the places, the headings, then a row for each nomination. */
export const HEADING_ROW = 2;
export const FIRST_ROW = HEADING_ROW + 1;

/** What stands left of the roster's own columns. */
export const HINT_HEADING = '提示';
export const UNIT_CHOICE_HEADING = '选择单位';
/** Of 填写说明: whose list it is, and of which year. */
export const DISTRICT_LABEL = '推荐单位';
/** What the staff that send the form fill in themselves, in yellow cells of its front sheet; the last day too where the document names none. */
export const DEADLINE_LABEL = '报送截止';
export const OFFICE_LABELS = ['联系人', '联系电话', '报送邮箱或地址'] as const;
export const EDITION_LABEL = '年度';
const OWN_COLUMNS = { hint: 'A', choice: 'B' } as const;
/** From 1. */
export const CHOICE_COLUMN = 2;
export const FIRST_ROSTER_COLUMN = 3;

/** The columns of 推荐名单 that follow from the unit that is chosen. */
const UNIT_HEADINGS: ReadonlySet<string> = new Set(['单位编号', '单位名称']);

/** The columns of 推荐名单 that whoever nominates fills in, in the roster's order. */
export function listInputColumns(scheme: Scheme): RosterColumn[] {
  const registered = listRegisteredHeadings(scheme.awards);
  return columnsOf('nominees', scheme).filter(
    ({ heading }) => heading !== APPLICATION_COLUMN.heading && !UNIT_HEADINGS.has(heading) && !registered.has(heading),
  );
}

export interface NominationColumn {
  readonly column: RosterColumn;
  readonly letters: string;
  /** Filled in by whoever nominates. */
  readonly isInput: boolean;
}

/** A need of which the document lets some units off, and the column of 选项 that says which. */
interface ExemptColumn {
  readonly need: FieldNeed;
  readonly letters: string;
}

export interface OutgoingLayout {
  readonly list: OutgoingList;
  /** The roster's own, in its order. */
  readonly columns: readonly NominationColumn[];
  // Letters of columns of 推荐名单.
  readonly hint: string;
  readonly choice: string;
  readonly award: string;
  readonly unitNumber: string;
  /** Of the nominations. */
  readonly rows: { readonly first: number; readonly last: number };
  /** Columns of 选项. */
  readonly choices: {
    readonly label: string;
    readonly number: string;
    readonly name: string;
    /** What is against a unit, one column for each award of the district. */
    readonly obstacles: { readonly first: string; readonly last: string };
    readonly award: string;
    readonly places: string;
    readonly exempt: readonly ExemptColumn[];
    /** Which unit of the list a nomination is of, in the row of the nomination; 0 where it is none. */
    readonly position: string;
    /** What is missing in a nomination, in its row. */
    readonly faults: string;
    /** Rows of the units, and of the awards; the first holds the headings. */
    readonly units: { readonly first: number; readonly last: number };
    readonly awards: { readonly first: number; readonly last: number };
  };
}

export function layOutOutgoing(list: OutgoingList): OutgoingLayout {
  const { scheme, places, units, needs, rows } = list;
  const inputs = new Set(listInputColumns(scheme).map(({ heading }) => heading));
  const columns = columnsOf('nominees', scheme).map((column, index): NominationColumn => ({
    column,
    letters: columnLetters(FIRST_ROSTER_COLUMN + index),
    isInput: inputs.has(column.heading),
  }));
  let last = 0;
  const next = () => columnLetters((last += 1));
  const [label, number, name] = [next(), next(), next()];
  const against = places.map(next);
  const [award, placesColumn] = [next(), next()];
  const exempt = needs.filter((need) => need.exempt.size > 0).map((need) => ({ need, letters: next() }));
  return {
    list,
    columns,
    ...OWN_COLUMNS,
    award: mustFind(columns, '奖项'),
    unitNumber: mustFind(columns, '单位编号'),
    rows: { first: FIRST_ROW, last: FIRST_ROW + rows.length - 1 },
    choices: {
      label,
      number,
      name,
      obstacles: { first: against[0] ?? award, last: against.at(-1) ?? award },
      award,
      places: placesColumn,
      exempt,
      position: next(),
      faults: next(),
      units: { first: 2, last: Math.max(units.length, 1) + 1 },
      awards: { first: 2, last: places.length + 1 },
    },
  };
}

/** Of a column that every scheme with places has. */
function mustFind(columns: readonly NominationColumn[], heading: string): string {
  const letters = lettersOf({ columns }, heading);
  if (letters === null) throw new RangeError(`推荐名单 without ${heading}`);
  return letters;
}

/** The letters of a column of 推荐名单; null where the scheme's roster leaves it out. */
export function lettersOf({ columns }: Pick<OutgoingLayout, 'columns'>, heading: string): string | null {
  return columns.find(({ column }) => column.heading === heading)?.letters ?? null;
}
