/** 推荐名单 of a master roster from gathered lists: the cells that are written, a new nomination in a row below the last. */
import type { WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { groupBy } from '../../rules/group-by.ts';
import type { NominationWrite } from '../../rules/nominations/gather-nominations.ts';
import type { RosterPlace } from './roster-addresses.ts';
import { writeFact } from './write-master-roster.ts';

/** @param place of 推荐名单 */
export function fillNominations(writes: readonly NominationWrite[], place: RosterPlace): WorkbookChange[] {
  let next = place.lastRow;
  const written = writes.filter(({ kind }) => kind === 'added' || kind === 'changed');
  return [...groupBy(written, ({ gathered }) => gathered)].flatMap(([{ nominee }, cells]) => {
    const row = nominee?.row ?? (next += 1);
    return cells.flatMap(({ heading, after }): WorkbookChange[] => {
      const letters = place.columns.get(heading);
      return letters === undefined
        ? []
        : [{ sheet: place.sheetName, address: `${letters}${row}`, value: writeFact(after) }];
    });
  });
}
