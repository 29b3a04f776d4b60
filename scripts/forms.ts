import { relative } from 'node:path';
import { SHEET } from '../rules/master-roster.ts';
import { hidePrivateParts } from '../rules/public-name.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { stampWorkbook } from '../ooxml/stamp/stamp.ts';
import { certifyForms } from './certify.ts';
import { convertToPdf, requireSoffice } from './convert-to-pdf.ts';
import type { OutputOptions } from './deliver.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadRoster, type LoadedRoster } from './load-roster.ts';
import { OutputFolder } from './output-folder.ts';
import { planForms, type FormPlan, type FormsRequest } from './plan-forms.ts';
import { readFormTemplates } from './scheme-folder.ts';
import { printJson, say, showProgress } from './terminal.ts';

export interface FormsOptions extends OutputOptions, Omit<FormsRequest, 'draft' | 'certify'> {
  readonly draft?: boolean;
  /** File with the key of the verification codes, for schemes whose forms show one. */
  readonly key?: string;
  readonly pdf?: boolean;
}

/** `forms R.xlsx --out DIR`: the approval forms or certificates, stamped from the scheme's templates. */
export async function forms(path: string, options: FormsOptions): Promise<ExitCode> {
  if (options.out === undefined) throw new UnusableInput('没有说明表格写到哪里；请加 --out 和文件夹名。');
  const loaded = await loadRoster(path);
  const certify = await certifyForms(loaded.scheme, loaded.check, options.key);
  const made = await makeForms(loaded, { ...options, out: options.out, certify });
  if (options.json) printJson({ files: made.files, forms: made.plan.forms, skipped: skippedToJson(made.plan) });
  return made.plan.skipped.length > 0 ? EXIT.violations : EXIT.fine;
}

/**
 * Stamps the forms into a folder, one file at a time, and says who got none and why.
 * @returns the paths of the files, PDF included, and the plan
 */
export async function makeForms(
  { fileName, scheme, check }: LoadedRoster,
  options: Omit<FormsOptions, 'key'> & Pick<FormsRequest, 'certify'> & { readonly out: string },
): Promise<{ files: readonly string[]; plan: FormPlan }> {
  const soffice = options.pdf ? await requireSoffice() : null;
  const templates = await readFormTemplates(scheme);
  const plan = planForms(scheme, check, templates, { ...options, draft: options.draft ?? false });
  const folder = await OutputFolder.open(options.out, options.force ?? false);
  for (const { name } of plan.files) {
    await folder.refuseForeign(name);
    if (soffice) await folder.refuseForeign(toPdfName(name));
  }
  let done = 0;
  for (const { name, template, pages } of plan.files) {
    await folder.write(name, stampWorkbook(template, pages));
    done += pages.length;
    showProgress(`正在生成${scheme.formsName}`, done, plan.forms * options.copies);
  }
  if (soffice) await addPdfs(folder, soffice);
  if (done > 0) say(`已在 ${options.out} 生成 ${done} 份${scheme.formsName}，分装 ${plan.files.length} 个工作簿。`);
  const { formCopies } = scheme;
  if (formCopies && done > 0 && options.copies < formCopies.value) {
    say(
      `办法要求一式 ${formCopies.value} 份（${formCopies.cite.clause}）；要一次印出，请加 --copies ${formCopies.value}。`,
    );
  }
  for (const { nominee, reason } of plan.skipped) {
    say(
      `${fileName}“${SHEET.nominees}”第 ${nominee.row} 行“${hidePrivateParts(nominee.name || nominee.unitName)}”没有出${scheme.formsName}：${reason}。`,
    );
  }
  return { files: folder.written, plan };
}

/** A PDF beside each workbook. */
export async function addPdfs(folder: OutputFolder, soffice: string): Promise<void> {
  const workbooks = [...folder.written];
  let done = 0;
  for await (const { file, bytes } of convertToPdf(workbooks, soffice)) {
    await folder.write(toPdfName(relative(folder.path, file)), bytes);
    done += 1;
    showProgress('正在转成 PDF', done, workbooks.length);
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
