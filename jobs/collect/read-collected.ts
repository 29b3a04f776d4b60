/** The first half of collecting: what came in, read and tallied. Nothing is written. */
import { DECIDED_ABOUT } from '../../rules/application-columns.ts';
import { makeApplicationNumbers } from '../../rules/application-number.ts';
import { factIn } from '../../rules/nominations/fact-in.ts';
import { gatherNominations, hasLists, type GatheredNominations } from '../../rules/nominations/gather-nominations.ts';
import type { GivenDecision } from '../../rules/nominations/collision-decisions.ts';
import type { EarlierFile } from '../../rules/nominations/receipts.ts';
import type { ReturnedNominations, TakenRows } from '../../rules/nominations/returned-nominations.ts';
import { gatherOpinions, type GatheredOpinions } from '../../rules/opinions/gather-opinions.ts';
import { isNominationList, isOpinionList, type ReturnedOpinions } from '../../rules/opinions/returned-opinions.ts';
import type { ReturnedFile } from '../../rules/tally/returned-file.ts';
import { tallyFiles, type EarlierTally, type Tally, type TallyInput } from '../../rules/tally/tally.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { openWorkbook } from '../../ooxml/read/open-workbook.ts';
import { listInputColumns } from '../../workbook/outgoing/outgoing-layout.ts';
import { describeForm } from '../../workbook/outgoing/read-outgoing.ts';
import { fingerprintBlank } from '../../workbook/score-sheet/score-sheet-identity.ts';
import { layOutScoreSheet, type ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import type { IgnoredEntry } from '../../workbook/tally/file-tables.ts';
import { readTally } from '../../workbook/tally/read-tally.ts';
import type { InputFile, JobContext } from '../job.ts';
import { readExpectedUnits, type ExpectedUnits } from './expected-units.ts';
import { findFiles, type ReturnsFolder } from './find-files.ts';
import type { ReadReturns } from './read-returns.ts';
import { refuseNoDay } from './refuse-no-day.ts';

export interface CollectSource {
  /** The folders of returned files, to any depth. */
  readonly folders: readonly ReturnsFolder[];
  readonly roster: InputFile;
  /** The tally before this one: its decisions hold on, and what changed is told. */
  readonly previous: InputFile | null;
  /** Of several different sheets of a unit, takes the newest. */
  readonly preferNewest: boolean;
  /** On which day the staff say that what is new came, `YYYY-MM-DD`; null where the files say it themselves. */
  readonly receivedOn: string | null;
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
  readonly nominations: readonly ReturnedNominations[];
  readonly opinions: readonly ReturnedOpinions[];
  /** What the earlier tally took of nominations; null where it knows of none. */
  readonly taken: TakenRows | null;
  /** What the earlier tally said of when lists of nominations came. */
  readonly receipts: readonly EarlierFile[];
  /** What people wrote into the earlier tally beside collisions of such lists. */
  readonly given: readonly GivenDecision[];
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
 * @throws UnusableInput where the folders hold no file, the day of receipt is none, and as `readTally`
 */
export async function readReceived(
  { folders, roster, previous, receivedOn, readReturns }: CollectSource,
  expected: ExpectedUnits,
  context: JobContext,
): Promise<Received> {
  refuseNoDay('received', receivedOn ?? undefined);
  const read = previous ? readTally(openWorkbook(previous.bytes, previous.name), expected.scheme) : null;
  for (const note of read?.notes ?? []) context.tell(note);
  const known = [roster, previous].flatMap((file) => (file ? [file.location] : []));
  const found = await findFiles(folders, known);
  if (found.files.length === 0) {
    const places = folders.map((folder) => folder.show('')).join('、');
    throw new UnusableInput(`“${places}”中没有可以读取的文件，请核对收到的评分表是不是放在里面，再试一次。`);
  }
  const layout = layOutScoreSheet(expected.scheme);
  const blank = await fingerprintBlank(layout);
  const progress = (done: number) => {
    const isTold = done % PROGRESS_STEP === 0 || done === found.files.length;
    if (isTold) context.progress('正在读取评分表', done, found.files.length);
  };
  const form = expected.nominations && describeForm(expected.scheme);
  const data = { layout, blank, form };
  const { files, nominations: lists, ignored } = await readReturns(found.files, data, progress, context.signal);
  return {
    expected,
    layout,
    blank,
    earlier: read?.earlier ?? null,
    earlierName: previous?.name ?? null,
    files,
    nominations: lists.filter(isNominationList),
    opinions: lists.filter(isOpinionList),
    taken: read?.taken ?? null,
    receipts: read?.receipts ?? [],
    given: read?.given ?? [],
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

type GatherChoices = Pick<TallyInput, 'preferNewest' | 'answers'> & Pick<CollectSource, 'receivedOn'>;

/** Null where no list of nominations came, now or before, or no district has a place. */
export function gatherReceived(
  { expected, nominations: files, taken: earlier, earlier: tally, receipts, given }: Received,
  { preferNewest, answers, receivedOn }: GatherChoices,
): GatheredNominations | null {
  const { nominations, scheme, members } = expected;
  if (!nominations || (files.length === 0 && earlier === null)) return null;
  const chosen = answers?.chosen ?? tally?.chosen ?? new Set<string>();
  return gatherNominations({
    expected: [...new Set(nominations.places.map(({ district }) => district))],
    members,
    nominees: nominations.nominees,
    headings: listInputColumns(scheme).map(({ heading }) => heading),
    files,
    earlier,
    // What cannot be kept in the roster is not done either: the next gathering would do it again, whatever staff have done since.
    decisions: keepsDecisions(expected) ? nominations.decisions : [],
    given: keepsDecisions(expected) ? given : [],
    choice: { preferNewest, chosen },
    forms: nominations.forms,
    reception: { deadline: scheme.deadline?.value ?? null, receivedOn, earlier: receipts },
    unreadable: nominations.unreadable,
    number: makeApplicationNumbers(scheme, [...nominations.named, ...(earlier?.keys() ?? []), ...listWritten(files)]),
  });
}

/** Whether the roster has a place for what is decided of collisions. */
export function keepsDecisions({ decisionPlace }: Pick<ExpectedUnits, 'decisionPlace'>): boolean {
  return decisionPlace?.columns.has(DECIDED_ABOUT) ?? false;
}

/** Null where no workbook of opinions came. */
export function gatherReceivedOpinions(
  { expected, opinions, earlier }: Received,
  { preferNewest, answers }: Pick<TallyInput, 'preferNewest' | 'answers'>,
): GatheredOpinions | null {
  if (opinions.length === 0) return null;
  return gatherOpinions(opinions, expected.opinions, {
    preferNewest,
    chosen: answers?.chosen ?? earlier?.chosen ?? new Set<string>(),
  });
}

/** Every 申报编号 that a list has. */
function listWritten(files: readonly ReturnedNominations[]): string[] {
  return files.flatMap(({ outcome }) =>
    outcome.kind === 'read' ? outcome.list.rows.map((row) => factIn(row, '申报编号')) : [],
  );
}

/** What is known when all is read; what the tally does not keep of the files is let go. */
export interface Collected extends Omit<Received, 'files' | 'earlier' | 'nominations' | 'opinions' | 'taken'> {
  readonly tally: Tally;
  readonly gathered: GatheredNominations | null;
  /** Null where no workbook of opinions came. */
  readonly opinions: GatheredOpinions | null;
}

/** Whether units are asked for their score sheets: not where lists of nominations or opinions came alone. */
export function asksUnits({ tally, gathered, opinions }: Pick<Collected, 'tally' | 'gathered' | 'opinions'>): boolean {
  const hasOthers = (gathered !== null && hasLists(gathered)) || opinions !== null;
  return !hasOthers || tally.accepted.length + tally.rejected.length > 0;
}

export async function readCollected(
  source: CollectSource,
  expected: ExpectedUnits,
  context: JobContext,
): Promise<Collected> {
  const received = await readReceived(source, expected, context);
  const { layout, blank, earlierName, ignored, given, receipts } = received;
  return {
    expected,
    layout,
    blank,
    earlierName,
    ignored,
    given,
    receipts,
    tally: tallyReceived(received, source),
    gathered: gatherReceived(received, source),
    opinions: gatherReceivedOpinions(received, source),
  };
}
