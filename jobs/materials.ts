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
import { SHEET } from '../rules/roster-cell.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import type { NomineeCheck } from '../rules/nominee-check.ts';
import { textKey } from '../rules/same-text.ts';
import { isSelected, topicOfNominee } from '../rules/selection.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { writeApplicationFile } from '../workbook/draw/write-application-file.ts';
import { writeApplicationOverview } from '../workbook/draw/write-application-overview.ts';
import { addPdfs, listOutdatedPdfs, tellSkipped, toPdfName } from './forms.ts';
import type { JobContext, JobResult, OutputPlace, PdfMaker } from './job.ts';
import { gapsToJson, tellGaps } from './left-out.ts';
import { BY_NOMINATION, selectOf, type PartRequest } from './load-part.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { listLeftFiles, refuseMostlyUnknown, type LeftFiles } from './left-files.ts';
import { OutputFolder } from './output-folder.ts';
import { joinAside, setAside } from './set-aside.ts';
import { listUnknownAwards } from './plan-forms.ts';
import { planMaterials, type ApplicationPlan } from './plan-materials.ts';
import { readFormTemplates } from './scheme-source.ts';
import { hasAppendix, stampForms, tellAppendices } from './stamp-forms.ts';
import { fileChangesToJson, tellFileChanges } from './tell-changes.ts';

const OVERVIEW = '材料汇总.xlsx';

export interface MaterialsInput extends PartRequest {
  readonly pdf: PdfMaker | null;
  readonly out: OutputPlace;
}

/** 申报材料: checklists, contents, questions and printed forms of each application, and an overview of all. */
export async function materials(input: MaterialsInput, context: JobContext): Promise<JobResult<object>> {
  const loaded = await loadRoster(input.roster, context.schemes);
  const all = listApplicationFiles(loaded.check);
  refuseNone(loaded, all);
  const topicOf = ({ nominee }: NomineeCheck) => topicOfNominee(loaded.check.index, nominee);
  const selection = selectOf(loaded, input.only, {
    ...BY_NOMINATION,
    called: '申报',
    topicsOf: () => all.map(({ check }) => topicOf(check)),
  });
  const wanted = all.filter(({ check }) => isSelected(selection, topicOf(check)));

  // Of all, for a file's name hangs on nothing that is left out today.
  const everyPlan = planMaterials(loaded.scheme, all, await readFormTemplates(context.schemes, loaded.scheme));
  const plans = everyPlan.filter(({ file }) => wanted.includes(file));
  const scope = { job: 'materials', scheme: loaded.scheme.id };
  const folder = await OutputFolder.open(input.out, context, [input.roster], scope);
  const left = await listLeftFiles(folder, scope, [OVERVIEW, ...everyPlan.flatMap(namesOf)]);
  if (!folder.force) refuseOtherRoster(folder, left, loaded);
  for (const name of [OVERVIEW, ...plans.flatMap(namesOf)]) {
    await folder.refuseForeign(name);
    if (input.pdf && name !== OVERVIEW) await folder.refuseForeign(toPdfName(name));
  }
  const gone = await setAside(folder, left.gone);
  await writeApplications(folder, loaded, plans, context);
  if (input.pdf) await addPdfs(folder, input.pdf, context);
  const outdated = await setAside(folder, listOutdatedPdfs(folder));
  // Of all applications, whatever is wanted: else a second run for one of them would lose the others.
  const gaps = listGaps(loaded.check, 'materials');
  await folder.write(OVERVIEW, await writeApplicationOverview(loaded.scheme, all, gaps));
  tellGaps(gaps, context);
  report(loaded, { all, plans }, folder, context);
  const unknown = listUnknownAwards(loaded.check, selection);
  tellSkipped(unknown, { fileName: loaded.fileName, papers: '清单和表格' }, context);
  const aside = joinAside(gone, outdated);
  tellFileChanges(folder.written, aside, folder.folder, context);
  const isIncomplete = ({ file, unprinted }: ApplicationPlan) => listLacking(file).length + unprinted.length > 0;
  return {
    files: await folder.close(),
    summary: () => ({
      incomplete: gapsToJson(gaps),
      applications: plans.map(toJson),
      changes: fileChangesToJson(folder.written, aside),
    }),
    verdict: unknown.length > 0 || plans.some(isIncomplete) ? 'violations' : 'fine',
  };
}

function refuseOtherRoster(folder: OutputFolder, left: LeftFiles, { roster, fileName }: LoadedRoster): void {
  const units = roster.memberUnits.map(({ name }) => textKey(name)).filter((name) => name !== '');
  const known = (name: string) => units.some((unit) => textKey(name).includes(unit));
  refuseMostlyUnknown(folder, left, known, fileName);
}

function refuseNone({ fileName, scheme }: LoadedRoster, all: readonly ApplicationFile[]): void {
  if (all.length > 0) return;
  throw new UnusableInput(
    `${fileName}中没有要交材料或要人确认的申报（方案 ${scheme.id}）；请核对“${SHEET.nominees}”是否填了，方案编号是否填对。`,
  );
}

function namesOf({ name, stamped }: ApplicationPlan): string[] {
  return [name, ...stamped.map((each) => each.name)];
}

async function writeApplications(
  folder: OutputFolder,
  { scheme, check }: LoadedRoster,
  plans: readonly ApplicationPlan[],
  context: JobContext,
): Promise<void> {
  const ownGaps = makeOwnGapLister(check, true);
  for (const [index, { file, name, stamped }] of plans.entries()) {
    await folder.write(name, await writeApplicationFile(scheme, file, ownGaps(file.check.nominee)));
    for (const each of stamped) await folder.write(each.name, stampForms(scheme, each.template, each.pages));
    context.progress('正在生成申报材料清单', index + 1, plans.length);
  }
}

function report(
  { fileName }: LoadedRoster,
  { all, plans }: { readonly all: readonly ApplicationFile[]; readonly plans: readonly ApplicationPlan[] },
  { folder }: OutputFolder,
  { tell }: JobContext,
): void {
  tell(
    `已在 ${folder.show('')} 生成 ${plans.length} 项申报的清单和表格；全部 ${all.length} 项的情况见${OVERVIEW}。`,
    'written',
  );
  const goingOn = plans.flatMap(({ stamped }) => stamped.filter(({ pages }) => pages.some(hasAppendix)));
  tellAppendices(
    goingOn.map(({ name }) => name),
    { tell },
  );
  for (const { file, unprinted } of plans) {
    for (const reason of unprinted) {
      const { row, name, unitName } = file.check.nominee;
      tell(`${fileName}“${SHEET.nominees}”第 ${row} 行“${hidePrivateParts(name || unitName)}”没有出${reason}。`);
    }
  }
  const [first] = sortByUrgency(all);
  const owing = all.filter((file) => listOwed(file).length > 0).length;
  if (first && owing > 0) {
    const { unitName, award } = first.check.nominee;
    tell(
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
