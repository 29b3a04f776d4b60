import { openWorkbook } from '../ooxml/read/open-workbook.ts';
import type { Finding } from '../rules/finding.ts';
import { numberApplications } from '../workbook/roster/number-applications.ts';
import { planMend, type Choosing, type Mending } from '../workbook/roster/plan-mend.ts';
import { addressOf } from '../workbook/roster/roster-addresses.ts';
import { writeMended } from '../workbook/roster/write-mended.ts';
import { deliver } from './deliver.ts';
import type { InputFile, JobContext, JobResult, OutputName } from './job.ts';
import { loadRoster } from './load-roster.ts';
import { fileChangesToJson } from './tell-changes.ts';

export interface MendInput {
  readonly roster: InputFile;
  readonly out: OutputName;
}

/** 修改: a copy of the roster in which every note is made good and every single candidate filled in. The roster itself stays. */
export async function mend({ roster, out }: MendInput, context: JobContext): Promise<JobResult<object>> {
  const { check, addresses } = await loadRoster(roster, context.schemes);
  const workbook = openWorkbook(roster.bytes, roster.name);
  const { mendings: planned, ...others } = planMend(check, addresses);
  const plan = { ...others, mendings: [...planned, ...numberApplications(check, addresses, workbook)] };
  const { bytes, mendings, formulas } = writeMended(workbook, plan);
  const files = await deliver(out, () => Promise.resolve(bytes ?? roster.bytes), context, [roster]);
  const { choosings } = plan;
  const done = new Set(mendings.map(({ sheet, address }) => `${sheet}!${address}`));
  const isLeft = ({ severity, decision, where: [cell] }: Finding) =>
    severity === 'violation' &&
    !decision &&
    !done.has(`${addresses.get(cell.sheet)?.sheetName ?? ''}!${addressOf(addresses, cell)}`);
  const parts = [
    bytes === null ? '没有要改的，是原样的副本' : `改了 ${mendings.length} 格，都涂了颜色，逐格见“修改清单”`,
    ...(choosings.length > 0 ? [`${choosings.length} 格要由人选定，点开单元格有下拉选项`] : []),
    ...(formulas.length > 0 ? [`${formulas.length} 格是公式，没有改`] : []),
  ];
  context.tell(`${parts.join('；')}。`);
  return {
    files,
    summary: () => ({
      mended: mendings.map(mendingToJson),
      formulas: formulas.map(mendingToJson),
      open: choosings.map(choosingToJson),
      changes: fileChangesToJson(files),
    }),
    verdict: check.remarks.some(isLeft) ? 'violations' : 'fine',
  };
}

function mendingToJson({ sheet, address, old, shown, reason }: Mending) {
  return { sheet, cell: address, old, new: shown, reason };
}

function choosingToJson({ sheet, address, old, choices, reason }: Choosing) {
  return { sheet, cell: address, old, choices, reason };
}
