/** The workbook in which a body says what it thinks of each nomination, to be answered in the file and printed to be chopped. */
import { DECISION_WORDS } from '../../rules/decision.ts';
import { SCHEME_LABEL } from '../../rules/roster-cell.ts';
import type { OutgoingOpinion, OutgoingOpinions } from '../../rules/opinions/plan-opinions.ts';
import { columnLetters } from '../../ooxml/read/cell-address.ts';
import { LOOK, type Look } from '../draw/cell-looks.ts';
import { fitWidths } from '../draw/column-widths.ts';
import { ListWorkbook, type WrittenPage } from '../draw/list-workbook.ts';
import type { PenCell } from '../draw/page.ts';
import { printableHeight, printableWidth } from '../draw/print-setup.ts';
import { SheetPen } from '../draw/sheet-pen.ts';
import { center, text } from '../draw/draw-list.ts';
import { nameDocument } from '../draw/words.ts';
import { OPEN_FILL } from '../outgoing/nomination-sheets.ts';
import { EDITION_LABEL, OFFICE_LABELS } from '../outgoing/outgoing-layout.ts';
import { describeOpinionList, OPINION_COLUMNS, OPINION_LABEL, OPINION_SHEET } from './opinion-layout.ts';

const INPUT: Look = { ...LOOK.text, fill: OPEN_FILL, unlocked: true, numFmt: '@' };
const DAY: Look = { ...LOOK.center, fill: OPEN_FILL, unlocked: true, numFmt: '@' };
const STEP: Look = { ...LOOK.line, fontSize: 12 };

/** The bytes of one body's workbook. The same list gives the same bytes. */
export async function writeOpinions(list: OutgoingOpinions): Promise<Uint8Array> {
  const workbook = new ListWorkbook(
    `${list.scheme.title}${list.step.name}（${list.body}）`,
    await describeOpinionList(list),
  );
  drawGuide(workbook.addPage(OPINION_SHEET.guide), list);
  drawSought(workbook.addPage(OPINION_SHEET.list), list);
  return workbook.finish();
}

function drawGuide(page: WrittenPage, { scheme, step, body, rows }: OutgoingOpinions): void {
  const pen = new SheetPen(
    page,
    [0.3, 0.7].map((share) => share * printableWidth('portrait')),
  );
  const pair = (label: string, value: string, look: Look = LOOK.text) =>
    pen.write(
      [
        { value: label, look: LOOK.group },
        { value, look },
      ],
      22,
    );
  pen.writeLine(scheme.title, LOOK.title, 40);
  pen.writeLine(OPINION_SHEET.list, LOOK.subtitle, 26);
  pen.skip(6);
  pair(OPINION_LABEL.body, body);
  pair(OPINION_LABEL.step, step.name);
  pair(SCHEME_LABEL, scheme.id);
  pair(EDITION_LABEL, scheme.edition);
  pair('征求意见的推荐', `${rows.length} 项`);
  pair('依据', `${nameDocument(scheme, step.cite)}：“${step.cite.quote}”`);
  pair('报送到', scheme.issuer);
  // What the document does not say is for the staff to fill in.
  for (const label of ['答复截止', ...OFFICE_LABELS]) pair(label, '', INPUT);
  pair(OPINION_LABEL.answeredOn, '', INPUT);
  pen.skip(10);
  pen.writeLine('怎么填', LOOK.section, 24);
  [
    `只填“${OPINION_SHEET.list}”，在黄色的格子里填；其余的格子已经锁定，不用改。上面的黄色格子，除“${OPINION_LABEL.answeredOn}”外，由发出的协会填写。`,
    '每一项在“意见”里选“同意”或“不同意”；不同意的写明理由，没有理由的不能计入。',
    `日期都相同的，填在上面的“${OPINION_LABEL.answeredOn}”一格即可；不同的，填在各行的“日期”里，如 2024-12-30。`,
    `填好后打印“${OPINION_SHEET.list}”，盖章并写明日期，自己留一份备案。`,
    '把这个表格文件连同盖章的表，在截止日期以前报送上面写的单位；不要另存成别的格式，不要删表、改表名。',
  ].forEach((sentence, index) => pen.writeLine(`${index + 1}．${sentence}`, STEP, 22));
  page.setUp({ orientation: 'portrait', pagesHigh: 1 });
  page.sheet.options.protected = true;
}

/** Heights in points. */
const TITLES = [34, 24] as const;
const HEADING_HEIGHT = 24;
const ROW_HEIGHT = 24;
const SIGNATURE = { above: 18, height: 60 };

const COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: OPINION_COLUMNS.application.heading, min: 74, max: 90 },
  { heading: '奖项', min: 76, max: 110 },
  { heading: OPINION_COLUMNS.unitName.heading, min: 160, max: 230 },
  { heading: OPINION_COLUMNS.name.heading, min: 80, max: 150 },
  { heading: OPINION_COLUMNS.word.heading, min: 52, max: 52 },
  { heading: OPINION_COLUMNS.reason.heading, min: 120, max: 160 },
  { heading: OPINION_COLUMNS.on.heading, min: 68, max: 68 },
] as const;

function drawSought(page: WrittenPage, { scheme, body, rows }: OutgoingOpinions): void {
  const cells = rows.map(toCells);
  const texts = [
    COLUMNS.map(({ heading }) => heading),
    ...cells.map((row) => row.map(({ value }) => (typeof value === 'string' ? value : ''))),
  ];
  const pen = new SheetPen(page, fitWidths(COLUMNS, texts, LOOK.text.fontSize, printableWidth('landscape')));
  pen.writeLine(scheme.title, LOOK.title, TITLES[0]);
  pen.writeLine(`${OPINION_SHEET.list}（${body}）`, LOOK.subtitle, TITLES[1]);
  const headingRow = pen.write(
    COLUMNS.map(({ heading }) => ({ value: heading, look: LOOK.heading })),
    HEADING_HEIGHT,
  );
  const heights = cells.map((row) => pen.measure(row, ROW_HEIGHT));
  const breaks = findBreaks(heights);
  cells.forEach((row, at) => {
    if (breaks.has(at)) page.breakPage();
    pen.write(row, ROW_HEIGHT);
  });
  const lastRow = pen.row - 1;
  pen.skip(SIGNATURE.above);
  pen.writeLine(
    '答复单位（盖章）：　　　　　　　　　　　　　负责人（签字）：　　　　　　　　　　　　年　　月　　日',
    LOOK.paragraph,
    SIGNATURE.height,
  );
  page.setUp({
    orientation: 'landscape',
    titleRows: { first: headingRow, last: headingRow },
    frozenRows: headingRow,
  });
  const letters = columnLetters(1 + COLUMNS.findIndex(({ heading }) => heading === OPINION_COLUMNS.word.heading));
  page.sheet.options.validations = [
    {
      range: `${letters}${headingRow + 1}:${letters}${lastRow}`,
      type: 'list',
      formula: `"${OPINION_COLUMNS.word.choices.join(',')}"`,
      errorTitle: OPINION_COLUMNS.word.heading,
      error: '请选“同意”或“不同意”。',
    },
  ];
  page.sheet.options.protected = true;
}

/**
 * Before which rows a page begins, so that the seal never stands on a page of its own, below nothing that it is put to. Programs measure a hair
 * otherwise, and would break elsewhere if they were left to it.
 */
function findBreaks(heights: readonly number[]): ReadonlySet<number> {
  const room = printableHeight('landscape');
  const breaks = new Set<number>();
  let used = TITLES[0] + TITLES[1] + HEADING_HEIGHT;
  heights.forEach((height, at) => {
    const below = at === heights.length - 1 ? SIGNATURE.above + SIGNATURE.height : 0;
    if (at > 0 && used + height + below > room) {
      breaks.add(at);
      used = HEADING_HEIGHT;
    }
    used += height;
  });
  return breaks;
}

/** No number of a person, no telephone. */
function toCells({ nominee, unitName, opinion }: OutgoingOpinion, index: number): PenCell[] {
  return [
    center(index + 1),
    text(nominee.application),
    text(nominee.award),
    text(unitName),
    text(nominee.name),
    { value: opinion?.word ? DECISION_WORDS[opinion.word] : '', look: { ...DAY, numFmt: '@' } },
    { value: opinion?.reason ?? '', look: INPUT },
    { value: opinion?.on ?? '', look: DAY },
  ];
}
