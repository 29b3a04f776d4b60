/** 决定 of a master roster from gathered opinions: a row below the last for each answer that it does not have. */
import type { WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import { DECISION_WORDS } from '../../rules/decision.ts';
import type { GatheredOpinions } from '../../rules/opinions/gather-opinions.ts';
import type { RosterPlace } from './roster-addresses.ts';
import { writeFact } from './write-master-roster.ts';

/** @param place of 决定 */
export function fillOpinions({ rows }: GatheredOpinions, place: RosterPlace): WorkbookChange[] {
  let next = place.lastRow;
  return rows.flatMap(({ kind, row, file: { list } }) => {
    if (kind !== 'new' || row.word === null) return [];
    next += 1;
    const cells: readonly (readonly [string, string])[] = [
      ['事项', list.step],
      ['对象', row.application],
      ['决定', DECISION_WORDS[row.word]],
      ['决定单位', list.body],
      ['决定日期', row.on],
      ['理由', row.reason],
    ];
    return cells.flatMap(([heading, value]): WorkbookChange[] => {
      const letters = place.columns.get(heading);
      return letters === undefined || value === ''
        ? []
        : [{ sheet: place.sheetName, address: `${letters}${next}`, value: writeFact(value) }];
    });
  });
}
