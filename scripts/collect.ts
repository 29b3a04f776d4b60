import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hideIdNumbers } from '../rules/id-number.ts';
import { tallyFiles, type EarlierTally, type Tally } from '../rules/tally.ts';
import type { ScoredScheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { fillRosterScores } from '../workbook/roster/fill-roster-scores.ts';
import { openWorkbook } from '../workbook/intake/open-workbook.ts';
import { patchWorkbook } from '../workbook/patch/patch-workbook.ts';
import { quote } from '../workbook/intake/quote.ts';
import { readTally } from '../workbook/tally/read-tally.ts';
import { fingerprintBlank } from '../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../workbook/score-sheet/score-sheet-layout.ts';
import { writeTally } from '../workbook/tally/write-tally.ts';
import { readExpectedUnits, type ExpectedUnits } from './collect/expected-units.ts';
import { findFiles, type FoundFiles } from './collect/find-files.ts';
import { readFiles } from './collect/reader-pool.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { readInputFile } from './input-file.ts';
import { OutputFolder, writeOutputFile } from './output-folder.ts';
import { printJson, say, showProgress } from './terminal.ts';

export interface CollectOptions {
  readonly roster: string;
  readonly out: string;
  readonly previous?: string;
  readonly prefer?: 'newest';
  readonly writeRoster?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** The same from `scripts/` and from the bundle in `dist/`: both lie one level below the root. */
const READER = fileURLToPath(new URL('../dist/collect-worker.js', import.meta.url));
/** Files between two signs of progress. */
const PROGRESS_STEP = 20;

/** `collect DIR… --roster R.xlsx --out S.xlsx`: reads returned score sheets and tallies them. */
export async function collect(folders: readonly string[], options: CollectOptions): Promise<ExitCode> {
  const outputs = [options.out, ...(options.writeRoster === undefined ? [] : [options.writeRoster])];
  await checkOutputs(outputs, folders, options);
  const expected = await readExpectedUnits(options.roster);
  const earlier = options.previous === undefined ? null : await readEarlier(options.previous, expected.scheme);
  const known = [options.roster, options.previous].flatMap((path) => (path === undefined ? [] : [resolve(path)]));
  const found = await findFiles(folders, new Set(known));
  if (found.files.length === 0) {
    throw new UnusableInput(`“${folders.join('、')}”中没有可以读取的文件，请检查报送文件夹的位置后重试。`);
  }

  const layout = layOutScoreSheet(expected.scheme);
  const blank = await fingerprintBlank(layout);
  const tally = tallyFiles({
    scheme: expected.scheme,
    members: expected.members,
    quota: expected.quota,
    // Not held by a name of their own: what the tally does not keep of them is let go.
    files: await readFiles(found.files, { script: READER, data: { layout, blank } }, (done) => {
      const total = found.files.length;
      if (done % PROGRESS_STEP === 0 || done === total) showProgress('正在读取评分表', done, total);
    }),
    identityCells: { unitNumber: layout.unitNumberCell, unitName: layout.unitNameCell },
    preferNewest: options.prefer === 'newest',
    earlier,
  });

  const earlierName = options.previous === undefined ? null : basename(options.previous);
  const summary = await writeTally(tally, { layout, blank, ignored: found.ignored, earlierName });
  await writeOutputFile(options.out, summary, options.force ?? false);
  say(`已生成 ${options.out}`);
  if (options.writeRoster !== undefined) await writeRoster(options.writeRoster, tally, expected, options);
  if (options.json) printJson(toJson(tally, found));
  return report(tally, found, expected);
}

/** Refuses what could only fail after all the reading, and outputs that the next run would take for returned files. */
async function checkOutputs(
  outputs: readonly string[],
  folders: readonly string[],
  { force = false, roster, previous }: CollectOptions,
): Promise<void> {
  for (const path of outputs) {
    const full = resolve(path);
    const inside = folders.find((folder) => isInside(full, resolve(folder)));
    if (inside !== undefined) {
      throw new UnusableInput(`“${path}”在报送文件夹“${inside}”里面，下次会被当作报送的文件；请换一个输出位置。`);
    }
    if (full === resolve(roster)) {
      throw new UnusableInput(`“${path}”就是总名册本身，为免覆盖没有写入；请换一个输出位置。`);
    }
    if (previous !== undefined && full === resolve(previous) && !force) {
      throw new UnusableInput(`“${path}”就是上一次的汇总，为免覆盖没有写入；请换一个输出位置，或加 --force 覆盖。`);
    }
    await (await OutputFolder.open(dirname(full), force)).refuseForeign(basename(full));
  }
  if (new Set(outputs.map((path) => resolve(path))).size < outputs.length) {
    throw new UnusableInput('汇总和新的总名册写到了同一个文件；请给它们不同的文件名。');
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function readEarlier(path: string, scheme: ScoredScheme): Promise<EarlierTally> {
  return readTally(openWorkbook(await readInputFile(path), basename(path)), scheme);
}

async function writeRoster(
  path: string,
  tally: Tally,
  { scores, addresses, fileName }: ExpectedUnits,
  { roster: source, force = false }: CollectOptions,
): Promise<void> {
  const changes = fillRosterScores(tally, { scores }, addresses);
  await writeOutputFile(path, patchWorkbook(await readInputFile(source), fileName, changes), force);
  const kept = tally.all.expected - tally.all.states.counted;
  say(`已生成 ${path}：评分表中填入 ${tally.all.states.counted} 家，其余 ${kept} 家保留原有内容。`);
}

function report(tally: Tally, { ignored }: FoundFiles, { members }: ExpectedUnits): ExitCode {
  const { accepted, rejected, duplicates, all } = tally;
  const withWarnings = accepted.filter(({ warnings }) => warnings.length > 0).length;
  const undecided = duplicates.filter(({ counted }) => counted === null).length;
  const newest = duplicates.filter(({ settlement }) => settlement === 'newest');
  say(
    `收到文件 ${accepted.length + rejected.length} 个：接受 ${accepted.length} 个（其中有提示 ${withWarnings} 个），退回 ${rejected.length} 个；另忽略 ${ignored.length} 个。`,
  );
  say(
    `应报单位 ${all.expected} 家：已计入 ${all.states.counted}，重复待定 ${all.states.undecided}，已退回 ${all.states.rejected}，未交 ${all.states.missing}。`,
  );
  for (const { path, why } of ignored) say(`没有读取${quote(path)}：${why}。`);
  for (const { unitNumber, counted } of newest) {
    say(`单位 ${unitNumber} 报来几份不同的评分表，按 --prefer newest 取了${quote(counted?.path ?? '')}。`);
  }
  const blank = members.filter(({ number }) => number === '').length;
  if (blank > 0) say(`总名册有 ${blank} 家单位没有编号，没有列入；请补填编号后重新汇总。`);
  return rejected.length + undecided > 0 ? EXIT.violations : EXIT.fine;
}

function toJson({ scheme, accepted, rejected, duplicates, all, panel }: Tally, { ignored }: FoundFiles) {
  return {
    scheme: scheme.id,
    files: {
      received: accepted.length + rejected.length,
      accepted: accepted.length,
      acceptedWithWarnings: accepted.filter(({ warnings }) => warnings.length > 0).length,
      rejected: rejected.length,
      ignored: ignored.length,
    },
    units: { expected: all.expected, ...all.states },
    rejected: rejected.map(({ path, sha256, unitNumber, faults }) => ({
      path: hideIdNumbers(path),
      sha256,
      unitNumber,
      faults,
    })),
    warnings: accepted.flatMap(({ path, warnings }) =>
      warnings.map((warning) => ({ path: hideIdNumbers(path), ...warning })),
    ),
    duplicates: duplicates.map(({ unitNumber, settlement, files, counted }) => ({
      unitNumber,
      settlement,
      files: files.map(({ path, sha256 }) => ({ path: hideIdNumbers(path), sha256 })),
      counted: counted && hideIdNumbers(counted.path),
    })),
    panel: panel.map(({ unit, causes, points }) => ({ unitNumber: unit.unit.number, causes, points })),
    ignored: ignored.map(({ path, why }) => ({ path: hideIdNumbers(path), why })),
  };
}
