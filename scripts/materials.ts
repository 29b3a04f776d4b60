import {
  countItems,
  listApplicationFiles,
  listLacking,
  listOpenQuestions,
  listOwed,
  sortByUrgency,
  type ApplicationFile,
} from '../rules/application-file.ts';
import { hideIdNumbers } from '../rules/id-number.ts';
import { listGaps, makeOwnGapLister } from '../rules/incomplete-base.ts';
import { SHEET } from '../rules/master-roster.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { writeApplicationFile } from '../workbook/draw/write-application-file.ts';
import { writeApplicationOverview } from '../workbook/draw/write-application-overview.ts';
import { stampWorkbook } from '../ooxml/stamp/stamp.ts';
import { requireSoffice } from './convert-to-pdf.ts';
import type { OutputOptions } from './deliver.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { addPdfs, toPdfName } from './forms.ts';
import { gapsToJson, sayGaps } from './left-out.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { OutputFolder } from './output-folder.ts';
import { isWanted } from './plan-forms.ts';
import { planMaterials, type ApplicationPlan } from './plan-materials.ts';
import { readFormTemplates } from './scheme-folder.ts';
import { printJson, say, showProgress } from './terminal.ts';

const OVERVIEW = '材料汇总.xlsx';

export interface MaterialsOptions extends OutputOptions {
  /** Awards, application numbers, unit numbers or unit names to make papers of; all when absent. */
  readonly only?: readonly string[];
  readonly pdf?: boolean;
}

/** `materials R.xlsx --out DIR`: checklists, contents, questions and printed forms of each application, and an overview of all. */
export async function materials(path: string, options: MaterialsOptions): Promise<ExitCode> {
  if (options.out === undefined) throw new UnusableInput('没有说明材料写到哪里；请加 --out 和文件夹名。');
  const loaded = await loadRoster(path);
  const all = listApplicationFiles(loaded.check);
  const wanted = all.filter(({ check }) => isWanted(check, options.only));
  refuseNothing(loaded, all, wanted, options.only);

  const soffice = options.pdf ? await requireSoffice() : null;
  const plans = planMaterials(loaded.scheme, wanted, await readFormTemplates(loaded.scheme));
  const folder = await OutputFolder.open(options.out, options.force ?? false);
  for (const name of [OVERVIEW, ...plans.flatMap(namesOf)]) {
    await folder.refuseForeign(name);
    if (soffice && name !== OVERVIEW) await folder.refuseForeign(toPdfName(name));
  }
  await writeApplications(folder, loaded, plans);
  if (soffice) await addPdfs(folder, soffice);
  // Of all applications, whatever is wanted: else a second run for one of them would lose the others.
  const gaps = listGaps(loaded.check, 'materials');
  await folder.write(OVERVIEW, await writeApplicationOverview(loaded.scheme, all, gaps));
  sayGaps(gaps);
  report(loaded, all, plans, options.out);
  if (options.json) printJson({ files: folder.written, incomplete: gapsToJson(gaps), applications: plans.map(toJson) });
  const isIncomplete = ({ file, unprinted }: ApplicationPlan) => listLacking(file).length + unprinted.length > 0;
  return plans.some(isIncomplete) ? EXIT.violations : EXIT.fine;
}

function refuseNothing(
  { fileName, scheme }: LoadedRoster,
  all: readonly ApplicationFile[],
  wanted: readonly ApplicationFile[],
  only: readonly string[] | undefined,
): void {
  if (all.length === 0) {
    throw new UnusableInput(
      `${fileName}中没有要交材料或要人确认的申报（方案 ${scheme.id}）；请核对“${SHEET.nominees}”是否填了，方案编号是否填对。`,
    );
  }
  if (wanted.length === 0) {
    throw new UnusableInput(
      `--only 指定的“${only?.join('、') ?? ''}”没有对应的申报；请填奖项、申报编号、单位编号或单位名称。`,
    );
  }
}

function namesOf({ name, stamped }: ApplicationPlan): string[] {
  return [name, ...stamped.map((each) => each.name)];
}

async function writeApplications(
  folder: OutputFolder,
  { scheme, check }: LoadedRoster,
  plans: readonly ApplicationPlan[],
): Promise<void> {
  const ownGaps = makeOwnGapLister(check);
  for (const [index, { file, name, stamped }] of plans.entries()) {
    await folder.write(name, await writeApplicationFile(scheme, file, ownGaps(file.check.nominee)));
    for (const each of stamped) await folder.write(each.name, stampWorkbook(each.template, each.pages));
    showProgress('正在生成申报材料清单', index + 1, plans.length);
  }
}

function report(
  { fileName }: LoadedRoster,
  all: readonly ApplicationFile[],
  plans: readonly ApplicationPlan[],
  out: string,
): void {
  say(`已在 ${out} 生成 ${plans.length} 项申报的清单和表格；全部 ${all.length} 项的情况见${OVERVIEW}。`);
  for (const { file, unprinted } of plans) {
    for (const reason of unprinted) {
      const { row, name, unitName } = file.check.nominee;
      say(`${fileName}“${SHEET.nominees}”第 ${row} 行“${hidePrivateParts(name || unitName)}”没有出${reason}。`);
    }
  }
  const [first] = sortByUrgency(all);
  const owing = all.filter((file) => listOwed(file).length > 0).length;
  if (first && owing > 0) {
    const { unitName, award } = first.check.nominee;
    say(
      `有 ${owing} 项申报欠交材料，最多的是“${hidePrivateParts(unitName)}”的${award}，欠 ${listOwed(first).length} 项。`,
    );
  }
}

function toJson({ file, name, stamped, unprinted }: ApplicationPlan) {
  const { nominee, award } = file.check;
  return {
    row: nominee.row,
    application: hideIdNumbers(nominee.application),
    award: award.id,
    unit: hidePrivateParts(nominee.unitName),
    name: hidePrivateParts(nominee.name),
    files: [name, ...stamped.map((each) => each.name)],
    unprinted,
    counts: countItems(file),
    items: file.items.map(({ item, state, row }) => ({
      position: item.position,
      text: item.text,
      state,
      pages: row?.pages ?? null,
    })),
    open: listOpenQuestions(file).map(({ condition }) => ({ condition: condition.id, demand: condition.demand })),
  };
}
