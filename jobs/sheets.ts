import { hideLongNumbers } from '../rules/id-number.ts';
import type { MemberUnit } from '../rules/master-roster.ts';
import { asScored } from '../rules/parts.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { isSelected, topicOfPlaces } from '../rules/selection.ts';
import { makeAddressCheck } from '../rules/unaddressed-unit.ts';
import {
  openScoreSheets,
  planScoreSheets,
  type PlannedSheet,
  type StampScoreSheet,
} from '../workbook/score-sheet/stamp-score-sheets.ts';
import type { InputFile, JobContext, JobResult, OutputPlace } from './job.ts';
import { loadRoster } from './load-roster.ts';
import { listLeftFiles, refuseMostlyUnknown } from './left-files.ts';
import { OutputFolder } from './output-folder.ts';
import { setAside } from './set-aside.ts';
import { fileChangesToJson, tellFileChanges } from './tell-changes.ts';
import { selectDistricts } from './read-selection.ts';
import { tellUserFault } from '../workbook/user-fault.ts';

export interface SheetsInput {
  readonly roster: InputFile;
  /** Districts to make sheets for; all when absent. */
  readonly district?: readonly string[];
  readonly out: OutputPlace;
}

/** A row of 会员单位 that got no sheet, and why. */
interface LeftOut {
  readonly unit: MemberUnit;
  readonly reason: string;
}

/** 评分表: that of every member unit, in a folder for each district where the document has districts. */
export async function sheets({ roster, district, out }: SheetsInput, context: JobContext): Promise<JobResult<object>> {
  const loaded = await loadRoster(roster, context.schemes);
  const { scheme } = loaded;
  const selection = selectDistricts(scheme, loaded.roster.memberUnits, { only: district, input: 'district' });
  const isWanted = (unit: MemberUnit) => isSelected(selection, topicOfPlaces(unit.district));
  // A sheet that cannot be told from another's when it comes back must not go out.
  const whyUnusable = makeAddressCheck(loaded.check, '评分表和文件名');
  const unusable = loaded.roster.memberUnits.flatMap((unit): LeftOut[] => {
    const reason = whyUnusable(unit);
    return reason === null ? [] : [{ unit, reason }];
  });
  const refused = new Set(unusable.map(({ unit }) => unit));
  const scope = { job: 'sheets', scheme: loaded.scheme.id };
  const folder = await OutputFolder.open(out, context, [roster], scope);
  // Of all units, for a file's name hangs on nothing that is left out today.
  const all = planScoreSheets(loaded.roster.memberUnits.filter((unit) => !refused.has(unit)));
  const names = all.map(({ name }) => name);
  const left = await listLeftFiles(folder, scope, names);
  const planned = new Set(names);
  if (!folder.force) refuseMostlyUnknown(folder, left, (name) => planned.has(name), loaded.fileName);
  const aside = await setAside(folder, left.gone);
  const wanted = all.filter(({ unit }) => isWanted(unit));
  const unstamped = await writeSheets(folder, wanted, await openScoreSheets(asScored(loaded.scheme)), context);

  const leftOut = [...unusable.filter(({ unit }) => isWanted(unit)), ...unstamped].sort(
    (a, b) => a.unit.row - b.unit.row,
  );
  for (const { unit, reason } of leftOut) {
    context.tell(`会员单位第 ${unit.row} 行“${hidePrivateParts(unit.name)}”没有出评分表：${reason}`);
  }
  context.tell(`已在 ${out.folder.show('')} 生成 ${folder.written.length} 份评分表。`, 'written');
  tellFileChanges(folder.written, aside, folder.folder, context);
  const files = [...(await folder.close())].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    files,
    summary: () => ({
      changes: fileChangesToJson(files, aside),
      skipped: leftOut.map(({ unit, reason }) => ({
        row: unit.row,
        number: hideLongNumbers(unit.number),
        reason: hideLongNumbers(reason),
      })),
    }),
    verdict: leftOut.length > 0 ? 'violations' : 'fine',
  };
}

/** @returns the units whose name the sheet cannot hold */
async function writeSheets(
  folder: OutputFolder,
  planned: readonly PlannedSheet[],
  stamp: StampScoreSheet,
  context: JobContext,
): Promise<LeftOut[]> {
  const unstamped: LeftOut[] = [];
  let done = 0;
  function* stampAll() {
    for (const { unit, name } of planned) {
      const bytes = tryStamp(unit);
      if (bytes) yield { name, bytes };
      else done += 1;
    }
  }
  const tryStamp = (unit: MemberUnit): Uint8Array | null => {
    try {
      return stamp(unit);
    } catch (error) {
      const reason = tellUserFault(error);
      if (reason === null) throw error;
      unstamped.push({ unit, reason });
      return null;
    }
  };
  await folder.writeMany(stampAll(), (count) => {
    done += count;
    context.progress('正在生成评分表', done, planned.length);
  });
  return unstamped;
}
