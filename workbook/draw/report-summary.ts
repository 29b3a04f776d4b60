/** 结论: the first sheet of a check report, to read in a minute. */
import type { Worksheet } from 'exceljs';
import type { RosterCheck } from '../../rules/check-roster.ts';
import type { PlaceUsage } from '../../rules/checks/places.ts';
import type { Award, District, Scheme } from '../../rules/scheme.ts';
import { LOOK, type Look } from './cell-looks.ts';
import { nameRule } from '../../rules/name-rule.ts';
import { printableWidth, setUpPrint } from './print-setup.ts';
import { OUTCOMES, outcomeOf, type Outcome } from './report-outcome.ts';
import { SheetPen, sumFormula, type PenCell } from './sheet-pen.ts';

const ROW_HEIGHT = 18;

/** Draws the counts of nominees, of findings by rule, and of nominees against places. */
export function drawSummary(sheet: Worksheet, scheme: Scheme, check: RosterCheck, sourceFileName: string): void {
  const columns = 1 + 2 * scheme.awards.length;
  const page = printableWidth('portrait');
  const first = Math.max(90, page - (columns - 1) * 50);
  const rest = (page - first) / (columns - 1);
  const pen = new SheetPen(sheet, [first, ...Array.from({ length: columns - 1 }, () => rest)]);
  pen.writeLine('资格审查报告', LOOK.title, 36);
  pen.writeLine(scheme.title, LOOK.subtitle, 24);
  pen.writeLine(`审查对象：${sourceFileName}`, LOOK.line);
  pen.writeLine(describeResult(check), LOOK.line);
  drawOutcomes(pen, scheme, check);
  drawPlaces(pen, scheme, check.places);
  drawRules(pen, scheme, check);
  sheet.views = [{ showGridLines: false }];
  setUpPrint(sheet, 'portrait');
}

function describeResult({ findings, nominees, index }: RosterCheck): string {
  const violations = findings.filter(({ severity }) => severity === 'violation').length;
  const unknown = index.roster.nominees.length - nominees.length;
  const ignored = unknown > 0 ? `另有 ${unknown} 个推荐的奖项不明，未作结论，见问题清单。` : '';
  const advice =
    findings.length === 0
      ? '未发现问题。'
      : `违规须先更正，待确认须有人核实。各项位置和更正办法见“问题清单”，每个推荐的结论见“逐人结论”。`;
  return `推荐 ${nominees.length} 个；违规 ${violations} 处，待确认 ${findings.length - violations} 处。${ignored}${advice}`;
}

function drawOutcomes(pen: SheetPen, scheme: Scheme, check: RosterCheck): void {
  const span = Math.floor((pen.columns - 1) / 4);
  const last = pen.columns - 1 - 3 * span;
  const spans = [span, span, span, last];
  section(pen, '一、推荐的审查结论');
  heading(pen, ['奖项', '推荐', ...OUTCOMES.map(({ word }) => word)], [1, ...spans]);
  const first = pen.row;
  const rows = scheme.awards.map((award) => {
    const ofAward = check.nominees.filter((nominee) => nominee.award === award);
    const counts = OUTCOMES.map(({ id }) => ofAward.filter((nominee) => outcomeOf(nominee) === id).length);
    return { award, counts: [ofAward.length, ...counts] };
  });
  for (const { award, counts } of rows) {
    pen.write(
      [
        { value: award.name, look: LOOK.center },
        ...counts.map((value, index) => ({ value, look: outcomeLook(index, value), span: spans[index] ?? 1 })),
      ],
      ROW_HEIGHT,
    );
  }
  const end = pen.row - 1;
  let column = 2;
  const sums = spans.map((width, index): PenCell => {
    const total = rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
    const cell = { value: sumFormula(column, first, end, total), look: LOOK.sum, span: width };
    column += width;
    return cell;
  });
  pen.write([{ value: '合计', look: LOOK.sum }, ...sums], ROW_HEIGHT);
}

/** Only a count above 0 is coloured. The first column counts all nominees. */
function outcomeLook(index: number, value: number): Look {
  const tones: readonly (Outcome['tone'] | undefined)[] = [undefined, ...OUTCOMES.map(({ tone }) => tone)];
  return { ...LOOK.center, ...(value > 0 && { tone: tones[index] }) };
}

/** Nominees and places of each district and award, side by side. */
function drawPlaces(pen: SheetPen, scheme: Scheme, places: readonly PlaceUsage[]): void {
  section(pen, '二、名额使用（超出的标红，空余的标黄）');
  const { awards } = scheme;
  const upper = heading(pen, ['各区', ...awards.map(({ name }) => name)], [1, ...awards.map(() => 2)]);
  const lower = heading(pen, ['各区', ...awards.flatMap(() => ['推荐', '名额'])], []);
  pen.sheet.mergeCells(upper, 1, lower, 1);
  const usages = new Map(places.map((usage) => [usageKey(usage.district, usage.award), usage]));
  const first = pen.row;
  for (const district of scheme.districts) {
    const cells = awards.flatMap((award) => usageCells(usages.get(usageKey(district, award))));
    pen.write([{ value: district.name, look: LOOK.center }, ...cells], ROW_HEIGHT);
  }
  const end = pen.row - 1;
  const sums = awards.flatMap((award, index): PenCell[] => {
    const ofAward = places.filter((usage) => usage.award === award);
    const used = ofAward.reduce((sum, { nominees }) => sum + nominees.length, 0);
    const available = ofAward.reduce((sum, usage) => sum + usage.places, 0);
    return [
      { value: sumFormula(2 + 2 * index, first, end, used), look: LOOK.sum },
      { value: sumFormula(3 + 2 * index, first, end, available), look: LOOK.sum },
    ];
  });
  pen.write([{ value: '合计', look: LOOK.sum }, ...sums], ROW_HEIGHT);
}

function usageCells(usage: PlaceUsage | undefined): PenCell[] {
  if (!usage) return [0, 1].map(() => ({ value: '-', look: LOOK.center }));
  const used = usage.nominees.length;
  const tone = used > usage.places ? 'violation' : used < usage.places ? 'question' : undefined;
  return [
    { value: used, look: { ...LOOK.center, tone, bold: tone === 'violation' } },
    { value: usage.places, look: LOOK.center },
  ];
}

function usageKey(district: District, award: Award): string {
  return `${award.id} ${district.name}`;
}

/** On a page of its own: the sections above fill the first one, and a heading alone at its foot would look lost. */
function drawRules(pen: SheetPen, scheme: Scheme, { findings }: RosterCheck): void {
  if (findings.length > 0) pen.sheet.getRow(pen.row - 1).addPageBreak();
  section(pen, '三、问题分类');
  if (findings.length === 0) {
    pen.writeLine('未发现问题。', LOOK.text, ROW_HEIGHT);
    return;
  }
  const counts = new Map<string, { violation: number; question: number }>();
  for (const finding of findings) {
    const name = nameRule(scheme, finding);
    const count = counts.get(name) ?? { violation: 0, question: 0 };
    count[finding.severity] += 1;
    counts.set(name, count);
  }
  const narrow = Math.max(1, Math.floor((pen.columns - 1) / 4));
  const spans = [pen.columns - 2 * narrow, narrow, narrow] as const;
  heading(pen, ['问题', '违规', '待确认'], spans);
  const first = pen.row;
  for (const [name, { violation, question }] of counts) {
    pen.write(
      [
        { value: name, look: LOOK.text, span: spans[0] },
        { value: violation, look: toned(violation, 'violation'), span: narrow },
        { value: question, look: toned(question, 'question'), span: narrow },
      ],
      ROW_HEIGHT,
    );
  }
  const end = pen.row - 1;
  const total = (severity: 'violation' | 'question') =>
    findings.filter((finding) => finding.severity === severity).length;
  pen.write(
    [
      { value: '合计', look: LOOK.sum, span: spans[0] },
      { value: sumFormula(spans[0] + 1, first, end, total('violation')), look: LOOK.sum, span: narrow },
      { value: sumFormula(spans[0] + narrow + 1, first, end, total('question')), look: LOOK.sum, span: narrow },
    ],
    ROW_HEIGHT,
  );
}

function toned(count: number, tone: 'violation' | 'question'): Look {
  return { ...LOOK.center, ...(count > 0 && { tone }) };
}

function section(pen: SheetPen, text: string): void {
  pen.skip(10);
  pen.writeLine(text, LOOK.section, 24);
}

function heading(pen: SheetPen, texts: readonly string[], spans: readonly number[]): number {
  return pen.write(
    texts.map((value, index) => ({ value, look: LOOK.heading, span: spans[index] ?? 1 })),
    ROW_HEIGHT,
  );
}
