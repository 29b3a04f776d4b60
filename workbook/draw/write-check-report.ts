/** 资格审查报告: what is wrong with a master roster, where, by which clause, and what becomes of each nominee. */
import { hideIdNumbers } from '../../rules/id-number.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { newWorkbook, packWorkbook } from './new-workbook.ts';
import { drawFindings, drawJudgements, drawVerdicts, hasJudgements } from './report-lists.ts';
import { drawPanel } from './report-panel.ts';
import { drawSummary } from './report-summary.ts';
import type { RosterAddresses } from '../roster/roster-addresses.ts';

/** The report on a check of the roster that was read from `sourceFileName`. It holds no ID number. */
export async function writeCheckReport(
  scheme: Scheme,
  check: RosterCheck,
  addresses: RosterAddresses,
  sourceFileName: string,
): Promise<Uint8Array> {
  const workbook = newWorkbook(`${scheme.title}资格审查报告`);
  drawSummary(workbook.addWorksheet('结论'), scheme, check, hideIdNumbers(sourceFileName));
  drawFindings(workbook.addWorksheet('问题清单'), scheme, check, addresses);
  drawVerdicts(workbook.addWorksheet('逐人结论'), check);
  if (scheme.expertReview) drawPanel(workbook.addWorksheet('专家评审'), check, scheme.expertReview);
  if (hasJudgements(scheme)) drawJudgements(workbook.addWorksheet('人工审查事项'), scheme);
  return packWorkbook(workbook);
}
