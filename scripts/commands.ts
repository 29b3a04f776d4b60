/** Each command of the command line: its options become the named inputs of a job, and the job's result becomes words, JSON and an exit code. */
import { join as joinPath } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormGrouping } from '../jobs/form-groupings.ts';
import type { InputFile } from '../jobs/job.ts';
import { today } from '../jobs/today.ts';
import {
  fileAt,
  finish,
  finishFolder,
  makeContext,
  makePdfMaker,
  outputFile,
  outputFolder,
  readKeyFile,
  workbookAt,
  type CommonOptions,
  type OutputOptions,
} from './door.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { readColumnPair } from './column-pair.ts';
import { openReturns } from './given-returns.ts';
import { readInputFile } from './input-file.ts';
import { NodeFolder } from './node-folder.ts';
import { openSchemeFolder } from './scheme-folder.ts';
import { printJson, say } from './terminal.ts';

/** The same from `scripts/` and from the bundle in `dist/`: both lie one level below the root. */
const READER = fileURLToPath(new URL('../dist/collect-worker.js', import.meta.url));

interface PartOptions extends OutputOptions {
  /** For whom alone. */
  readonly only?: readonly string[];
}

/** `allocate R.xlsx --out F.xlsx [--only …]` */
export async function allocate(path: string, options: PartOptions): Promise<ExitCode> {
  const { allocate: job } = await import('../jobs/allocate.ts');
  const out = outputFile(options);
  return finish(
    await job({ roster: await readInputFile(path), only: options.only, out }, makeContext(options)),
    options,
  );
}

/** `check R.xlsx --out F.xlsx [--only …]` */
export async function check(path: string, options: PartOptions): Promise<ExitCode> {
  const { check: job } = await import('../jobs/check.ts');
  const out = outputFile(options);
  return finish(
    await job({ roster: await readInputFile(path), only: options.only, out }, makeContext(options)),
    options,
  );
}

/** `mend R.xlsx --out R2.xlsx` */
export async function mend(path: string, options: OutputOptions & { readonly out: string }): Promise<ExitCode> {
  const { mend: job } = await import('../jobs/mend.ts');
  const out = workbookAt(options.out, options.force);
  return finish(await job({ roster: await readInputFile(path), out }, makeContext(options)), options);
}

export interface JoinOptions extends OutputOptions {
  readonly column?: readonly string[];
  readonly listed?: readonly string[];
  readonly fill?: readonly string[];
  readonly preferList?: readonly string[];
}

/** `join R.xlsx LIST… --out R2.xlsx` */
export async function join(path: string, lists: readonly string[], options: JoinOptions): Promise<ExitCode> {
  const { join: job, nameJoinReport } = await import('../jobs/join.ts');
  const out = outputFile(options);
  const { fill, preferList } = options;
  const columns = (options.column ?? []).map((text) => readColumnPair('--column', text));
  const listed = (options.listed ?? []).map((text) => readColumnPair('--listed', text));
  const input = {
    roster: await readInputFile(path),
    lists: await readInOrder(lists),
    columns: columns.map(([written, heading]) => ({ written, heading })),
    listed: listed.map(([heading, value]) => ({ heading, value })),
    fill,
    preferList,
    out,
    report: out && { ...out, name: nameJoinReport(out.name) },
  };
  return finish(await job(input, makeContext(options)), options);
}

async function readInOrder(paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) files.push(await readInputFile(path));
  return files;
}

/** `rosters R.xlsx --out F.xlsx [--only …]` */
export async function rosters(path: string, options: PartOptions): Promise<ExitCode> {
  const { rosters: job } = await import('../jobs/rosters.ts');
  const out = outputFile(options);
  return finish(
    await job({ roster: await readInputFile(path), only: options.only, out }, makeContext(options)),
    options,
  );
}

/** `prizes R.xlsx --out F.xlsx [--only …]` */
export async function prizes(path: string, options: PartOptions): Promise<ExitCode> {
  const { prizes: job } = await import('../jobs/prizes.ts');
  const out = outputFile(options);
  return finish(
    await job({ roster: await readInputFile(path), only: options.only, out }, makeContext(options)),
    options,
  );
}

/** `notice R.xlsx --out F.xlsx [--from DAY] [--days N] [--only …]` */
export async function notice(
  path: string,
  options: PartOptions & { readonly from?: string; readonly days?: number },
): Promise<ExitCode> {
  const { notice: job } = await import('../jobs/notice.ts');
  const { from, days, only } = options;
  const out = outputFile(options);
  const roster = await readInputFile(path);
  return finish(await job({ roster, only, out, from, days }, makeContext(options)), options);
}

/** `grade R.xlsx --out F.xlsx [--key KEYFILE]` */
export async function grade(path: string, options: OutputOptions & { readonly key?: string }): Promise<ExitCode> {
  const { grade: job } = await import('../jobs/grade.ts');
  const out = outputFile(options);
  const [roster, key] = [await readInputFile(path), await readKeyFile(options.key)];
  return finish(await job({ roster, key, out }, makeContext(options)), options);
}

export interface FormsOptions extends PartOptions {
  readonly by: FormGrouping;
  readonly copies: number;
  readonly key?: string;
  readonly pdf?: boolean;
  readonly draft?: boolean;
}

/** `forms R.xlsx --out DIR` */
export async function forms(path: string, options: FormsOptions): Promise<ExitCode> {
  const { forms: job } = await import('../jobs/forms.ts');
  const out = outputFolder(options, '表格');
  const [roster, key] = [await readInputFile(path), await readKeyFile(options.key)];
  const { by, only, copies, draft = false } = options;
  const pdf = await makePdfMaker(options.pdf);
  const result = await job({ roster, key, pdf, out, by, only, copies, draft }, makeContext(options));
  return finishFolder(result, out, options);
}

/** `materials R.xlsx --out DIR` */
export async function materials(path: string, options: PartOptions & { readonly pdf?: boolean }): Promise<ExitCode> {
  const { materials: job } = await import('../jobs/materials.ts');
  const out = outputFolder(options, '材料');
  const roster = await readInputFile(path);
  const pdf = await makePdfMaker(options.pdf);
  return finishFolder(await job({ roster, only: options.only, pdf, out }, makeContext(options)), out, options);
}

/** `sheets R.xlsx --out DIR [--district …]` */
export async function sheets(
  path: string,
  options: OutputOptions & { readonly district?: readonly string[] },
): Promise<ExitCode> {
  const { sheets: job } = await import('../jobs/sheets.ts');
  const out = outputFolder(options, '评分表');
  const roster = await readInputFile(path);
  return finishFolder(await job({ roster, district: options.district, out }, makeContext(options)), out, options);
}

/** `outgoing R.xlsx --out DIR [--only …]` */
export async function outgoing(path: string, options: PartOptions): Promise<ExitCode> {
  const { outgoing: job } = await import('../jobs/outgoing.ts');
  const out = outputFolder(options, '推荐表');
  const roster = await readInputFile(path);
  return finishFolder(await job({ roster, only: options.only, out }, makeContext(options)), out, options);
}

/** `opinions R.xlsx --out DIR` */
export async function opinions(path: string, options: OutputOptions): Promise<ExitCode> {
  const { opinions: job } = await import('../jobs/opinions.ts');
  const out = outputFolder(options, '征求意见');
  const roster = await readInputFile(path);
  return finishFolder(await job({ roster, out }, makeContext(options)), out, options);
}

export interface CollectOptions extends OutputOptions {
  readonly roster: string;
  readonly out: string;
  readonly previous?: string;
  readonly prefer?: 'newest';
  readonly writeRoster?: string;
  readonly allowClearing?: boolean;
  readonly notes?: string;
  readonly only?: readonly string[];
  readonly replyBy?: string;
  readonly received?: string;
}

/** `collect DIR|FILE… --roster R.xlsx --out S.xlsx` */
export async function collect(given: readonly string[], options: CollectOptions): Promise<ExitCode> {
  const { collect: job } = await import('../jobs/collect/collect.ts');
  const { readFiles } = await import('../jobs/collect/reader-pool.ts');
  const { threadStarter, THREADS } = await import('./collect/start-thread.ts');
  const { hashFile } = await import('./collect/read-file.ts');
  const result = await job(
    {
      folders: given.map(openReturns),
      roster: await readInputFile(options.roster),
      previous: options.previous === undefined ? null : await readInputFile(options.previous),
      preferNewest: options.prefer === 'newest',
      receivedOn: options.received ?? null,
      out: workbookAt(options.out, options.force),
      newRoster: options.writeRoster === undefined ? null : workbookAt(options.writeRoster, options.force),
      allowClearing: options.allowClearing ?? false,
      notes:
        options.notes === undefined ? null : { folder: new NodeFolder(options.notes), force: options.force ?? false },
      noteChoices: { only: options.only, replyBy: options.replyBy },
      readReturns: (files, data, onProgress, signal) =>
        readFiles(files, { start: threadStarter(READER, data), hash: hashFile, readers: THREADS, signal }, onProgress),
    },
    makeContext(options),
  );
  return finish(result, options);
}

/** `all R.xlsx --out DIR` */
export async function makeAll(
  path: string,
  options: OutputOptions & { readonly copies: number; readonly pdf?: boolean; readonly key?: string },
): Promise<ExitCode> {
  const { makeAll: job } = await import('../jobs/all.ts');
  const out = outputFolder(options, '结果');
  const [roster, key] = [await readInputFile(path), await readKeyFile(options.key)];
  const pdf = await makePdfMaker(options.pdf);
  const result = await job({ roster, key, copies: options.copies, pdf, out }, makeContext(options));
  if (!options.json) for (const { name } of result.files) say(`  ${joinPath(out.folder.path, name)}`);
  return finishFolder(result, out, options);
}

/** `sample --out R.xlsx [--scheme ID] [--flawed] [--empty] [--seed N]` */
export async function sample(
  options: OutputOptions & {
    readonly out: string;
    readonly scheme?: string;
    readonly seed: number;
    readonly flawed?: boolean;
    readonly empty?: boolean;
  },
): Promise<ExitCode> {
  const { sample: job } = await import('../jobs/sample/sample.ts');
  const { scheme, seed, flawed = false, empty = false } = options;
  const out = workbookAt(options.out, options.force);
  return finish(await job({ scheme, seed, flawed, empty, out }, makeContext(options)), options);
}

/** `demo --out DIR [--scheme ID]` */
export async function demo(
  options: OutputOptions & { readonly out: string; readonly scheme?: string },
): Promise<ExitCode> {
  const start = performance.now();
  const { demo: job } = await import('../jobs/demo.ts');
  const out = outputFolder(options, '结果');
  const result = await job({ scheme: options.scheme, out }, makeContext(options));
  const seconds = (performance.now() - start) / 1000;
  say('');
  for (const { name, size } of result.files) {
    say(`  ${String(Math.ceil(size / 1024)).padStart(6)} KB  ${out.folder.show(name)}`);
  }
  const exitCode = finishFolder({ ...result, summary: () => ({ seconds }) }, out, options);
  say(`共 ${result.files.length} 个文件，用时 ${seconds.toFixed(1)} 秒。`);
  return exitCode;
}

/** `key --out KEYFILE` */
export async function key(options: OutputOptions & { readonly out: string }): Promise<ExitCode> {
  const { key: job } = await import('../jobs/key.ts');
  const result = await job({ out: fileAt(options.out) }, makeContext(options));
  return finish({ ...result, summary: () => ({ file: options.out }) }, options);
}

export interface VerifyOptions extends CommonOptions {
  readonly key: string;
  readonly number: string;
  readonly unit: string;
  readonly grade: string;
  readonly issued: string;
  readonly until: string;
}

/** `verify CODE --key KEYFILE --number N --unit U --grade G --issued D --until D` */
export async function verify(code: string, options: VerifyOptions): Promise<ExitCode> {
  const { verify: job } = await import('../jobs/verify.ts');
  const { number, unit, grade: onCertificate, issued, until } = options;
  const input = { code, key: await readInputFile(options.key), number, unit, issued, until, on: today() };
  return finish(await job({ ...input, grade: onCertificate }, makeContext(options)), options);
}

/** `schemes` */
export async function schemes(options: CommonOptions): Promise<ExitCode> {
  const { schemes: job } = await import('../jobs/schemes.ts');
  return finish(await job(makeContext(options)), options);
}

/** `check-schemes [--coverage]`: faults name file, line and field; with `--coverage` the documents sentence by sentence besides. */
export async function checkSchemes(options: CommonOptions & { readonly coverage?: boolean }): Promise<ExitCode> {
  const [{ checkSchemes: job, describeSchemesCheck }, { describeCoverage, hasOpen, coverSchemes: readCoverage }] =
    await Promise.all([import('../jobs/check-schemes.ts'), import('../jobs/coverage.ts')]);
  const { json, coverage = false, templates } = options;
  const folder = openSchemeFolder(templates);
  const result = await job(folder);
  const covered = coverage ? await readCoverage(folder) : [];
  if (json) printJson(coverage ? { ...result, coverage: covered } : result);
  else {
    for (const each of covered) process.stdout.write(`${describeCoverage(each)}\n\n`);
    say(describeSchemesCheck(result));
  }
  return result.faults.length > 0 || covered.some(hasOpen) ? EXIT.violations : EXIT.fine;
}
