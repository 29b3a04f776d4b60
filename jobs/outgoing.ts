import { hideLongNumbers } from '../rules/id-number.ts';
import { listGaps } from '../rules/incomplete-base.ts';
import { planOutgoing, type OutgoingList, type OutgoingPlan } from '../rules/outgoing.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { SHEET } from '../rules/roster-cell.ts';
import type { Scheme } from '../rules/scheme.ts';
import { isSelected, topicOfPlaces } from '../rules/selection.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { createFileNamer } from '../workbook/file-name.ts';
import { writeOutgoing } from '../workbook/outgoing/write-outgoing.ts';
import type { InputFile, JobContext, JobResult, OutputPlace } from './job.ts';
import { gapsToJson, tellGaps } from './left-out.ts';
import { listLeftFiles } from './left-files.ts';
import { loadRoster } from './load-roster.ts';
import { OutputFolder } from './output-folder.ts';
import { selectDistricts } from './read-selection.ts';
import { setAside } from './set-aside.ts';
import { fileChangesToJson, tellFileChanges } from './tell-changes.ts';
import { run } from './way.ts';

export interface OutgoingInput {
  readonly roster: InputFile;
  /** Districts to make workbooks for, however they are written; all that have places when absent. */
  readonly only?: readonly string[];
  readonly out: OutputPlace;
}

/** 推荐表: for each district that has places, the workbook in which it nominates. */
export async function outgoing({ roster, only, out }: OutgoingInput, context: JobContext): Promise<JobResult<object>> {
  const { scheme, check } = await loadRoster(roster, context.schemes);
  refuseWithoutDistricts(scheme);
  const plan = planOutgoing(check);
  refuseWithoutPlaces(plan);
  const served = plan.lists.map(({ district }) => ({ district: district.name }));
  const selection = selectDistricts(scheme, served, { only, called: '名额' });
  const nameFile = createFileNamer();
  // Of all districts, for a file's name hangs on nothing that is left out today.
  const files = plan.lists.map((list) => ({ list, name: `${nameFile(`${list.district.name}推荐表`)}.xlsx` }));
  const scope = { job: 'outgoing', scheme: scheme.id };
  const folder = await OutputFolder.open(out, context, [roster], scope);
  const names = files.map(({ name }) => name);
  const left = await listLeftFiles(folder, scope, names);
  const making = files.filter(({ list }) => isSelected(selection, topicOfPlaces(list.district.name)));
  for (const { name } of making) await folder.refuseForeign(name);
  const aside = await setAside(folder, left.gone);
  for (const [done, { list, name }] of making.entries()) {
    await folder.write(name, await writeOutgoing(list));
    context.progress('正在生成推荐表', done + 1, making.length);
  }
  const gaps = listGaps(check, 'quota');
  tellGaps(gaps, context);
  // Of a selection only what concerns it is told; whose district nobody knows concerns every one.
  const leftOut = selection ? ofDistricts(plan, selection.districts) : plan;
  tellLeftOutRows(leftOut, context);
  context.tell(`已在 ${out.folder.show('')} 生成 ${making.length} 份推荐表。`, 'written');
  tellFileChanges(folder.written, aside, folder.folder, context);
  const made = await folder.close();
  return {
    files: made,
    summary: () => ({
      incomplete: gapsToJson(gaps),
      changes: fileChangesToJson(made, aside),
      lists: making.map(({ list, name }) => listToJson(list, name)),
      skippedUnits: leftOut.leftOutUnits.map(({ unit, reason }) => ({
        row: unit.row,
        reason: hideLongNumbers(reason),
      })),
      skippedNominations: leftOut.leftOutNominees.map(({ nominee, reason }) => ({
        row: nominee.row,
        reason: hideLongNumbers(reason),
      })),
    }),
    verdict: leftOut.leftOutUnits.length + leftOut.leftOutNominees.length > 0 ? 'violations' : 'fine',
  };
}

function refuseWithoutDistricts({ title, id, districts, quota }: Scheme): void {
  if (districts.length > 0 && quota !== null) return;
  throw new UnusableInput(
    `“${title}”（方案 ${id}）由单位自己申报，没有分到各区的名额；现在还不能为它出推荐表，请用总名册收集申报。`,
  );
}

/** @throws UnusableInput where no district has places */
function refuseWithoutPlaces({ lists }: OutgoingPlan): void {
  if (lists.length > 0) return;
  throw new UnusableInput(
    `还没有哪个区有名额，出不了推荐表；请先补填“${SHEET.memberUnits}”或“${SHEET.overrides}”，再${run('check')} 看看。`,
  );
}

/** What was left out of these districts' workbooks, and what is of a district that nobody knows. */
function ofDistricts({ lists, leftOutUnits, leftOutNominees, unnumbered }: OutgoingPlan, names: ReadonlySet<string>) {
  const all = new Set(lists.map(({ district }) => district.name));
  const concerns = (district: string | null) => district === null || names.has(district) || !all.has(district);
  return {
    leftOutUnits: leftOutUnits.filter(({ unit }) => concerns(unit.district)),
    leftOutNominees: leftOutNominees.filter(({ district }) => concerns(district)),
    unnumbered: unnumbered.filter(({ district }) => concerns(district)),
  };
}

function tellLeftOutRows(
  { leftOutUnits, leftOutNominees, unnumbered }: Omit<OutgoingPlan, 'lists'>,
  { tell }: JobContext,
): void {
  for (const { unit, reason } of leftOutUnits) {
    tell(`${SHEET.memberUnits}第 ${unit.row} 行“${hidePrivateParts(unit.name)}”没有写进推荐表：${reason}`);
  }
  for (const { nominee, reason } of leftOutNominees) {
    tell(`${SHEET.nominees}第 ${nominee.row} 行“${hidePrivateParts(nominee.unitName)}”没有写进推荐表：${reason}`);
  }
  if (unnumbered.length > 0) {
    tell(
      `${SHEET.nominees}里有 ${unnumbered.length} 项没有申报编号，推荐表里的编号是临时编的；请在总名册里也填上同样的编号，再把推荐表发出去。`,
    );
  }
}

function listToJson({ district, places, rows, units }: OutgoingList, file: string) {
  return {
    district: district.name,
    file,
    places: Object.fromEntries(places.map((each) => [each.award.id, each.places])),
    rows: rows.length,
    nominated: rows.filter(({ filled }) => filled !== null).length,
    units: units.length,
  };
}
