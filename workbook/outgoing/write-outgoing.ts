/** The workbook in which a district nominates. */
import type { OutgoingList } from '../../rules/outgoing.ts';
import { ListWorkbook } from '../draw/list-workbook.ts';
import { drawGuide } from './guide-sheet.ts';
import { drawDistrictList, drawNominations } from './nomination-sheets.ts';
import { describeOutgoing } from './outgoing-identity.ts';
import { layOutOutgoing } from './outgoing-layout.ts';
import { drawChoices, drawUnits } from './unit-sheets.ts';

/** The bytes of one district's workbook. The same list gives the same bytes. */
export async function writeOutgoing(list: OutgoingList): Promise<Uint8Array> {
  const layout = layOutOutgoing(list);
  const workbook = new ListWorkbook(
    `${list.scheme.title}推荐表（${list.district.name}）`,
    await describeOutgoing(list),
  );
  drawGuide(workbook, layout);
  drawNominations(workbook, layout);
  drawDistrictList(workbook, layout);
  drawUnits(workbook, layout);
  drawChoices(workbook, layout);
  return workbook.finish();
}
