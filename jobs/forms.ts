import { groupBy } from '../rules/group-by.ts';
import type { Nominee } from '../rules/master-roster.ts';
import { SHEET } from '../rules/roster-cell.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { certifyForms } from './certify.ts';
import type { NamedBytes } from './folder.ts';
import type { JobContext, JobResult, MadeFile, OutputPlace, PdfMaker } from './job.ts';
import type { JobScope } from './job-scope.ts';
import { isOfOtherRoster, type FormsOutcome } from './form-changes.ts';
import type { FormMark } from './form-marks.ts';
import { beginForms, refuseToLoseForms } from './forms-state.ts';
import { BY_NOMINATION, selectOf, type PartRequest } from './load-part.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { OutputFolder } from './output-folder.ts';
import { ASIDE, copyAside, joinAside, setAside } from './set-aside.ts';
import { hasAppendix, stampForms, tellAppendices } from './stamp-forms.ts';
import { MOST_NAMED, tellFormChanges } from './tell-changes.ts';
import { planForms, type FormPlan, type FormsRequest } from './plan-forms.ts';
import { readFormTemplates } from './scheme-source.ts';
import { give } from './way.ts';

export interface FormsInput extends Omit<FormsRequest, 'certify' | 'selection'>, PartRequest {
  /** The key of the verification codes, for schemes whose forms show one. */
  readonly key: NamedBytes | null;
  readonly pdf: PdfMaker | null;
  readonly out: OutputPlace;
}

/** 审批表、推荐表、证书: stamped from the scheme's templates, into a folder. */
export async function forms(input: FormsInput, context: JobContext): Promise<JobResult<object>> {
  const loaded = await loadRoster(input.roster, context.schemes);
  const certify = await certifyForms(loaded.scheme, loaded.check, input.key);
  const selection = selectOf(loaded, input.only, BY_NOMINATION);
  const prepared = await prepareForms(loaded, { ...input, selection, certify }, context);
  const { plan } = prepared;
  const { files, changes } = await writeForms(loaded, prepared, context);
  return {
    files,
    summary: () => ({ forms: plan.forms, skipped: skippedToJson(plan), changes }),
    verdict: plan.skipped.length > 0 ? 'violations' : 'fine',
  };
}

/** What is to be stamped, and where; nothing is written yet. */
export interface PreparedForms {
  readonly plan: FormPlan;
  readonly folder: OutputFolder;
  readonly scope: JobScope;
  readonly copies: number;
  readonly pdf: PdfMaker | null;
}

/**
 * Plans the forms, and refuses what could only fail after some are written.
 * @throws UnusableInput where a file of another origin stands in the way, or the folder's forms are of another roster
 */
export async function prepareForms(
  loaded: LoadedRoster,
  request: FormsRequest & Pick<FormsInput, 'pdf' | 'out'>,
  context: JobContext,
): Promise<PreparedForms> {
  const { source, scheme, check } = loaded;
  const templates = await readFormTemplates(context.schemes, scheme);
  const plan = planForms(scheme, check, templates, request);
  const scope = { job: 'forms', scheme: scheme.id, division: plan.division };
  const folder = await OutputFolder.open(request.out, context, [source], scope);
  if (!folder.force) await refuseOtherRoster(folder, loaded);
  for (const { name } of plan.files) {
    await folder.refuseForeign(name);
    if (request.pdf) await folder.refuseForeign(toPdfName(name));
  }
  if (!folder.force) await refuseToLoseForms(plan, folder);
  return { plan, folder, scope, copies: request.copies, pdf: request.pdf };
}

async function refuseOtherRoster(
  { recorded, folder }: OutputFolder,
  { roster, fileName }: LoadedRoster,
): Promise<void> {
  const forms: FormMark[] = [];
  for (const file of recorded) if ((await folder.kindOf(file.name)) === 'file') forms.push(...file.forms);
  const names = [...roster.memberUnits.map(({ name }) => name), ...roster.nominees.map(({ unitName }) => unitName)];
  if (!isOfOtherRoster(forms, names)) return;
  throw new UnusableInput(
    `文件夹“${folder.show('')}”里的 ${forms.length} 份表格出自另一份总名册，其中多数单位${fileName}里没有；请换一个输出位置，确要在这里继续的请${give('force')}，不再有的表格会移到“${ASIDE}”。`,
  );
}

/** Sets aside what is void, stamps the forms, one file at a time, and says who got none and why. PDFs are among the files. */
export async function writeForms(
  { fileName, scheme }: LoadedRoster,
  prepared: PreparedForms,
  context: JobContext,
): Promise<{ readonly files: readonly MadeFile[]; readonly changes: FormsOutcome }> {
  const { plan, folder, copies, pdf } = prepared;
  const { aside, changes, holdVoid, finish } = await beginForms(prepared);
  const earlier: string[] = [];
  let done = 0;
  for (const { name, template, pages } of plan.files) {
    const bytes = stampForms(scheme, template, pages);
    const kept = holdVoid.has(folder.folder.keyOf(name)) ? await copyAside(folder, name, bytes) : null;
    if (kept !== null) earlier.push(kept);
    await folder.write(name, bytes);
    done += pages.length;
    context.progress(`正在生成${scheme.formsName}`, done, plan.forms * copies);
  }
  if (pdf) await addPdfs(folder, pdf, context);
  const outdated = await setAside(folder, listOutdatedPdfs(folder));
  const stale = await finish();
  if (done > 0) {
    context.tell(`已生成 ${done} 份${scheme.formsName}，分装 ${plan.files.length} 个工作簿。`, 'written');
  }
  const pages = plan.files.flatMap(({ forms }) => forms.map(({ page }) => page));
  tellAppendices(
    pages.filter(hasAppendix).map(({ name }) => name),
    context,
  );
  const { formCopies } = scheme;
  if (formCopies && done > 0 && copies < formCopies.value) {
    context.tell(
      `办法要求一式 ${formCopies.value} 份（${formCopies.cite.clause}）；要一次印出，请${give('copies', String(formCopies.value))}。`,
      'copies',
    );
  }
  tellSkipped(plan.skipped, { fileName, papers: scheme.formsName }, context);
  const outcome = { ...changes, ...joinAside(aside, outdated), earlier, stale };
  tellFormChanges(outcome, scheme.formsName, folder.folder, context);
  return { files: await folder.close(), changes: outcome };
}

/** Says which nominees have no papers, once for each reason. */
export function tellSkipped(
  skipped: FormPlan['skipped'],
  { fileName, papers }: { readonly fileName: string; readonly papers: string },
  { tell }: Pick<JobContext, 'tell'>,
): void {
  for (const [reason, group] of groupBy(skipped, (each) => each.reason)) {
    const named = group.slice(0, MOST_NAMED).map(({ nominee }) => nameRow(nominee));
    const more = group.length > MOST_NAMED ? ` 等 ${group.length} 个推荐` : '';
    tell(`${fileName}“${SHEET.nominees}”${named.join('、')}${more}没有出${papers}：${reason}。`, 'left-out');
  }
}

/** `第 42 行“例恩宇”` */
function nameRow({ row, name, unitName }: Nominee): string {
  return `第 ${row} 行“${hidePrivateParts(name || unitName)}”`;
}

/** A PDF beside each workbook; one that was made of the very same stays. */
export async function addPdfs(folder: OutputFolder, toPdf: PdfMaker, context: JobContext): Promise<void> {
  const wanted: string[] = [];
  for (const { name } of [...folder.written]) {
    if (!(await folder.keep(toPdfName(name), folder.digestOf(name)))) wanted.push(name);
  }
  let done = 0;
  for await (const { name, bytes } of toPdf(folder.folder, wanted)) {
    await folder.write(toPdfName(name), bytes, folder.digestOf(name));
    done += 1;
    context.progress('正在转成 PDF', done, wanted.length);
  }
}

/** PDFs of workbooks that this run has made otherwise than they were: whoever prints them prints what is no longer so. */
export function listOutdatedPdfs(folder: OutputFolder): string[] {
  return folder.recorded.flatMap(({ name, contents }) => {
    const workbook = folder.digestOf(name.replace(/pdf$/, 'xlsx'));
    const isOutdated = /\.pdf$/.test(name) && workbook !== '' && folder.digestOf(name) === '';
    return isOutdated && [...contents.values()].at(-1)?.from !== workbook ? [name] : [];
  });
}

/** The name of the PDF beside a workbook. */
export function toPdfName(name: string): string {
  return name.replace(/xlsx$/, 'pdf');
}

function skippedToJson({ skipped }: FormPlan) {
  return skipped.map(({ nominee, reason, findings }) => ({
    row: nominee.row,
    award: hidePrivateParts(nominee.award),
    name: hidePrivateParts(nominee.name),
    reason,
    findings: findings.map(({ rule, message }) => ({ rule, message })),
  }));
}
