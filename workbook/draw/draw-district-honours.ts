/** 区级表彰名册: a sheet of units and one of persons, to be chopped and filed. */
import type { DistrictHonours } from '../../rules/district-honours.ts';
import { hidePrivateParts } from '../../rules/public-name.ts';
import { showName } from '../../rules/publishable.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { LOOK } from './cell-looks.ts';
import { center, drawList, text } from './draw-list.ts';
import type { ListWorkbook } from './list-workbook.ts';
import type { PenCell } from './page.ts';
import type { SheetPen } from './sheet-pen.ts';
import { BLANK_DAY, nameDocument } from './words.ts';

const UNIT_COLUMNS = [
  { heading: '序号', min: 36, max: 36 },
  { heading: '所属', min: 60, max: 90 },
  { heading: '行业序列', min: 80, max: 140 },
  { heading: '单位全称', min: 200, max: 420 },
] as const;
const PERSON_COLUMNS = [
  { heading: '序号', min: 36, max: 36 },
  { heading: '所属', min: 60, max: 90 },
  { heading: '姓名', min: 60, max: 100 },
  { heading: '性别', min: 36, max: 36 },
  { heading: '单位全称', min: 180, max: 300 },
  { heading: '职务', min: 90, max: 200 },
] as const;

/** Names of more districts would not fit; the column 所属 has them. */
const MOST_IN_TITLE = 16;

export function drawDistrictHonours(workbook: ListWorkbook, scheme: Scheme, honours: DistrictHonours): void {
  const { districtHonours } = scheme.roster;
  if (!districtHonours) return;
  const { name, part, units, persons } = honours;
  const basis = `依据${nameDocument(scheme, districtHonours.cite)}：“${districtHonours.cite.quote}”`;
  // Of its district it is the whole list, and no part of one.
  const whose = part.length > MOST_IN_TITLE ? '' : part;
  const asSaid = `“${districtHonours.heading}”填“是”的`;
  if (units.length > 0) {
    const rows = units.map((unit, position): PenCell[] => [
      center(position + 1),
      center(unit.district),
      center(unit.sequence),
      text(hidePrivateParts(unit.name)),
    ]);
    const about = `总名册“会员单位”中${asSaid}，共 ${units.length} 家。${basis}`;
    const page = workbook.addPage(`${name}-集体`);
    drawEnd(drawList(page, { title: `${whose}${name}（集体）`, about, warning: '' }, UNIT_COLUMNS, rows));
  }
  if (persons.length > 0) {
    const rows = persons.map((each, position): PenCell[] => [
      center(position + 1),
      center(each.unit?.district ?? ''),
      center(showName(each.nominee.name, each)),
      center(each.nominee.sex),
      text(hidePrivateParts(each.unit?.name ?? each.nominee.unitName)),
      text(hidePrivateParts(each.nominee.position)),
    ]);
    const about = `总名册“推荐名单”中${asSaid}，共 ${persons.length} 人；没有推荐到市级的区级先进个人，请自行补入。${basis}`;
    const page = workbook.addPage(`${name}-个人`);
    drawEnd(drawList(page, { title: `${whose}${name}（个人）`, about, warning: '' }, PERSON_COLUMNS, rows));
  }
}

/** Chop and day are put in by hand. */
function drawEnd(pen: SheetPen): void {
  pen.skip(14);
  pen.writeLine(`报送单位（盖章）：${BLANK_DAY}`, { ...LOOK.line, align: 'right' });
}
