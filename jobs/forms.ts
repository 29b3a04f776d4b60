import { SHEET } from '../rules/master-roster.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { stampWorkbook } from '../ooxml/stamp/stamp.ts';
import { certifyForms } from './certify.ts';
import type { InputFile, JobContext, JobResult, MadeFile, OutputPlace, PdfMaker } from './job.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { OutputFolder } from './output-folder.ts';
import { planForms, type FormPlan, type FormsRequest } from './plan-forms.ts';
import { readFormTemplates } from './scheme-source.ts';
import { give } from './way.ts';

export interface FormsInput extends Omit<FormsRequest, 'certify'> {
  readonly roster: InputFile;
  /** The key of the verification codes, for schemes whose forms show one. */
  readonly key: InputFile | null;
  readonly pdf: PdfMaker | null;
  readonly out: OutputPlace;
}

/** 审批表、推荐表、证书: stamped from the scheme's templates, into a folder. */
export async function forms(input: FormsInput, context: JobContext): Promise<JobResult<object>> {
  const loaded = await loadRoster(input.roster, context.schemes);
  const certify = await certifyForms(loaded.scheme, loaded.check, input.key);
  const prepared = await prepareForms(loaded, { ...input, certify }, context);
  const { plan } = prepared;
  const files = await writeForms(loaded, prepared, context);
  return {
    files,
    summary: () => ({ forms: plan.forms, skipped: skippedToJson(plan) }),
    verdict: plan.skipped.length > 0 ? 'violations' : 'fine',
  };
}

/** What is to be stamped, and where; nothing is written yet. */
export interface PreparedForms {
  readonly plan: FormPlan;
  readonly folder: OutputFolder;
  readonly copies: number;
  readonly pdf: PdfMaker | null;
}

/**
 * Plans the forms, and refuses what could only fail after some are written.
 * @throws UnusableInput where a file of another origin stands in the way
 */
export async function prepareForms(
  { source, scheme, check }: LoadedRoster,
  request: FormsRequest & Pick<FormsInput, 'pdf' | 'out'>,
  context: JobContext,
): Promise<PreparedForms> {
  const templates = await readFormTemplates(context.schemes, scheme);
  const plan = planForms(scheme, check, templates, request);
  const folder = await OutputFolder.open(request.out, context, [source]);
  for (const { name } of plan.files) {
    await folder.refuseForeign(name);
    if (request.pdf) await folder.refuseForeign(toPdfName(name));
  }
  return { plan, folder, copies: request.copies, pdf: request.pdf };
}

/** Stamps the forms, one file at a time, and says who got none and why. PDFs are among the files. */
export async function writeForms(
  { fileName, scheme }: LoadedRoster,
  { plan, folder, copies, pdf }: PreparedForms,
  context: JobContext,
): Promise<readonly MadeFile[]> {
  let done = 0;
  for (const { name, template, pages } of plan.files) {
    await folder.write(name, stampWorkbook(template, pages));
    done += pages.length;
    context.progress(`正在生成${scheme.formsName}`, done, plan.forms * copies);
  }
  if (pdf) await addPdfs(folder, pdf, context);
  if (done > 0) {
    context.tell(
      `已在 ${folder.folder.show('')} 生成 ${done} 份${scheme.formsName}，分装 ${plan.files.length} 个工作簿。`,
    );
  }
  const { formCopies } = scheme;
  if (formCopies && done > 0 && copies < formCopies.value) {
    context.tell(
      `办法要求一式 ${formCopies.value} 份（${formCopies.cite.clause}）；要一次印出，请${give('copies', String(formCopies.value))}。`,
    );
  }
  for (const { nominee, reason } of plan.skipped) {
    context.tell(
      `${fileName}“${SHEET.nominees}”第 ${nominee.row} 行“${hidePrivateParts(nominee.name || nominee.unitName)}”没有出${scheme.formsName}：${reason}。`,
    );
  }
  return await folder.close();
}

/** A PDF beside each workbook. */
export async function addPdfs(folder: OutputFolder, toPdf: PdfMaker, context: JobContext): Promise<void> {
  const workbooks = folder.written.map(({ name }) => name);
  let done = 0;
  for await (const { name, bytes } of toPdf(folder.folder, workbooks)) {
    await folder.write(toPdfName(name), bytes);
    done += 1;
    context.progress('正在转成 PDF', done, workbooks.length);
  }
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
