/** The first half of collecting: what came in, read and tallied. Nothing is written. */
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import { tallyFiles, type EarlierTally, type Tally, type TallyInput } from '../../rules/tally/tally.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { fingerprintBlank } from '../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet, type ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import type { IgnoredEntry } from '../../workbook/tally/file-tables.ts';
import { readTally } from '../../workbook/tally/read-tally.ts';
import type { InputFile, JobContext } from '../job.ts';
import { readExpectedUnits, type ExpectedUnits } from './expected-units.ts';
import { findFiles, type ReturnsFolder } from './find-files.ts';
import type { ReadReturns } from './read-returns.ts';

export interface CollectSource {
  /** The folders of returned files, to any depth. */
  readonly folders: readonly ReturnsFolder[];
  readonly roster: InputFile;
  /** The tally before this one: its decisions hold on, and what changed is told. */
  readonly previous: InputFile | null;
  /** Of several different sheets of a unit, takes the newest. */
  readonly preferNewest: boolean;
  readonly readReturns: ReadReturns;
}

/** What came in, against what is expected. */
export interface Received {
  readonly expected: ExpectedUnits;
  readonly layout: ScoreSheetLayout;
  /** The layout's fingerprint. */
  readonly blank: string;
  readonly earlier: EarlierTally | null;
  /** The earlier tally's name; null where there is none. */
  readonly earlierName: string | null;
  readonly files: readonly ReturnedFile[];
  readonly ignored: readonly IgnoredEntry[];
}

/** Files between two signs of progress. */
const PROGRESS_STEP = 20;

/** @throws UnusableInput as `readExpectedUnits` */
export async function expectReturns(roster: InputFile, context: JobContext): Promise<ExpectedUnits> {
  const expected = await readExpectedUnits(roster, context.schemes);
  for (const remark of expected.remarks) context.tell(remark);
  return expected;
}

/**
 * Reads the earlier tally and every file.
 * @throws UnusableInput where the folders hold no file, and as `readTally`
 */
export async function readReceived(
  { folders, roster, previous, readReturns }: CollectSource,
  expected: ExpectedUnits,
  context: JobContext,
): Promise<Received> {
  const read = previous ? readTally(openWorkbook(previous.bytes, previous.name), expected.scheme) : null;
  for (const note of read?.notes ?? []) context.tell(note);
  const known = [roster, previous].flatMap((file) => (file ? [file.location] : []));
  const found = await findFiles(folders, known);
  if (found.files.length === 0) {
    const places = folders.map((folder) => folder.show('')).join('、');
    throw new UnusableInput(`“${places}”中没有可以读取的文件，请检查报送文件夹的位置后重试。`);
  }
  const layout = layOutScoreSheet(expected.scheme);
  const blank = await fingerprintBlank(layout);
  const progress = (done: number) => {
    const isTold = done % PROGRESS_STEP === 0 || done === found.files.length;
    if (isTold) context.progress('正在读取评分表', done, found.files.length);
  };
  const { files, ignored } = await readReturns(found.files, { layout, blank }, progress, context.signal);
  return {
    expected,
    layout,
    blank,
    earlier: read?.earlier ?? null,
    earlierName: previous?.name ?? null,
    files,
    ignored: [...found.ignored, ...ignored],
  };
}

export function tallyReceived(
  { expected: { scheme, members, quota }, layout, files, earlier }: Received,
  how: Pick<TallyInput, 'preferNewest' | 'answers'>,
): Tally {
  const identityCells = { unitNumber: layout.unitNumberCell, unitName: layout.unitNameCell };
  return tallyFiles({ scheme, members, quota, files, identityCells, earlier, ...how });
}

/** What is known when all is read; what the tally does not keep of the files is let go. */
export interface Collected extends Omit<Received, 'files' | 'earlier'> {
  readonly tally: Tally;
}

export async function readCollected(
  source: CollectSource,
  expected: ExpectedUnits,
  context: JobContext,
): Promise<Collected> {
  const received = await readReceived(source, expected, context);
  const { layout, blank, earlierName, ignored } = received;
  return { expected, layout, blank, earlierName, ignored, tally: tallyReceived(received, source) };
}
