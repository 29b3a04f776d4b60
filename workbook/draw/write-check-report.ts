/** 资格审查报告: what is wrong with a master roster, where, by which clause, and what becomes of each nominee. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import { nameNomination } from '../../rules/decision-rows.ts';
import { partOf, type RosterCheck } from '../../rules/check-roster.ts';
import { groupCauses } from '../../rules/causes.ts';
import { describeGaps, listGaps } from '../../rules/incomplete-base.ts';
import type { Facts } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { listWaiting } from '../../rules/waiting-conclusions.ts';
import { writeRosterTable } from '../roster/write-master-roster.ts';
import { ListWorkbook } from './list-workbook.ts';
import { drawFindings, drawJudgements, drawVerdicts, hasJudgements } from './report-lists.ts';
import { drawCauses } from './report-causes.ts';
import { drawAside } from './report-aside.ts';
import { drawPanel } from './report-panel.ts';
import { drawSummary } from './report-summary.ts';
import { markUnfinished } from './sheet-lines.ts';
import { titleOfPart } from './words.ts';
import type { RosterAddresses } from '../roster/roster-addresses.ts';

/** 待结论: in the columns of 决定, to be filled in by the body and pasted there. */
function drawWaiting(workbook: ListWorkbook, scheme: Scheme, check: RosterCheck, warning: string): void {
  const rows = listWaiting(check).map(
    ({ check: { nominee }, step, body }): Facts =>
      new Map([
        ['事项', step.name],
        ['对象', hideIdNumbers(nameNomination(nominee))],
        ['决定单位', body],
      ]),
  );
  if (rows.length === 0) return;
  const page = writeRosterTable(workbook, { scheme, key: 'decisions', name: '待结论' }, rows);
  // Its rows are copied into the roster, so nothing else stands in it.
  if (warning !== '') markUnfinished(page);
}

/** The report on a check of the roster that was read from `sourceFileName`. It holds no ID number. */
export function writeCheckReport(
  scheme: Scheme,
  check: RosterCheck,
  addresses: RosterAddresses,
  sourceFileName: string,
): Promise<Uint8Array> {
  const workbook = new ListWorkbook(titleOfPart(`${scheme.title}资格审查报告`, partOf(check)));
  const warning = describeGaps(listGaps(check, 'report'));
  drawSummary(workbook.addPage('结论'), check, hideIdNumbers(sourceFileName), warning);
  const causes = groupCauses(check.remarks, check.index.roster);
  if (causes.length < check.remarks.length)
    drawCauses(workbook.addPage('问题归类'), { scheme, addresses, causes, part: partOf(check), warning });
  drawFindings(workbook.addPage('问题清单'), check, addresses, warning);
  if (check.index.roster.oddities.aside.length > 0) drawAside(workbook.addPage('未当作记录的行'), check, warning);
  drawVerdicts(workbook.addPage('逐人结论'), check, warning);
  if (scheme.expertReview) drawPanel(workbook.addPage('专家评审'), check, scheme.expertReview, warning);
  if (scheme.review) drawWaiting(workbook, scheme, check, warning);
  if (hasJudgements(scheme)) drawJudgements(workbook.addPage('人工审查事项'), scheme);
  return workbook.finish();
}
