import { hideLongNumbers } from '../rules/id-number.ts';
import type { Nominee } from '../rules/master-roster.ts';
import { planOpinions, type OutgoingOpinions } from '../rules/opinions/plan-opinions.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { SHEET } from '../rules/roster-cell.ts';
import type { Scheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { createFileNamer } from '../workbook/file-name.ts';
import { writeOpinions } from '../workbook/opinions/write-opinions.ts';
import type { InputFile, JobContext, JobResult, OutputPlace } from './job.ts';
import { listLeftFiles } from './left-files.ts';
import { loadRoster } from './load-roster.ts';
import { OutputFolder } from './output-folder.ts';
import { setAside } from './set-aside.ts';
import { fileChangesToJson, tellFileChanges } from './tell-changes.ts';
import { run } from './way.ts';

export interface OpinionsInput {
  readonly roster: InputFile;
  readonly out: OutputPlace;
}

/** 征求意见表: for each body whose opinion is sought, the workbook in which it answers. */
export async function opinions({ roster, out }: OpinionsInput, context: JobContext): Promise<JobResult<object>> {
  const { scheme, check } = await loadRoster(roster, context.schemes);
  refuseWithoutStep(scheme);
  const { lists, unnumbered, unknown } = planOpinions(check);
  if (lists.length === 0) {
    throw new UnusableInput(
      `还没有可以征求意见的推荐：征求的是通过审查、${nameEarlier(scheme)}入围的；请先把结论写进总名册的“决定”表，怎样写请${run('check')} 看看。`,
    );
  }
  const nameFile = createFileNamer();
  const files = lists.map((list) => ({ list, name: `${nameFile(`${list.body}征求意见表`)}.xlsx` }));
  const scope = { job: 'opinions', scheme: scheme.id };
  const folder = await OutputFolder.open(out, context, [roster], scope);
  const left = await listLeftFiles(
    folder,
    scope,
    files.map(({ name }) => name),
  );
  for (const { name } of files) await folder.refuseForeign(name);
  const aside = await setAside(folder, left.gone);
  for (const [done, { list, name }] of files.entries()) {
    await folder.write(name, await writeOpinions(list));
    context.progress('正在生成征求意见表', done + 1, files.length);
  }
  tellLeftOut(unnumbered, '没有申报编号，答复了也不知道是哪一项；请在总名册里编号以后再出一次。', context);
  tellLeftOut(unknown, '单位的主管部门或所属不明，不知道征求谁的意见；请更正会员单位后再出一次。', context);
  context.tell(`已在 ${out.folder.show('')} 生成 ${files.length} 份征求意见表。`, 'written');
  tellFileChanges(folder.written, aside, folder.folder, context);
  const made = await folder.close();
  return {
    files: made,
    summary: () => ({
      changes: fileChangesToJson(made, aside),
      lists: files.map(({ list, name }) => listToJson(list, name)),
      unnumbered: unnumbered.map(({ row }) => row),
      unknown: unknown.map(({ row }) => row),
    }),
    verdict: unnumbered.length + unknown.length > 0 ? 'violations' : 'fine',
  };
}

function refuseWithoutStep({ title, id, review }: Scheme): void {
  if (review?.steps.some(({ asks }) => asks !== null)) return;
  throw new UnusableInput(`“${title}”（方案 ${id}）没有规定征求意见，这一步做不了；请核对文件的方案编号是否填对。`);
}

/** The steps that are concluded before anybody is asked: `初审`. */
function nameEarlier({ review }: Scheme): string {
  const steps = review?.steps ?? [];
  const before = steps.slice(
    0,
    steps.findIndex(({ asks }) => asks !== null),
  );
  return before.map(({ name }) => name).join('、');
}

/** Rows that are named before the rest is only counted. */
const MOST_ROWS = 5;

function tellLeftOut(nominees: readonly Nominee[], why: string, { tell }: JobContext): void {
  if (nominees.length === 0) return;
  const [first] = nominees;
  const rows = nominees.slice(0, MOST_ROWS).map(({ row }) => row);
  const rest = nominees.length > MOST_ROWS ? '等' : '';
  const name = hideLongNumbers(hidePrivateParts(first?.unitName ?? ''));
  tell(
    `${SHEET.nominees}第 ${rows.join('、')} 行${rest} ${nominees.length} 项（“${name}”${nominees.length > 1 ? '等' : ''}）没有写进征求意见表：${why}`,
  );
}

function listToJson({ step, body, rows }: OutgoingOpinions, file: string) {
  return {
    step: step.id,
    body,
    file,
    nominations: rows.length,
    answered: rows.filter(({ opinion }) => opinion !== null).length,
  };
}
