/** 未当作记录的行: what stands in the sheets of a roster and is neither a member nor a nominee, with the reason. */
import type { RosterCheck } from '../../rules/check-roster.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { ASIDE_WORDS } from '../../rules/set-aside.ts';
import { center, drawList, makeRows, text } from './draw-list.ts';
import type { DrawnPage } from './page.ts';

const COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '工作表', min: 70, max: 90 },
  { heading: '行', min: 46, max: 60 },
  { heading: '是什么', min: 90, max: 120 },
  { heading: '开头的内容', min: 160, max: 360 },
] as const;

export function drawAside(page: DrawnPage, { index }: RosterCheck, warning: string): void {
  const { aside } = index.roster.oddities;
  const rows = makeRows(function* () {
    for (const [position, { sheet, row, kind, text: beginning }] of aside.entries()) {
      yield [center(position + 1), center(SHEET[sheet]), center(row), center(ASIDE_WORDS[kind]), text(beginning)];
    }
  });
  const about = '以下各行不是会员单位，也不是推荐，没有计入任何数。其中有应当计入的，请补填编号和名称。';
  drawList(page, { title: '未当作记录的行', about, warning }, COLUMNS, rows);
}
