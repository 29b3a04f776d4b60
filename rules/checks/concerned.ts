/** Whom a cell concerns: the nominations that are judged by its row. */
import type { CellRef, Nominee } from '../master-roster.ts';
import type { RosterIndex } from '../roster-index.ts';

/** The nominations of the unit or the application that the row is about; none of a whole column, nor of what is about nobody in particular. */
export function nominationsOfRow(index: RosterIndex, { sheet, row }: CellRef): readonly Nominee[] {
  const { roster, nomineesByUnit, nomineesByApplication } = index;
  const at = <Row extends { readonly row: number }>(rows: readonly Row[]) => rows.find((each) => each.row === row);
  switch (sheet) {
    case 'nominees':
      return roster.nominees.filter((each) => each.row === row);
    case 'memberUnits':
      return nomineesByUnit.all(at(roster.memberUnits)?.number ?? '');
    case 'scores':
      return nomineesByUnit.all(at(roster.scores)?.unitNumber ?? '');
    case 'projects':
      return nomineesByUnit.all(at(roster.projects)?.unitNumber ?? '');
    case 'materials':
    case 'confirmations':
    case 'objections': {
      const rows: readonly { readonly row: number; readonly application: string }[] = roster[sheet];
      return nomineesByApplication.all(at(rows)?.application ?? '');
    }
    case 'decisions':
      return nomineesByApplication.all(at(roster.decisions)?.subject ?? '');
    case 'experts':
    case 'expertScores':
    case 'overrides':
    case 'sequence':
      return [];
  }
}
