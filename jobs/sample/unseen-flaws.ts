/** Rows, a column and a sheet that nobody sees, or that somebody has struck out. */
import type { TableKey } from '../../rules/master-roster.ts';
import { columnsOf } from '../../rules/roster-columns.ts';
import { question, type RowFlaw, type Sample } from './flaw.ts';
import type { Victims } from './victims.ts';

export function* plantUnseenParts({ scheme, looks }: Sample, victims: Victims): Iterable<RowFlaw> {
  const firstOf = (sheet: TableKey) => columnsOf(sheet, scheme)[0]?.heading ?? '';
  const hidden = victims.takeIdleUnit().facts;
  looks.hiddenRows.add(hidden);
  yield question('row-hidden', 'memberUnits', hidden, firstOf('memberUnits'));

  const struck = victims.takeNominee(() => true).row;
  looks.struckRows.add(struck);
  yield question('row-struck', 'nominees', struck, firstOf('nominees'));

  const heading = columnsOf('nominees', scheme).at(-1)?.heading ?? '';
  looks.hiddenColumns.push({ sheet: 'nominees', heading });
  yield question('column-hidden', 'nominees', null, heading);

  const sheet = scheme.roster.sequence === null ? 'decisions' : 'sequence';
  looks.hiddenSheets.add(sheet);
  yield question('sheet-hidden', sheet, null, firstOf(sheet));
}
