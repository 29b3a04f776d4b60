/** 结论: the first sheet of a check report, to read in a minute. */
import { partOf, type RosterCheck } from '../../rules/check-roster.ts';
import { asksForCoverage, findHoldings, nameCoverage } from '../../rules/coverage.ts';
import { countOpen, type Severity } from '../../rules/finding.ts';
import type { Remark } from '../../rules/merge-findings.ts';
import { describeOpinions, listOpinions } from '../../rules/opinion-lists.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import type { NomineeCheck } from '../../rules/nominee-check.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { tellUnowned } from '../../rules/unowned.ts';
import { STANDING_WORDS } from '../../rules/waiting-conclusions.ts';
import { LOOK, type Look } from './cell-looks.ts';
import { nameRule, SEVERITY_WORDS } from '../../rules/name-rule.ts';
import { printableWidth } from './print-setup.ts';
import { OUTCOMES, outcomeOf, type ReportOutcome } from './report-outcome.ts';
import { drawCaps, drawPlaces } from './report-places.ts';
import { describePart, ordinal, titleOfPart } from './words.ts';
import { heading, ROW_HEIGHT, section } from './report-section.ts';
import type { DrawnPage, PenCell } from './page.ts';
import { SheetPen, sumFormula } from './sheet-pen.ts';
import { tellPrintedSheets } from './report-sheets.ts';
import { drawWarning } from './sheet-lines.ts';

/** Draws the counts of nominees, of findings by rule, and of nominees against places. */
export function drawSummary(sheet: DrawnPage, check: RosterCheck, sourceFileName: string, warning: string): void {
  const { scheme } = check.index;
  const page = printableWidth('portrait');
  // With places, two columns for each award behind the districts; without, room for the names of awards and eight equal columns.
  const columns = scheme.quota ? 1 + 2 * scheme.awards.length : 9;
  const first = scheme.quota ? Math.max(90, page - (columns - 1) * 50) : 250;
  const rest = (page - first) / (columns - 1);
  const pen = new SheetPen(sheet, [first, ...Array.from({ length: columns - 1 }, () => rest)]);
  const part = partOf(check);
  pen.writeLine(titleOfPart('资格审查报告', part), LOOK.title, 36);
  pen.writeLine(scheme.title, LOOK.subtitle, 24);
  const repeated = drawWarning(pen, warning);
  pen.writeLine(`审查对象：${sourceFileName}`, LOOK.line);
  if (check.part) pen.writeLine(`${describePart(part)}${tellUnowned(check.part)}`, LOOK.line);
  else if (asksForCoverage(scheme)) pen.writeLine(describeCoverage(check), LOOK.line);
  for (const sentence of check.basis) pen.writeLine(sentence, LOOK.line);
  pen.writeLine(describeResult(check), LOOK.line);
  for (const sentence of describeOpinions(listOpinions(check))) pen.writeLine(sentence, LOOK.line);
  pen.writeLine(tellPrintedSheets('check'), LOOK.line);
  let sections = 0;
  drawOutcomes(pen, sections++, scheme, check);
  if (scheme.quota && (part === '' || check.places.length > 0)) drawPlaces(pen, sections++, check);
  // Who is over a cap of all nominations is none of a part's counts.
  if (scheme.limits.caps.length > 0 && part === '') drawCaps(pen, sections++, check);
  drawRules(pen, sections++, scheme, check);
  sheet.setUp({ orientation: 'portrait', titleRows: warning === '' ? undefined : { first: repeated, last: repeated } });
}

/** Whoever reads the report sees what it rests on. */
function describeCoverage({ index: { scheme, roster } }: RosterCheck): string {
  const { coverage } = roster;
  const said = `名册范围：${nameCoverage(coverage)}`;
  if (coverage.kind !== 'all' || coverage.isStated) return said;
  const holdingOf = findHoldings(roster);
  const held = scheme.districts.filter(({ name }) => holdingOf(name) !== 'nothing').map(({ name }) => name);
  const partly = held.length < scheme.districts.length ? `，其中没有单位的区不核对，只核对${held.join('、')}` : '';
  return `${said}（“${SHEET.scheme}”没有填写${partly}）`;
}

function describeResult({ remarks, nominees, index }: RosterCheck): string {
  const count = (wanted: Severity) => countOpen(remarks, wanted);
  const notes = count('note') > 0 ? `，提示 ${count('note')} 处` : '';
  const unknown = index.roster.nominees.length - nominees.length;
  const ignored = unknown > 0 ? `另有 ${unknown} 个推荐的奖项不明，未作结论，见问题清单。` : '';
  const advice =
    remarks.length === count('note')
      ? '未发现问题。'
      : `违规须先更正，待确认须有人核实。各项位置和更正办法见“问题清单”，每个推荐的结论见“逐人结论”。`;
  const reviewed = index.scheme.review ? `${describeReview(nominees)}；` : '；';
  return `推荐 ${nominees.length} 个${reviewed}违规 ${count('violation')} 处，待确认 ${count('question')} 处${notes}。${ignored}${advice}`;
}

/** `，通过审查 37 个，其中入围 10 个、待结论 20 个、不入围 7 个`; who is eligible is not yet chosen. */
function describeReview(nominees: readonly NomineeCheck[]): string {
  const cleared = nominees.filter((each) => each.cleared);
  const counts = (['chosen', 'waiting', 'rejected'] as const).map((wanted) => {
    const count = cleared.filter((each) => each.reviewed === wanted).length;
    return `${STANDING_WORDS[wanted]} ${count} 个`;
  });
  const against = nominees.filter((each) => each.reviewed === 'against').length;
  const besides = against > 0 ? `，另有 ${against} 个与条件不符而依决定入围` : '';
  return `，通过审查 ${cleared.length} 个，其中${counts.join('、')}${besides}`;
}

function drawOutcomes(pen: SheetPen, index: number, scheme: Scheme, check: RosterCheck): void {
  const span = Math.floor((pen.columns - 1) / 4);
  const last = pen.columns - 1 - 3 * span;
  const spans = [span, span, span, last];
  section(pen, `${ordinal(index)}、推荐的审查结论`);
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
  const tones: readonly (ReportOutcome['tone'] | undefined)[] = [undefined, ...OUTCOMES.map(({ tone }) => tone)];
  return { ...LOOK.center, ...(value > 0 && { tone: tones[index] }) };
}

/** On a page of its own below the table of places, which fills the first one: a heading alone at its foot would look lost. */
function drawRules(pen: SheetPen, index: number, scheme: Scheme, { remarks }: RosterCheck): void {
  if (remarks.length > 0 && scheme.quota) pen.page.breakPage();
  section(pen, `${ordinal(index)}、问题分类`);
  if (remarks.length === 0) {
    pen.writeLine('未发现问题。', LOOK.text, ROW_HEIGHT);
    return;
  }
  const counts = new Map<string, Record<FindingState, number>>();
  for (const remark of remarks) {
    const name = nameRule(scheme, remark);
    const count = counts.get(name) ?? { violation: 0, question: 0, note: 0, decided: 0 };
    count[stateOf(remark)] += 1;
    counts.set(name, count);
  }
  const narrow = Math.max(1, Math.floor((pen.columns - 1) / 4));
  const states = STATES.filter(
    (state) => state === 'violation' || state === 'question' || remarks.some((remark) => stateOf(remark) === state),
  );
  const wide = pen.columns - states.length * narrow;
  heading(pen, ['问题', ...states.map((each) => STATE_WORDS[each])], [wide, ...states.map(() => narrow)]);
  const first = pen.row;
  for (const [name, count] of counts) {
    pen.write(
      [
        { value: name, look: LOOK.text, span: wide },
        ...states.map((each) => ({ value: count[each], look: toned(count[each], each), span: narrow })),
      ],
      ROW_HEIGHT,
    );
  }
  const end = pen.row - 1;
  const total = (wanted: FindingState) => remarks.filter((remark) => stateOf(remark) === wanted).length;
  pen.write(
    [
      { value: '合计', look: LOOK.sum, span: wide },
      ...states.map((each, position) => ({
        value: sumFormula(wide + position * narrow + 1, first, end, total(each)),
        look: LOOK.sum,
        span: narrow,
      })),
    ],
    ROW_HEIGHT,
  );
}

/** What the columns count: a finding that somebody has decided counts there alone. */
const STATES = ['violation', 'question', 'note', 'decided'] as const;

type FindingState = (typeof STATES)[number];

const STATE_WORDS: Readonly<Record<FindingState, string>> = { ...SEVERITY_WORDS, decided: '已决定' };

function stateOf({ severity, decision }: Remark): FindingState {
  return decision ? 'decided' : severity;
}

/** A note is no trouble, and has no colour; neither has what is decided. */
function toned(count: number, state: FindingState): Look {
  const tone = state === 'violation' || state === 'question' ? state : undefined;
  return { ...LOOK.center, ...(count > 0 && { tone }) };
}
