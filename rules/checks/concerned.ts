/** Whom a cell concerns: the nominations that are judged by its row. */
import type { Nominee, OverrideRow } from '../master-roster.ts';
import { cellOf, type CellRef } from '../roster-cell.ts';
import { rememberBy } from '../remember.ts';
import { unitOf, type RosterIndex } from '../roster-index.ts';

/** What a row is about: a nomination by its 申报编号, or a unit by its 编号; blank where it names none. */
interface RowTopic {
  readonly application: string;
  readonly unitNumber: string;
}

const NOBODY: RowTopic = { application: '', unitNumber: '' };

/** Where each row of a table stands in its list: notes are about as many cells as a large roster has. */
const positionsOf = rememberBy(
  (rows: readonly { readonly row: number }[]) => new Map(rows.map(({ row }, position) => [row, position])),
);

/** The row of a list that stands in that row of the sheet. */
export function rowAt<Row extends { readonly row: number }>(rows: readonly Row[], row: number | null): Row | undefined {
  return row === null ? undefined : rows[positionsOf(rows).get(row) ?? -1];
}

/** What the row of a cell is about; nobody for a whole column, and for what is about nobody in particular. */
export function subjectOfRow({ roster }: RosterIndex, { sheet, row }: CellRef): RowTopic {
  const at = <Row extends { readonly row: number }>(rows: readonly Row[]) => rowAt(rows, row);
  switch (sheet) {
    case 'memberUnits':
      return { ...NOBODY, unitNumber: at(roster.memberUnits)?.number ?? '' };
    case 'scores':
    case 'projects': {
      const rows: readonly { readonly row: number; readonly unitNumber: string }[] = roster[sheet];
      return { ...NOBODY, unitNumber: at(rows)?.unitNumber ?? '' };
    }
    case 'nominees':
    case 'materials':
    case 'confirmations':
    case 'expertScores':
    case 'objections': {
      const rows: readonly { readonly row: number; readonly application: string }[] = roster[sheet];
      return { ...NOBODY, application: at(rows)?.application ?? '' };
    }
    case 'decisions':
      return { ...NOBODY, application: at(roster.decisions)?.subject ?? '' };
    case 'experts':
    case 'overrides':
    case 'sequence':
    case 'scheme':
      return NOBODY;
  }
}

/** The nominations of the unit, the application or the places that the row is about. An expert's score is about the panel's mean first. */
export function nominationsOfRow(index: RosterIndex, cell: CellRef): readonly Nominee[] {
  if (cell.sheet === 'nominees') {
    const one = rowAt(index.roster.nominees, cell.row);
    return one ? [one] : [];
  }
  if (cell.sheet === 'expertScores') return [];
  if (cell.sheet === 'overrides') {
    const row = rowAt(index.roster.overrides, cell.row);
    return row ? nominationsOfPlaces(index, row) : [];
  }
  const { application, unitNumber } = subjectOfRow(index, cell);
  return [...index.nomineesByApplication.all(application), ...index.nomineesByUnit.all(unitNumber)];
}

function nominationsOfPlaces(index: RosterIndex, { district, award }: OverrideRow): readonly Nominee[] {
  return index.roster.nominees.filter((each) => each.award === award && unitOf(index, each)?.district === district);
}

/** The cell that says for which award a nomination is. */
export function cellOfAward(nominee: Nominee): CellRef {
  return cellOf('nominees', nominee, '奖项');
}
