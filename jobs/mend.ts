import { isInRange, readAddress, readRange } from '../ooxml/read/cell-address.ts';
import { openWorkbook, type WorkbookFile } from '../ooxml/read/open-workbook.ts';
import type { Finding } from '../rules/finding.ts';
import { numberApplications } from '../workbook/roster/number-applications.ts';
import { planMend, type Choosing, type Mending, type MendPlan } from '../workbook/roster/plan-mend.ts';
import { addressOf } from '../workbook/roster/roster-addresses.ts';
import { writeMended } from '../workbook/roster/write-mended.ts';
import { deliver } from './deliver.ts';
import type { InputFile, JobContext, JobResult, OutputName } from './job.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { fileChangesToJson } from './tell-changes.ts';

export interface MendInput {
  readonly roster: InputFile;
  readonly out: OutputName;
  /** The cells that are mended, as `nameMendedCell` writes them; left out for all. */
  readonly only?: ReadonlySet<string>;
}

/** `推荐名单!C5` */
export function nameMendedCell({ sheet, address }: Pick<Mending, 'sheet' | 'address'>): string {
  return `${sheet}!${address}`;
}

/** What would be changed in a roster. */
export function planMending(
  { check, addresses }: Pick<LoadedRoster, 'check' | 'addresses'>,
  workbook: WorkbookFile,
): MendPlan {
  const { mendings, ...others } = planMend(check, addresses);
  return { ...others, mendings: [...mendings, ...numberApplications(check, addresses, workbook)] };
}

/** The part of a plan that people have picked. A merged range is taken apart where all of its cells are mended, and left as it is where some are not. */
function pick({ mendings, choosings, unmerged }: MendPlan, only: ReadonlySet<string>): MendPlan {
  const isWanted = (each: Mending) => only.has(nameMendedCell(each));
  const isIn = (merge: MendPlan['unmerged'][number], { sheet, address }: Mending) =>
    merge.sheet === sheet && covers(merge.range, address);
  const kept = unmerged.filter((merge) => mendings.every((each) => !isIn(merge, each) || isWanted(each)));
  const left = unmerged.filter((merge) => !kept.includes(merge));
  return {
    mendings: mendings.filter((each) => isWanted(each) && !left.some((merge) => isIn(merge, each))),
    choosings,
    unmerged: kept,
  };
}

function covers(range: string, address: string): boolean {
  const [block, cell] = [readRange(range), readAddress(address)];
  return block !== undefined && cell !== undefined && isInRange(cell, block);
}

/** 修改: a copy of the roster in which every note is made good and every single candidate filled in. The roster itself stays. */
export async function mend({ roster, out, only }: MendInput, context: JobContext): Promise<JobResult<object>> {
  const loaded = await loadRoster(roster, context.schemes);
  const { check, addresses } = loaded;
  const workbook = openWorkbook(roster.bytes, roster.name);
  const all = planMending(loaded, workbook);
  const plan = only ? pick(all, only) : all;
  const { bytes, mendings, formulas } = writeMended(workbook, plan);
  const files = await deliver(out, () => Promise.resolve(bytes ?? roster.bytes), context, [roster]);
  const { choosings } = plan;
  const done = new Set(mendings.map(nameMendedCell));
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
