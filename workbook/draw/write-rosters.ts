/** 名册: the cleared nominees, collectives and persons, in the order of `listRosters`. */
import { describeGaps, type Gap } from '../../rules/incomplete-base.ts';
import { describeResting, type Resting } from '../../rules/resting-decisions.ts';
import type { RosterEntry, Rosters } from '../../rules/roster.ts';
import type { Award, Scheme } from '../../rules/scheme.ts';
import { LOOK } from './cell-looks.ts';
import { fitWidths, type WidthRange } from './column-widths.ts';
import { countOf, nameRecipient, titleOfPart } from './words.ts';
import { drawDistrictHonours } from './draw-district-honours.ts';
import { drawLines, type SheetLines } from './sheet-lines.ts';
import { ListWorkbook } from './list-workbook.ts';
import { printableWidth, type Orientation } from './print-setup.ts';
import type { DrawnPage } from './page.ts';
import { SheetPen } from './sheet-pen.ts';

interface RosterColumn extends WidthRange {
  readonly heading: string;
  readonly show: (entry: RosterEntry) => string;
  readonly align: 'left' | 'center';
}

const SEQUENCE = {
  heading: '行业序列',
  show: ({ unit }) => unit.sequence,
  min: 64,
  max: 110,
  align: 'center',
} as const satisfies RosterColumn;
const AWARD = {
  heading: '奖项',
  show: ({ award }) => award.name,
  min: 64,
  max: 150,
  align: 'center',
} as const satisfies RosterColumn;
const UNIT = {
  heading: '单位全称',
  show: ({ unit }) => unit.name,
  min: 140,
  max: 280,
  align: 'left',
} as const satisfies RosterColumn;
const HONOURS = {
  heading: '发放',
  show: ({ award }) => award.honours.map(({ value }) => value).join('、'),
  min: 54,
  max: 90,
  align: 'center',
} as const satisfies RosterColumn;

const RECIPIENT = {
  collective: [
    AWARD,
    UNIT,
    {
      heading: '受奖集体',
      show: ({ nominee, unit }) => nameRecipient(nominee, unit),
      min: 70,
      max: 150,
      align: 'left',
    },
  ],
  person: [
    AWARD,
    { heading: '姓名', show: ({ nominee }) => nominee.name, min: 56, max: 90, align: 'center' },
    { heading: '性别', show: ({ nominee }) => nominee.sex, min: 34, max: 34, align: 'center' },
    UNIT,
    // The roster's column of 推荐名单 is 职务.
    { heading: '职务全称', show: ({ nominee }) => nominee.position, min: 90, max: 200, align: 'left' },
  ],
} as const satisfies Record<Award['recipient'], readonly RosterColumn[]>;

/** The columns that the scheme knows anything about. */
function columnsFor(scheme: Scheme, recipient: Award['recipient']): readonly RosterColumn[] {
  const omitted = scheme.roster.omits.map((heading) => (heading === '职务' ? '职务全称' : heading));
  const own: readonly RosterColumn[] = RECIPIENT[recipient];
  const hasHonours = scheme.awards.some((award) => award.recipient === recipient && award.honours.length > 0);
  return [
    ...(scheme.roster.sequence ? [SEQUENCE] : []),
    ...own.filter(({ heading }) => !omitted.includes(heading)),
    ...(hasHonours ? [HONOURS] : []),
  ];
}

/** A sheet for collectives and one for persons, as far as the scheme honours them, each grouped by award. No column but these leaves the master roster. */
export function writeRosters(
  scheme: Scheme,
  rosters: Rosters,
  gaps: readonly Gap[],
  resting: Resting,
): Promise<Uint8Array> {
  const workbook = new ListWorkbook(titleOfPart(`${scheme.title}名册`, rosters.part));
  const lists = [
    { recipient: 'collective', entries: rosters.collectives, orientation: 'portrait' },
    { recipient: 'person', entries: rosters.persons, orientation: 'landscape' },
  ] as const;
  for (const { recipient, entries, orientation } of lists) {
    if (!scheme.awards.some((award) => award.recipient === recipient)) continue;
    const sheet = workbook.addPage(scheme.roster.lists[recipient]);
    const lines = { part: rosters.part, warning: describeGaps(gaps), decided: describeResting(entries, resting) };
    drawRoster(sheet, entries, columnsFor(scheme, recipient), { title: scheme.title, orientation, lines });
  }
  if (rosters.honours) drawDistrictHonours(workbook, scheme, rosters.honours);
  return workbook.finish();
}

interface RosterFrame {
  /** Of the scheme. */
  readonly title: string;
  readonly orientation: Orientation;
  readonly lines: SheetLines;
}

function drawRoster(
  sheet: DrawnPage,
  entries: readonly RosterEntry[],
  columns: readonly RosterColumn[],
  { title, orientation, lines }: RosterFrame,
): void {
  const headings = ['序号', ...columns.map(({ heading }) => heading)];
  const texts = entries.map((entry) => ['', ...columns.map(({ show }) => show(entry))]);
  const ranges = [{ min: 36, max: 36 }, ...columns];
  const pen = new SheetPen(
    sheet,
    fitWidths(ranges, [headings, ...texts], LOOK.text.fontSize, printableWidth(orientation)),
  );
  pen.writeLine(titleOfPart(`${sheet.name}名册`, lines.part ?? ''), LOOK.title, 36);
  pen.writeLine(title, LOOK.subtitle, 24);
  drawLines(pen, lines);
  const headingRow = pen.write(
    headings.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  for (const [index, entry] of entries.entries()) {
    if (entries[index - 1]?.award !== entry.award) {
      const count = entries.filter(({ award }) => award === entry.award).length;
      pen.writeLine(`${entry.award.name}（${countOf(entry.award.recipient, count)}）`, LOOK.group, 22);
    }
    pen.write(
      [
        { value: index + 1, look: LOOK.center },
        ...columns.map(({ show, align }) => ({
          value: show(entry),
          look: { ...LOOK.text, align },
        })),
      ],
      22,
    );
  }
  sheet.setUp({ orientation, titleRows: { first: 1, last: headingRow }, frozenRows: headingRow });
}
