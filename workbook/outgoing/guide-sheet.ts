/** 填写说明, the front sheet: what to do, the places, and whom to send it to. */
import type { Scheme } from '../../rules/scheme.ts';
import { showDay } from '../../rules/calendar.ts';
import { SCHEME_LABEL } from '../../rules/roster-cell.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK, type Look } from '../draw/cell-looks.ts';
import type { ListWorkbook } from '../draw/list-workbook.ts';
import type { PenCell } from '../draw/page.ts';
import { printableWidth } from '../draw/print-setup.ts';
import { SheetPen } from '../draw/sheet-pen.ts';
import { nameDocument } from '../draw/words.ts';
import { OPEN_FILL } from './nomination-sheets.ts';
import { leftFormula, showLeft, usedFormula } from './outgoing-formulas.ts';
import {
  DEADLINE_LABEL,
  OFFICE_LABELS,
  DISTRICT_LABEL,
  EDITION_LABEL,
  UNIT_CHOICE_HEADING,
  HINT_HEADING,
  OUTGOING_SHEET,
  type OutgoingLayout,
} from './outgoing-layout.ts';

/** Shares of the page's width. */
const WIDTHS = [0.3, 0.2, 0.2, 0.3];
const INPUT: Look = { ...LOOK.text, fill: OPEN_FILL, unlocked: true, numFmt: '@' };

export function drawGuide(workbook: ListWorkbook, layout: OutgoingLayout): void {
  const { scheme, district, office = [] } = layout.list;
  const filled = new Map(office);
  const page = workbook.addPage(OUTGOING_SHEET.guide);
  const pen = new SheetPen(
    page,
    WIDTHS.map((share) => share * printableWidth('portrait')),
  );
  pen.writeLine(scheme.title, LOOK.title, 40);
  pen.writeLine(`推荐表（${district.name}）`, LOOK.subtitle, 26);
  pen.skip(6);
  writePair(pen, DISTRICT_LABEL, district.name);
  writePair(pen, SCHEME_LABEL, scheme.id);
  writePair(pen, EDITION_LABEL, scheme.edition);
  writePair(pen, '报送到', scheme.issuer);
  // What the document does not say is for the staff to fill in.
  const { deadline } = scheme;
  if (deadline) writePair(pen, DEADLINE_LABEL, `${showDay(deadline.value)}（${nameDocument(scheme, deadline.cite)}）`);
  for (const label of listOfficeLabels(scheme)) writePair(pen, label, filled.get(label) ?? '', INPUT);
  pen.skip(10);
  pen.writeLine('一、名额', LOOK.section, 24);
  drawPlaces(pen, layout);
  pen.skip(10);
  pen.writeLine('二、怎么填', LOOK.section, 24);
  listSteps(layout).forEach((step, index) => pen.writeLine(`${index + 1}．${step}`, STEP, 22));
  page.setUp({ orientation: 'portrait', pagesHigh: 1 });
  page.sheet.options.protected = true;
}

/** In the order of their cells. */
function listOfficeLabels({ deadline }: Scheme): readonly string[] {
  return deadline ? OFFICE_LABELS : [DEADLINE_LABEL, ...OFFICE_LABELS];
}

const STEP: Look = { ...LOOK.line, fontSize: 12 };

function writePair(pen: SheetPen, label: string, value: string, look: Look = LOOK.text): void {
  const cells: PenCell[] = [
    { value: label, look: LOOK.group },
    { value, look, span: 3 },
  ];
  pen.write(cells, 22);
}

function drawPlaces(pen: SheetPen, layout: OutgoingLayout): void {
  const { places, rows } = layout.list;
  pen.write(
    ['奖项', '名额', '已推荐', '还有'].map((value) => ({ value, look: LOOK.heading })),
    22,
  );
  for (const each of places) {
    const [award, given, used] = [1, 2, 3].map((column) => `${columnLetters(column)}${pen.row}`);
    const taken = rows.filter(({ filled }) => filled?.award === each.award.name).length;
    pen.write(
      [
        { value: each.award.name, look: LOOK.center },
        { value: each.places, look: LOOK.center },
        { value: { formula: usedFormula(layout, award ?? ''), result: taken }, look: LOOK.center },
        {
          value: {
            formula: leftFormula(given ?? '', used ?? ''),
            result: showLeft(each.places, taken),
          },
          look: LOOK.center,
        },
      ],
      22,
    );
  }
}

function listSteps({ list }: OutgoingLayout): string[] {
  const { nominees, list: district, units } = OUTGOING_SHEET;
  const blocked = list.units.filter(({ obstacles }) => obstacles.size > 0).length;
  const against =
    blocked === 0
      ? []
      : [
          `有 ${blocked} 家单位现在不能推荐，或者有的奖项不能推荐，名单里都注明了，原因见“${units}”。情况已有变化的，先告诉${list.scheme.issuer}更正。`,
        ];
  return [
    `只填“${nominees}”一张表，每个推荐的集体或个人填一行，在黄色的格子里填；其余的格子已经锁定，不用改。本页上面的黄色格子（${listOfficeLabels(list.scheme).join('、')}）由发出推荐表的${list.scheme.issuer}填写，区里不用填。要把内容挪到别的行，请复制过去再清空原来的，不要剪切、不要拖动格子。`,
    `先选“奖项”，再在“${UNIT_CHOICE_HEADING}”里选单位，单位编号和单位名称会自动出来。单位多、不好找的，可以在“${UNIT_CHOICE_HEADING}”里直接写编号或全称；编号在“${units}”里查。`,
    `每行最左边的“${HINT_HEADING}”写着这一行还缺什么。写着“已填齐”的，该填的都填了；是否符合条件，以审查为准。`,
    ...against,
    '名额用到多少，上面的表里随时看得到；超出的行会提示。多出来的空行留着就是，申报编号不要改。',
    `填好后打印“${district}”，盖章并写明日期，自己留一份备案。`,
    `把这个表格文件连同盖章的“${district}”，在截止日期以前报送上面写的单位；不要另存成别的格式，不要删表、改表名。`,
  ];
}
