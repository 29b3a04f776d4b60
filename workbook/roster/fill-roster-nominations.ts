/**
 * 推荐名单 of a master roster from gathered lists: the cells that are written, a new nomination in a row below the last, and rows
 * that are emptied because somebody agreed that they go.
 */
import type { WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { groupBy } from '../../rules/group-by.ts';
import type { GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { RosterPlace } from './roster-addresses.ts';
import { writeFact } from './write-master-roster.ts';

/** @param place of 推荐名单 */
export function fillNominations(
  { writes, withdrawn }: Pick<GatheredNominations, 'writes' | 'withdrawn'>,
  place: RosterPlace,
): WorkbookChange[] {
  let next = place.lastRow;
  const written = writes.filter(({ kind }) => kind === 'added' || kind === 'changed');
  const emptied = withdrawn.flatMap(({ nominee, decision }): WorkbookChange[] =>
    decision?.word === 'agreed'
      ? [...place.columns.values()].map((letters) => ({
          sheet: place.sheetName,
          address: `${letters}${nominee.row}`,
          value: null,
        }))
      : [],
  );
  const filled = [...groupBy(written, ({ gathered }) => gathered)].flatMap(([{ nominee }, cells]) => {
    const row = nominee?.row ?? (next += 1);
    return cells.flatMap(({ heading, after }): WorkbookChange[] => {
      const letters = place.columns.get(heading);
      return letters === undefined
        ? []
        : [{ sheet: place.sheetName, address: `${letters}${row}`, value: writeFact(after) }];
    });
  });
  return [...filled, ...emptied];
}
