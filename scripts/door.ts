/** What every command needs of this machine: where it reads and writes, whom it tells, and what becomes of a job's result. */
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { InputFile, JobContext, JobResult, OutputName, OutputPlace, PdfMaker } from '../jobs/job.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { readInputFile } from './input-file.ts';
import { NodeFolder } from './node-folder.ts';
import { openSchemes } from './scheme-folder.ts';
import { printJson, say, showProgress } from './terminal.ts';

/** The options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly templates?: string;
}

/** Of commands that write. */
export interface OutputOptions extends CommonOptions {
  readonly out?: string;
  readonly force?: boolean;
}

/** @param templates folder of schemes; the program's own where it is not given */
export function makeContext({ templates }: CommonOptions): JobContext {
  return { schemes: openSchemes(templates), tell: say, progress: showProgress, signal: new AbortController().signal };
}

/** Where a file is written whose name stands as it is given. */
export function fileAt(path: string, force = false): OutputName {
  if (/[\\/]$/.test(path)) throw new UnusableInput(`“${path}”是文件夹，不是文件；请在 --out 后写明文件名。`);
  return { folder: new NodeFolder(dirname(path)), name: basename(path), force };
}

/** Names of other formats: whoever asks for one of them does not get a workbook under its name. */
const OTHER_FORMATS = /\.(xls|xlsm|xlsb|xlt|xltx|xltm|et|ett|ods|csv|txt|pdf|docx?|wps|html?|json|zip)$/i;

/**
 * Where a workbook is written: a name without an ending gets its own.
 * @throws UnusableInput where the name is one of another format, or a folder's
 */
export function workbookAt(path: string, force = false): OutputName {
  if (OTHER_FORMATS.test(path)) {
    throw new UnusableInput(`“${path}”不是 .xlsx 文件名，结果只能写成 .xlsx；请把扩展名改为 .xlsx。`);
  }
  if (/\.xlsx$/i.test(path)) return fileAt(path, force);
  if (isFolder(path)) throw new UnusableInput(`“${path}”是文件夹，不是文件；请在 --out 后写明文件名。`);
  return fileAt(`${path}${/[\\/]$/.test(path) ? '' : '.xlsx'}`, force);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @throws UnusableInput where neither a file nor JSON is asked for */
export function outputFile({ out, json, force }: OutputOptions): OutputName | null {
  if (out !== undefined) return workbookAt(out, force);
  if (json) return null;
  throw new UnusableInput('没有说明结果写到哪里；请加 --out 和文件名，或加 --json。');
}

/** @param what in the folder: `表格` */
export function outputFolder(
  { out, force = false }: OutputOptions,
  what: string,
): OutputPlace & { readonly folder: NodeFolder } {
  if (out === undefined) throw new UnusableInput(`没有说明${what}写到哪里；请加 --out 和文件夹名。`);
  return { folder: new NodeFolder(out), force };
}

/** Prints what programs want, and turns the verdict into the exit code. */
export function finish({ summary, verdict }: JobResult<object>, { json }: CommonOptions): ExitCode {
  if (json) printJson(summary());
  return verdict === 'fine' ? EXIT.fine : EXIT.violations;
}

/** As `finish`, of a job that fills a folder. */
export function finishFolder(
  result: JobResult<object>,
  { folder }: { readonly folder: NodeFolder },
  options: CommonOptions,
): ExitCode {
  const files = result.files.map(({ name }) => join(folder.path, name));
  return finish({ ...result, summary: () => ({ files, ...result.summary() }) }, options);
}

export async function readKeyFile(path: string | undefined): Promise<InputFile | null> {
  return path === undefined ? null : await readInputFile(path);
}

/** @throws UnusableInput when LibreOffice is not installed */
export async function makePdfMaker(isWanted = false): Promise<PdfMaker | null> {
  if (!isWanted) return null;
  const { convertToPdf, requireSoffice } = await import('./convert-to-pdf.ts');
  const soffice = await requireSoffice();
  return async function* (folder, names) {
    const byPath = new Map(names.map((name) => [folder.locate(name), name]));
    for await (const { file, bytes } of convertToPdf([...byPath.keys()], soffice)) {
      yield { name: byPath.get(file) ?? file, bytes };
    }
  };
}
