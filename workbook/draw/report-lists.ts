/** The lists of a check report: every finding, every nominee, and what only people can judge. */
import type { Worksheet } from 'exceljs';
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import { SHEET } from '../../rules/master-roster.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { proveVerdict } from '../../rules/verdict.ts';
import { LOOK } from './cell-looks.ts';
import { describeCells } from './describe-cells.ts';
import { fitWidths, type WidthRange } from './column-widths.ts';
import { nameDocument } from './name-document.ts';
import { nameRule } from '../../rules/name-rule.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { OUTCOMES, outcomeOf } from './report-outcome.ts';
import { addressOf, type RosterAddresses } from '../roster/roster-addresses.ts';
import { SheetPen, type PenCell } from './sheet-pen.ts';

const SEVERITIES = {
  violation: { word: '违规', tone: 'violation' },
  question: { word: '待确认', tone: 'question' },
} as const;

const FINDING_COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '性质', min: 46, max: 46 },
  { heading: '问题', min: 60, max: 78 },
  { heading: '工作表', min: 56, max: 56 },
  { heading: '单元格', min: 46, max: 56 },
  { heading: '栏目', min: 46, max: 58 },
  { heading: '现状', min: 46, max: 70 },
  { heading: '具体情况', min: 110, max: 145 },
  { heading: '更正办法', min: 90, max: 120 },
  { heading: '相关单元格', min: 66, max: 66 },
  { heading: '依据', min: 60, max: 122 },
  { heading: '原文', min: 80, max: 110 },
] as const;

/** 问题清单: one row for each finding, with the cell to look at. */
export function drawFindings(
  sheet: Worksheet,
  scheme: Scheme,
  { findings }: RosterCheck,
  addresses: RosterAddresses,
): void {
  const rows = findings.map((finding, index): PenCell[] => {
    const [cell, ...others] = finding.where;
    const { word, tone } = SEVERITIES[finding.severity];
    return [
      center(index + 1),
      { value: word, look: { ...LOOK.center, tone } },
      text(nameRule(scheme, finding)),
      center(SHEET[cell.sheet]),
      center(addressOf(addresses, cell)),
      center(cell.heading),
      text(finding.found),
      text(finding.message),
      text(finding.mend),
      text(describeCells(addresses, others)),
      text(nameDocument(scheme, finding.cite)),
      text(finding.cite?.quote ?? ''),
    ];
  });
  const about =
    '单元格是总名册中的位置：先到“工作表”一栏所写的表，再到“单元格”一栏所写的格子，例如 D17 是 D 列第 17 行。';
  drawList(sheet, '问题清单', about, FINDING_COLUMNS, rows);
}

const NOMINEE_COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '奖项', min: 60, max: 90 },
  { heading: '所属', min: 40, max: 60 },
  { heading: '单位', min: 110, max: 190 },
  { heading: '受奖集体/姓名', min: 70, max: 110 },
  { heading: '结论', min: 44, max: 44 },
  { heading: '理由', min: 180, max: 360 },
] as const;

/** 逐人结论: one row for each nominee, with its proof line. */
export function drawVerdicts(sheet: Worksheet, { index, nominees }: RosterCheck): void {
  const rows = nominees.map((check, position): PenCell[] => {
    const id = outcomeOf(check);
    const outcome = OUTCOMES.find((each) => each.id === id);
    return [
      center(position + 1),
      center(check.award.name),
      center(check.unit?.district ?? ''),
      text(check.unit?.name ?? check.nominee.unitName),
      text(check.nominee.name),
      { value: outcome?.word ?? '', look: { ...LOOK.center, tone: outcome?.tone } },
      text(proveVerdict(index, check)),
    ];
  });
  drawList(sheet, '逐人结论', '按总名册“推荐名单”的次序。', NOMINEE_COLUMNS, rows);
}

const JUDGEMENT_COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '适用奖项', min: 70, max: 110 },
  { heading: '审查事项', min: 110, max: 180 },
  { heading: '办法', min: 90, max: 150 },
  { heading: '依据', min: 80, max: 120 },
  { heading: '原文', min: 120, max: 260 },
] as const;

/** 人工审查事项: the conditions that no program answers. A condition of several awards stands once. */
export function drawJudgements(sheet: Worksheet, scheme: Scheme): void {
  const judgements = new Map<string, { awards: string[]; demand: string; mend: string; cells: PenCell[] }>();
  for (const award of scheme.awards) {
    for (const { kind, id, demand, mend, cite } of award.conditions) {
      if (kind !== 'judgement') continue;
      const key = `${id} ${demand}`;
      const known = judgements.get(key);
      if (known) known.awards.push(award.name);
      else {
        const cells = [text(nameDocument(scheme, cite)), text(cite.quote)];
        judgements.set(key, { awards: [award.name], demand, mend, cells });
      }
    }
  }
  const rows = [...judgements.values()].map(({ awards, demand, mend, cells }, index): PenCell[] => [
    center(index + 1),
    text(awards.join('、')),
    text(demand),
    text(mend),
    ...cells,
  ]);
  const about = '以下条件由人判断，程序不作结论；“通过”只表示程序能查的条件都符合。';
  drawList(sheet, '人工审查事项', about, JUDGEMENT_COLUMNS, rows);
}

function drawList(
  sheet: Worksheet,
  title: string,
  about: string,
  columns: readonly (WidthRange & { readonly heading: string })[],
  rows: readonly (readonly PenCell[])[],
): void {
  const headings = columns.map(({ heading }) => heading);
  const texts = rows.map((row) => row.map(({ value }) => (typeof value === 'string' ? value : '')));
  const widths = fitWidths(columns, [headings, ...texts], LOOK.text.fontSize, printableWidth('landscape'));
  const pen = new SheetPen(sheet, widths);
  pen.writeLine(title, LOOK.title, 36);
  pen.writeLine(about, LOOK.line, 22);
  const headingRow = pen.write(
    headings.map((value) => ({ value, look: LOOK.heading })),
    24,
  );
  for (const row of rows) pen.write(row, 20);
  if (rows.length === 0) pen.writeLine('无', LOOK.center, 22);
  else sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: pen.row - 1, column: columns.length } };
  sheet.views = [{ state: 'frozen', ySplit: headingRow, showGridLines: false }];
  setUpPrint(sheet, 'landscape', { first: headingRow, last: headingRow });
}

function center(value: string | number): PenCell {
  return { value, look: LOOK.center };
}

function text(value: string): PenCell {
  return { value: hideIdNumbers(value), look: LOOK.text };
}
