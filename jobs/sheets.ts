import { districtFinder } from '../rules/district-name.ts';
import { hideLongNumbers } from '../rules/id-number.ts';
import type { MemberUnit } from '../rules/master-roster.ts';
import { SHEET } from '../rules/roster-cell.ts';
import { asScored } from '../rules/parts.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { listUnpublishableUnits } from '../rules/publishable.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import {
  openScoreSheets,
  planScoreSheets,
  type PlannedSheet,
  type StampScoreSheet,
} from '../workbook/score-sheet/stamp-score-sheets.ts';
import type { InputFile, JobContext, JobResult, OutputPlace } from './job.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { listLeftFiles, refuseMostlyUnknown } from './left-files.ts';
import { OutputFolder } from './output-folder.ts';
import { setAside } from './set-aside.ts';
import { fileChangesToJson, tellFileChanges } from './tell-changes.ts';
import { inputName } from './way.ts';
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
  const units = new Set(selectUnits(loaded, district));
  const unpublishable = listUnpublishableUnits(loaded.check);
  const unusable = loaded.roster.memberUnits.flatMap((unit): LeftOut[] => {
    const reason = whyUnusable(unit, loaded, unpublishable);
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
  const wanted = all.filter(({ unit }) => units.has(unit));
  const unstamped = await writeSheets(folder, wanted, await openScoreSheets(asScored(loaded.scheme)), context);

  const leftOut = [...unusable.filter(({ unit }) => units.has(unit)), ...unstamped].sort(
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

function selectUnits(
  { scheme, roster, fileName }: LoadedRoster,
  districts: readonly string[] | undefined,
): readonly MemberUnit[] {
  if (!districts) return roster.memberUnits;
  const find = districtFinder(scheme);
  const wanted = new Set(districts.map(find));
  const unknown = districts.filter((name) => find(name) === null);
  if (scheme.districts.length === 0) throw new UnusableInput(`本方案不分区，请去掉 ${inputName('district')}。`);
  if (unknown.length > 0) {
    const known = scheme.districts.map(({ name }) => name).join('、');
    throw new UnusableInput(`名额分配表中没有“${unknown.join('、')}”；${inputName('district')} 可填：${known}。`);
  }
  const units = roster.memberUnits.filter((unit) => wanted.has(unit.district));
  const served = new Set(units.map((unit) => unit.district));
  const empty = districts.filter((name) => !served.has(find(name) ?? ''));
  if (empty.length > 0) {
    throw new UnusableInput(
      `${fileName}“${SHEET.memberUnits}”里没有所属为“${empty.join('、')}”的单位；请补填单位，或在 ${inputName('district')} 里去掉它。`,
    );
  }
  return units;
}

/** A sheet that cannot be told from another's when it comes back must not go out. */
function whyUnusable(
  unit: MemberUnit,
  { scheme, check }: LoadedRoster,
  unpublishable: ReadonlySet<MemberUnit>,
): string | null {
  if (unit.number === '') return '编号为空白，请补填。';
  if (unit.name === '') return '全称为空白，请补填。';
  // Number and name stand in the file's name as well.
  if (unpublishable.has(unit)) return '编号或名称里有不能公开的内容，不能写进评分表和文件名，请更正。';
  const first = check.index.units.find(unit.number);
  if (first && first !== unit) {
    const how = first.number === unit.number ? '相同' : `的“${first.number}”只差前导零`;
    return `编号“${unit.number}”与第 ${first.row} 行${how}，请改用不同的编号。`;
  }
  if (scheme.districts.length > 0 && !check.index.districtByName.has(unit.district)) {
    return `所属“${unit.district}”不是名额分配表中的名称，请更正。`;
  }
  return null;
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
