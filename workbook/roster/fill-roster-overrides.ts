/** 名额调整 of a master roster: a row below the last for each adjustment that somebody has signed. */
import type { WorkbookChange } from '../../ooxml/patch/patch-workbook.ts';
import type { CheckCollision } from '../../rules/nominations/check-collisions.ts';
import type { RosterPlace } from './roster-addresses.ts';
import { writeFact } from './write-master-roster.ts';

/** @param place of 名额调整 */
export function fillOverrides(answers: readonly CheckCollision[], place: RosterPlace): WorkbookChange[] {
  const rows = answers.flatMap(({ places, answer }) => (places && answer ? [{ ...places, answer }] : []));
  return rows.flatMap(({ district, award, places, answer }, index) => {
    const cells: readonly (readonly [string, string | number])[] = [
      ['所属', district],
      ['奖项', award],
      ['名额', places],
      // The sheet has no columns for who and when.
      ['理由', `${answer.reason}（${answer.by}，${answer.on}）`],
    ];
    return cells.flatMap(([heading, value]): WorkbookChange[] => {
      const letters = place.columns.get(heading);
      const address = `${letters ?? ''}${place.lastRow + 1 + index}`;
      return letters === undefined ? [] : [{ sheet: place.sheetName, address, value: writeFact(value) }];
    });
  });
}
