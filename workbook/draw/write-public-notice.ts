/** 公示: names and units, as an association posts them. Drawn from `NoticeGroup`s alone, which hold nothing else. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { NoticeEntry, NoticeGroup } from '../../rules/public-notice.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { LOOK, type Look } from './cell-looks.ts';
import { countOf } from './count-of.ts';
import { newWorkbook, packWorkbook } from './new-workbook.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { SheetPen, type PenCell } from './sheet-pen.ts';

/** Entries are set small, so that the name of a unit fits on one line beside a name. */
const ENTRY_SIZE = 9.5;
/** Two entries stand side by side, each over four columns: number, name, the rest of a department's name, unit. In points. */
const SIDE = { number: 28, name: 50, department: 32 };

/** Two square blanks, as a Chinese paragraph begins. */
const INDENT = '\u3000\u3000';

type Layout = 'unit' | 'person' | 'department';
/** Columns that name and unit of an entry take; 0 is no cell. */
const SPANS: Readonly<Record<Layout, { readonly name: number; readonly unit: number }>> = {
  unit: { name: 0, unit: 3 },
  person: { name: 1, unit: 2 },
  department: { name: 2, unit: 1 },
};

/** The public notice. The days of the notice and the telephone are left to be filled in: the master roster does not know them. */
export async function writePublicNotice(scheme: Scheme, groups: readonly NoticeGroup[]): Promise<Uint8Array> {
  const workbook = newWorkbook(`${scheme.title}公示`);
  const sheet = workbook.addWorksheet('公示');
  const unit = printableWidth('portrait') / 2 - SIDE.number - SIDE.name - SIDE.department;
  const side = [SIDE.number, SIDE.name, SIDE.department, unit];
  const pen = new SheetPen(sheet, [...side, ...side]);

  pen.writeLine('公  示', { ...LOOK.title, fontSize: 22 }, 48);
  for (const text of composeText(scheme, groups)) pen.writeLine(INDENT + text, LOOK.paragraph);
  for (const [index, group] of groups.entries()) {
    pen.skip(10);
    pen.writeLine(
      `${ordinal(index)}、${group.awardName}（${countOf(group.recipient, group.entries.length)}）`,
      LOOK.section,
    );
    drawGroup(pen, group);
  }
  pen.skip(24);
  pen.writeLine(scheme.issuer, { ...LOOK.paragraph, align: 'right' });
  pen.writeLine('　　　　年　　月　　日', { ...LOOK.paragraph, align: 'right' });
  sheet.views = [{ showGridLines: false }];
  setUpPrint(sheet, 'portrait');
  return packWorkbook(workbook);
}

function composeText(scheme: Scheme, groups: readonly NoticeGroup[]): string[] {
  const [notice] = scheme.documents;
  const counts = groups
    .map((group) => `${group.awardName} ${countOf(group.recipient, group.entries.length)}`)
    .join('、');
  const basis = notice ? `根据《${notice.title}》（${notice.shortTitle}），` : '';
  return [
    `${basis}经推荐、审核，拟对${counts}予以表彰。现将名单公示如下。`,
    '公示时间：　　　　年　　月　　日至　　　　年　　月　　日。',
    `对公示对象有异议的，请在公示期内向${scheme.issuer}反映，并提供真实姓名和具体情况。联系电话：${INDENT.repeat(4)}。`,
  ];
}

/** Row by row from left to right, so that a page break splits no half of the list from the other. */
function drawGroup(pen: SheetPen, { recipient, entries }: NoticeGroup): void {
  const layout = recipient === 'person' ? 'person' : entries.some(({ name }) => name !== '') ? 'department' : 'unit';
  const nameHeading = recipient === 'person' ? '姓名' : '受奖集体';
  const side = drawSide(layout, { number: '序号', name: nameHeading, unit: '单位' }, LOOK.heading, LOOK.heading);
  pen.write([...side, ...side]);
  for (let index = 0; index < entries.length; index += 2) {
    const pair = [index, index + 1].flatMap((each) => drawEntry(layout, entries[each], each + 1));
    pen.write(pair, 19);
  }
}

function drawEntry(layout: Layout, entry: NoticeEntry | undefined, number: number): PenCell[] {
  const texts = {
    number: entry ? number : '',
    name: hideIdNumbers(entry?.name ?? ''),
    unit: hideIdNumbers(entry?.unitName ?? ''),
  };
  return drawSide(layout, texts, { ...LOOK.center, fontSize: ENTRY_SIZE }, { ...LOOK.text, fontSize: ENTRY_SIZE });
}

function drawSide(
  layout: Layout,
  { number, name, unit }: { number: number | string; name: string; unit: string },
  center: Look,
  left: Look,
): PenCell[] {
  const spans = SPANS[layout];
  const nameCell = spans.name > 0 ? [{ value: name, look: center, span: spans.name }] : [];
  return [{ value: number, look: center }, ...nameCell, { value: unit, look: left, span: spans.unit }];
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 0 is 一, 10 is 十一; as the sections of a notice are numbered, up to 九十九. */
function ordinal(index: number): string {
  const tens = Math.floor((index + 1) / 10);
  const ones = DIGITS[(index + 1) % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`;
}
