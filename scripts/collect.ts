import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tallyFiles, type EarlierTally } from '../rules/tally.ts';
import type { ScoredScheme } from '../rules/scheme.ts';
import { UnusableInput } from '../rules/unusable-input.ts';
import { planRosterScores, toWorkbookChanges } from '../workbook/roster/fill-roster-scores.ts';
import { openWorkbook } from '../ooxml/read/open-workbook.ts';
import { patchWorkbook } from '../ooxml/patch/patch-workbook.ts';
import { readTally } from '../workbook/tally/read-tally.ts';
import { fingerprintBlank } from '../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet } from '../workbook/score-sheet/score-sheet-layout.ts';
import { writeTally } from '../workbook/tally/write-tally.ts';
import { readExpectedUnits } from './collect/expected-units.ts';
import { findFiles } from './collect/find-files.ts';
import { readFiles } from './collect/reader-pool.ts';
import { judgeRun, reportRun, runToJson, type CollectRun } from './collect/report-run.ts';
import type { ExitCode } from './exit-code.ts';
import { hasChangedSinceRead, readInputFile } from './input-file.ts';
import { sayGaps } from './left-out.ts';
import { OutputFolder, writeOutputFile } from './output-folder.ts';
import { printJson, say, showProgress } from './terminal.ts';

export interface CollectOptions {
  readonly roster: string;
  readonly out: string;
  readonly previous?: string;
  readonly prefer?: 'newest';
  readonly writeRoster?: string;
  /** Lets what a returned sheet leaves blank clear what the roster holds. */
  readonly allowClearing?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** The same from `scripts/` and from the bundle in `dist/`: both lie one level below the root. */
const READER = fileURLToPath(new URL('../dist/collect-worker.js', import.meta.url));
/** Files between two signs of progress. */
const PROGRESS_STEP = 20;

/** `collect DIR… --roster R.xlsx --out S.xlsx`: reads returned score sheets and tallies them. */
export async function collect(folders: readonly string[], options: CollectOptions): Promise<ExitCode> {
  await checkOutputs(folders, options);
  // Kept, for what is written is this roster with some cells changed, whatever stands at its path by then.
  const rosterBytes = await readInputFile(options.roster);
  const rosterName = basename(options.roster);
  const expected = await readExpectedUnits(rosterBytes, rosterName);
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

  const writes =
    options.writeRoster === undefined ? null : planRosterScores(tally, expected.scores, options.allowClearing ?? false);
  const newRoster = writes && patchWorkbook(rosterBytes, rosterName, toWorkbookChanges(writes));
  const earlierName = options.previous === undefined ? null : basename(options.previous);
  const summary = await writeTally(tally, {
    layout,
    blank,
    ignored: found.ignored,
    earlierName,
    writes,
    gaps: expected.gaps,
  });
  await writeOutputFile(options.out, summary, options.force ?? false);
  say(`已生成 ${options.out}`);
  sayGaps(expected.gaps);
  if (options.writeRoster !== undefined && newRoster) {
    await writeOutputFile(options.writeRoster, newRoster, options.force ?? false);
  }
  const run: CollectRun = {
    tally,
    ignored: found.ignored,
    roster: options.writeRoster === undefined || !writes ? null : { path: options.writeRoster, writes },
    staleRoster: (await hasChangedSinceRead(options.roster)) ? rosterName : null,
  };
  if (options.json) printJson(runToJson(run));
  reportRun(run);
  return judgeRun(run);
}

/** Refuses what could only fail after all the reading, and outputs that the next run would take for returned files. */
async function checkOutputs(
  folders: readonly string[],
  { out, writeRoster, allowClearing = false, force = false, roster, previous }: CollectOptions,
): Promise<void> {
  if (allowClearing && writeRoster === undefined) {
    throw new UnusableInput('--allow-clearing 是写总名册时用的；请同时加 --write-roster 和文件名，或去掉它。');
  }
  const outputs = [out, ...(writeRoster === undefined ? [] : [writeRoster])];
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
