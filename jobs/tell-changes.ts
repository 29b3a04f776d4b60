/** What of a folder is new, changed, the same and void, in a few sentences: whoever prints wants to know what to print again. */
import type { Folder } from './folder.ts';
import type { FormPlace, FormsOutcome } from './form-changes.ts';
import type { JobContext, MadeFile } from './job.ts';
import { ASIDE, type SetAside } from './set-aside.ts';

/** Named one by one; the others are counted, and stand in the result for programs. */
export const MOST_NAMED = 8;

export function tellFormChanges(
  changes: FormsOutcome,
  formsName: string,
  folder: Folder,
  context: Pick<JobContext, 'tell'>,
): void {
  const { tell } = context;
  const toPrint = [...changes.new, ...changes.changed];
  // Of the first run nothing is to be said that its own sentence does not say.
  if (changes.changed.length + changes.void.length + changes.same > 0) {
    const counts = [
      `新增 ${changes.new.length} 份`,
      `改动 ${changes.changed.length} 份`,
      `未变 ${changes.same} 份`,
      `作废 ${changes.void.length} 份`,
    ];
    tell(`与上次相比：${counts.join('，')}。`);
    if (toPrint.length === 0) tell(`没有要重新打印的${formsName}。`);
    else if (toPrint.length <= changes.same || toPrint.length <= MOST_NAMED) {
      tell(`要打印的${formsName}：${namePlaces(toPrint)}。`);
    }
  }
  if (changes.void.length > 0) tell(`作废的${formsName}：${namePlaces(changes.void)}。`);
  if (changes.earlier.length > 0) {
    tell(
      `这些表格原在的工作簿已经重做，原来的一份留在“${folder.show(ASIDE)}”，不要再打印：${nameSome(changes.earlier)}。`,
      'written',
    );
  }
  tellAside(changes, folder, context);
  if (changes.stale.length > 0) {
    tell(`“${nameSome(changes.stale)}”里还有作废的${formsName}，这一次没有重做；请照原来的分册方式重新生成，或删去。`);
  }
}

/** Says what was moved, and what a person has to see to. */
function tellAside({ moved, kept }: SetAside, folder: Folder, { tell }: Pick<JobContext, 'tell'>): void {
  if (moved.length > 0) tell(`作废的文件已移到“${folder.show(ASIDE)}”：${nameSome(moved)}。`, 'written');
  if (kept.length > 0) {
    tell(`以下文件已经作废，但做好以后被人改过，没有移动，请自行处理，不要再打印：${nameSome(kept)}。`);
  }
}

/** As `tellFormChanges`, of whole files. */
export function tellFileChanges(
  files: readonly MadeFile[],
  aside: SetAside,
  folder: Folder,
  context: Pick<JobContext, 'tell'>,
): void {
  const counts = countChanges(files);
  const gone = aside.moved.length + aside.kept.length;
  if (counts.changed + counts.same + gone > 0) {
    context.tell(
      `与上次相比：新增 ${counts.new} 个文件，改动 ${counts.changed} 个，未变 ${counts.same} 个，作废 ${gone} 个。`,
      'made',
    );
  }
  tellAside(aside, folder, context);
}

function countChanges(files: readonly MadeFile[]): Record<MadeFile['change'], number> {
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { change } of files) counts[change] += 1;
  return counts;
}

/** For programs; of a job that sets nothing aside without the second. */
export function fileChangesToJson(files: readonly MadeFile[], { moved, kept }: SetAside = { moved: [], kept: [] }) {
  const names = (wanted: MadeFile['change']) => files.flatMap(({ name, change }) => (change === wanted ? [name] : []));
  return { new: names('new'), changed: names('changed'), same: names('same').length, moved, kept };
}

/** `松江-审批表.xlsx 的 160001-某某公司、160002-某某公司`. */
function namePlaces(places: readonly FormPlace[]): string {
  const byFile = new Map<string, string[]>();
  for (const { file, sheet } of places.slice(0, MOST_NAMED)) byFile.set(file, [...(byFile.get(file) ?? []), sheet]);
  const named = [...byFile].map(([file, sheets]) => `${file} 的 ${sheets.join('、')}`).join('；');
  return places.length > MOST_NAMED ? `${named} 等 ${places.length} 份` : named;
}

function nameSome(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).join('、');
  return names.length > MOST_NAMED ? `${named} 等 ${names.length} 个` : named;
}
