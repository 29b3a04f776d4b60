/** 公示: names and units, as an association posts them. Drawn from `NoticeGroup`s alone, which hold nothing else. */
import { showDay } from '../../rules/calendar.ts';
import { describeGapsInPublic, type Gap } from '../../rules/incomplete-base.ts';
import type { NoticeEntry, NoticeGroup, NoticeTiming } from '../../rules/public-notice.ts';
import { describeRestingInPublic } from '../../rules/resting-decisions.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { LOOK, type Look } from './cell-looks.ts';
import { BLANK_DAY, BLANK_TELEPHONE, countOf, INDENT, ordinal, titleOfPart } from './words.ts';
import { drawDecided, drawWarning } from './sheet-lines.ts';
import { newWorkbook, packWorkbook } from './new-workbook.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { ExceljsPage } from './exceljs-page.ts';
import type { PenCell } from './page.ts';
import { SheetPen } from './sheet-pen.ts';

/** Entries are set small, so that the name of a unit fits on one line beside a name. */
const ENTRY_SIZE = 9.5;
/** Two entries stand side by side, each over four columns: number, name, the rest of a department's name, unit. In points. */
const SIDE = { number: 28, name: 50, department: 32 };

type Layout = 'unit' | 'person' | 'department';
/** Columns that name and unit of an entry take; 0 is no cell. */
const SPANS: Readonly<Record<Layout, { readonly name: number; readonly unit: number }>> = {
  unit: { name: 0, unit: 3 },
  person: { name: 1, unit: 2 },
  department: { name: 2, unit: 1 },
};

const NAME_HEADINGS: Readonly<Record<Layout, string>> = { unit: '', person: '姓名', department: '集体' };

interface NoticeState {
  /** Whose alone it is; empty or left out of the whole. */
  readonly part?: string;
  readonly gaps: readonly Gap[];
  /** How many of those named rest on a decision. */
  readonly resting: number;
  /** Where it is left out, the days that the scheme says. */
  readonly timing?: NoticeTiming;
}

/** The public notice. The telephone, and the days while nobody has said them, are left to be filled in: the master roster does not know them. */
export async function writePublicNotice(
  scheme: Scheme,
  groups: readonly NoticeGroup[],
  { part = '', gaps, resting, timing = { days: scheme.notice.days?.value ?? null, period: null } }: NoticeState,
): Promise<Uint8Array> {
  const workbook = newWorkbook(titleOfPart(`${scheme.title}公示`, part));
  const sheet = workbook.addWorksheet('公示');
  const unit = printableWidth('portrait') / 2 - SIDE.number - SIDE.name - SIDE.department;
  const side = [SIDE.number, SIDE.name, SIDE.department, unit];
  const pen = new SheetPen(new ExceljsPage(sheet), [...side, ...side]);

  const warning = describeGapsInPublic(gaps);
  const repeated = drawWarning(pen, warning);
  pen.writeLine(titleOfPart('公  示', part), { ...LOOK.title, fontSize: 22 }, 48);
  for (const text of composeText(scheme, groups, { ...timing, part })) pen.writeLine(INDENT + text, LOOK.paragraph);
  if (groups.length > 0) pen.skip(10);
  const heads = drawHeads(groups);
  const headingRow = groups.length > 0 ? pen.write([...heads, ...heads]) : 0;
  for (const [index, group] of groups.entries()) {
    pen.skip(10);
    pen.writeLine(
      `${ordinal(index)}、${group.awardName}（${countOf(group.recipient, group.entries.length)}）`,
      LOOK.section,
    );
    drawGroup(pen, group);
  }
  pen.skip(resting > 0 ? 10 : 24);
  if (resting > 0) {
    drawDecided(pen, describeRestingInPublic(resting));
    pen.skip(14);
  }
  pen.writeLine(scheme.issuer, { ...LOOK.paragraph, align: 'right' });
  pen.writeLine(timing.period ? showDay(timing.period.published) : BLANK_DAY, { ...LOOK.paragraph, align: 'right' });
  sheet.views = [{ showGridLines: false }];
  // Rows that repeat stand together: of a list that is not to hang out it is the red line.
  const titleRow = warning === '' ? headingRow : repeated;
  setUpPrint(sheet, 'portrait', titleRow === 0 ? undefined : { first: titleRow, last: titleRow });
  return packWorkbook(workbook);
}

function composeText(
  scheme: Scheme,
  groups: readonly NoticeGroup[],
  { part, ...timing }: NoticeTiming & { readonly part: string },
): string[] {
  const [notice] = scheme.documents;
  const counts = groups
    .map((group) => `${group.awardName} ${countOf(group.recipient, group.entries.length)}`)
    .join('、');
  const basis = notice ? `根据《${notice.title}》（${notice.shortTitle}），` : '';
  const decision = scheme.grading ? `拟授予以下等级：${counts}` : `拟对${counts}予以表彰`;
  if (groups.length === 0) return ['还没有可以公示的推荐：须先通过审查，有评审的还须有入围的结论。'];
  return [
    `${basis}经审核，${decision}。现将${part === '' ? '名单' : `其中${part}的名单`}公示如下。`,
    `公示时间：${describeTiming(timing)}。`,
    `对公示对象有异议的，请在公示期内向${scheme.issuer}反映，并提供真实姓名和具体情况。联系电话：${BLANK_TELEPHONE}。`,
  ];
}

function describeTiming({ days, period }: NoticeTiming): string {
  const length = days === null ? [] : [`公示期${days}天`];
  if (!period) return `${BLANK_DAY}至${BLANK_DAY}${length.map((text) => `（${text}）`).join('')}`;
  const rule = [...length, '自公布次日起算'].join('，');
  return `${showDay(period.first)}至${showDay(period.last)}（${rule}）`;
}

/** One row for the lists of all awards, so that every page can repeat it: of one layout where they have one. */
function drawHeads(groups: readonly NoticeGroup[]): PenCell[] {
  const layouts = new Set(groups.map(layoutOf));
  const [only] = layouts.size === 1 ? layouts : [];
  const texts = { number: '序号', name: only ? NAME_HEADINGS[only] : '姓名、集体', unit: '单位' };
  return drawSide(only ?? 'department', texts, LOOK.heading, LOOK.heading);
}

function layoutOf({ recipient, entries }: NoticeGroup): Layout {
  if (recipient === 'person') return 'person';
  return entries.some(({ name }) => name !== '') ? 'department' : 'unit';
}

/** Row by row from left to right, so that a page break splits no half of the list from the other. */
function drawGroup(pen: SheetPen, group: NoticeGroup): void {
  const layout = layoutOf(group);
  const { entries } = group;
  for (let index = 0; index < entries.length; index += 2) {
    const pair = [index, index + 1].flatMap((each) => drawEntry(layout, entries[each], each + 1));
    pen.write(pair, 19);
  }
}

function drawEntry(layout: Layout, entry: NoticeEntry | undefined, number: number): PenCell[] {
  const texts = {
    number: entry ? number : '',
    name: entry?.name ?? '',
    unit: entry?.unitName ?? '',
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
