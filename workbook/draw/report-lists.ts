/** The lists of a check report: every finding, every nominee, and what only people can judge. */
import { isLeftToPeople } from '../../rules/conditions/registry.ts';
import { partOf, type RosterCheck } from '../../rules/check-roster.ts';
import type { NomineeCheck } from '../../rules/nominee-check.ts';
import { describeDecision } from '../../rules/decision.ts';
import type { Finding } from '../../rules/finding.ts';
import { hideIdNumbers } from '../../rules/id-number.ts';
import { SHEET } from '../../rules/roster-cell.ts';
import { showName } from '../../rules/publishable.ts';
import { APPLICATION_COLUMN } from '../../rules/application-columns.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { linksApplications } from '../../rules/sheets.ts';
import { proveVerdict } from '../../rules/verdict.ts';
import { STANDING_WORDS } from '../../rules/waiting-conclusions.ts';
import { LOOK, toned } from './cell-looks.ts';
import type { WidthRange } from './column-widths.ts';
import { describeCells } from './describe-cells.ts';
import { center, drawList, text } from './draw-list.ts';
import { nameDocument } from './words.ts';
import { nameRule, SEVERITY_WORDS } from '../../rules/name-rule.ts';
import { OUTCOMES, outcomeOf } from './report-outcome.ts';
import { addressOf, type RosterAddresses } from '../roster/roster-addresses.ts';
import type { DrawnPage, PenCell } from './page.ts';

export const TONES = { violation: 'violation', question: 'question', note: undefined } as const;

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
export function drawFindings(sheet: DrawnPage, check: RosterCheck, addresses: RosterAddresses, warning: string): void {
  const { scheme } = check.index;
  const rows = check.remarks.map((finding, index): PenCell[] => {
    const [cell, ...others] = finding.where;
    const tone = finding.decision ? undefined : TONES[finding.severity];
    return [
      center(index + 1),
      { value: finding.decision ? '已决定' : SEVERITY_WORDS[finding.severity], look: toned(LOOK.center, tone) },
      text(nameRule(scheme, finding)),
      center(SHEET[cell.sheet]),
      center(addressOf(addresses, cell)),
      center(cell.heading),
      text(finding.found),
      text(tellFinding(finding)),
      text(finding.mend),
      text(describeCells(addresses, others)),
      text(nameDocument(scheme, finding.cite)),
      text(finding.cite?.quote ?? ''),
    ];
  });
  const about =
    '单元格是总名册中的位置：先到“工作表”一栏所写的表，再到“单元格”一栏所写的格子，例如 D17 是 D 列第 17 行。';
  drawList(sheet, { title: '问题清单', about, part: partOf(check), warning }, FINDING_COLUMNS, rows);
}

/** A finding stays visible when it has been decided. */
function tellFinding({ message, decision }: Finding): string {
  return decision ? `${message}。${describeDecision(decision)}` : message;
}

interface NomineeColumn extends WidthRange {
  readonly heading: string;
  readonly show: (check: NomineeCheck) => PenCell;
}

/** As far as the scheme has them. */
function nomineeColumns({ index }: RosterCheck): readonly NomineeColumn[] {
  const { scheme } = index;
  const application: NomineeColumn = {
    heading: APPLICATION_COLUMN.heading,
    min: 52,
    max: 70,
    show: ({ nominee }) => center(hideIdNumbers(nominee.application)),
  };
  const district: NomineeColumn = {
    heading: '所属',
    min: 40,
    max: 60,
    show: (check) => center(showName(check.unit?.district ?? '', check)),
  };
  const { omits } = scheme.roster;
  const recipient: NomineeColumn = {
    heading: omits.includes('受奖集体') ? '姓名' : '受奖集体/姓名',
    min: 60,
    max: 110,
    show: (check) =>
      text(
        check.award.recipient === 'collective' && omits.includes('受奖集体') ? '' : showName(check.nominee.name, check),
      ),
  };
  const hasRecipients = !omits.includes('受奖集体') || !omits.includes('姓名');
  return [
    ...(linksApplications(scheme) ? [application] : []),
    { heading: '奖项', min: 60, max: 150, show: ({ award }) => text(award.name) },
    ...(scheme.districts.length > 0 ? [district] : []),
    {
      heading: '单位',
      min: 110,
      max: 190,
      show: (check) => text(showName(check.unit?.name ?? check.nominee.unitName, check)),
    },
    ...(hasRecipients ? [recipient] : []),
    { heading: '结论', min: 44, max: 44, show: drawOutcome },
    ...(scheme.review ? [REVIEWED] : []),
    { heading: '理由', min: 180, max: 360, show: (check) => text(proveVerdict(index, check)) },
  ];
}

const REVIEWED: NomineeColumn = {
  heading: '评审',
  min: 46,
  max: 60,
  show: (check) => center(STANDING_WORDS[check.reviewed]),
};

function drawOutcome(check: NomineeCheck): PenCell {
  const id = outcomeOf(check);
  const outcome = OUTCOMES.find((each) => each.id === id);
  return { value: outcome?.word ?? '', look: toned(LOOK.center, outcome?.tone) };
}

/** 逐人结论: one row for each nominee, with its proof line. */
export function drawVerdicts(sheet: DrawnPage, check: RosterCheck, warning: string): void {
  const columns = nomineeColumns(check);
  const rows = check.nominees.map((each, position): PenCell[] => [
    center(position + 1),
    ...columns.map(({ show }) => show(each)),
  ]);
  const numbered = [{ heading: '序号', min: 34, max: 34 }, ...columns];
  const about = '按总名册“推荐名单”的次序。';
  drawList(sheet, { title: '逐人结论', about, part: partOf(check), warning }, numbered, rows);
}

const JUDGEMENT_COLUMNS = [
  { heading: '序号', min: 34, max: 34 },
  { heading: '适用奖项', min: 70, max: 110 },
  { heading: '审查事项', min: 110, max: 180 },
  { heading: '办法', min: 90, max: 150 },
  { heading: '依据', min: 80, max: 120 },
  { heading: '原文', min: 120, max: 260 },
] as const;

/** Whether the scheme leaves conditions to people that nobody confirms in the roster. */
export function hasJudgements({ awards }: Scheme): boolean {
  return awards.some(({ conditions }) => conditions.some(isLeftToPeople));
}

/** 人工审查事项: the conditions that no program answers. A condition of several awards stands once. */
export function drawJudgements(sheet: DrawnPage, scheme: Scheme): void {
  const judgements = new Map<string, { awards: string[]; demand: string; mend: string; cells: PenCell[] }>();
  for (const award of scheme.awards) {
    for (const { id, demand, mend, cite } of award.conditions.filter(isLeftToPeople)) {
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
  // What the document leaves to people does not hang on the roster.
  drawList(sheet, { title: '人工审查事项', about, warning: '' }, JUDGEMENT_COLUMNS, rows);
}
