/** The second half of collecting: the tally's workbook, and the roster with its scores. */
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { listInputColumns } from '../../workbook/outgoing/outgoing-layout.ts';
import { fillNominations } from '../../workbook/roster/fill-roster-nominations.ts';
import { fillOverrides } from '../../workbook/roster/fill-roster-overrides.ts';
import { fillDecisions } from '../../workbook/roster/fill-roster-decisions.ts';
import { toWorkbookChanges, type ScoreWrite } from '../../workbook/roster/fill-roster-scores.ts';
import type { CheckCollision } from '../../rules/nominations/check-collisions.ts';
import type { JudgedNominations } from '../../rules/nominations/judge-nominations.ts';
import { COLLISION_MATTERS } from '../../rules/nominations/collision-matters.ts';
import { listLeftAnswers } from '../../rules/nominations/left-answers.ts';
import { listTaken } from '../../rules/nominations/taken-rows.ts';
import type { GatheredLists } from '../../workbook/tally/nomination-tables.ts';
import type { TakenTable } from '../../workbook/tally/taken-table.ts';
import { writeTally, type HandedOn } from '../../workbook/tally/write-tally.ts';
import { tellMade } from '../deliver.ts';
import type { InputFile, JobContext, MadeFile, OutputName } from '../job.ts';
import { tellGaps } from '../left-out.ts';
import { writeOutputFile } from '../output-folder.ts';
import type { Collected } from './read-collected.ts';

interface WriteAround {
  readonly context: JobContext;
  readonly sources: readonly InputFile[];
}

interface SummaryOfWrites {
  /** What a new roster is given, or would be; null where none can be written. */
  readonly writes: readonly ScoreWrite[] | null;
  /** It is written, so that the next gathering may rest on it. */
  readonly isWritten: boolean;
  /** Nominations as they would stand in the roster; null where that is not known. */
  readonly judged: JudgedNominations | null;
}

export async function writeSummary(
  out: OutputName,
  collected: Collected,
  { writes, isWritten, judged }: SummaryOfWrites,
  { context, sources }: WriteAround,
): Promise<MadeFile> {
  const { tally, expected } = collected;
  const lists = listGathered(collected, isWritten, judged);
  const left = listLeft(collected, judged);
  const summary = await writeTally(tally, { ...expected, ...collected, lists, writes, left });
  const made = await writeOutputFile(out, summary, context, sources);
  context.tell(tellMade(out.folder.show(out.name), made), 'made');
  tellGaps(expected.gaps, context);
  return made;
}

function listGathered(
  { gathered, expected: { nominations, scheme } }: Collected,
  isWritten: boolean,
  judged: JudgedNominations | null,
): (GatheredLists & TakenTable) | null {
  if (!gathered || !nominations) return null;
  const headings = listInputColumns(scheme).map(({ heading }) => heading);
  return { gathered, places: nominations.places, judged, headings, taken: listTaken(gathered, headings, isWritten) };
}

function listLeft(
  { gathered, expected: { nominations }, given, receipts }: Collected,
  judged: JudgedNominations | null,
): HandedOn {
  const came = gathered
    ? [...gathered.districts.flatMap(({ files, rejected }) => [...files, ...rejected]), ...gathered.homeless]
    : [];
  const hashes = new Set(came.map(({ sha256 }) => sha256));
  const collisions = gathered?.collisions ?? [];
  const met = [
    ...collisions.map(({ kind, application }) => ({ matter: COLLISION_MATTERS[kind], subject: application })),
    ...(judged?.met ?? []),
  ];
  const { decisions = [], adjusted = [] } = nominations ?? {};
  return {
    answers: listLeftAnswers(given, { met, decisions, adjusted }),
    files: receipts.filter(({ sha256 }) => sha256 !== '' && !hashes.has(sha256)),
  };
}

interface FilledFrom extends Pick<Collected, 'expected' | 'gathered' | 'opinions'> {
  /** Answers to what collides once all of it stands in the roster. */
  readonly answers: readonly CheckCollision[];
}

/**
 * The roster as it was read, with some cells changed.
 * @throws {LockedCell} and {PlaceError} as `patchWorkbook`
 */
export function fillRoster(
  { bytes, name }: InputFile,
  { expected, gathered, opinions, answers }: FilledFrom,
  writes: readonly ScoreWrite[],
): Uint8Array {
  const place = expected.nominations?.place;
  const changes = [
    ...toWorkbookChanges(writes, expected.scores.addresses),
    ...(gathered && place ? fillNominations(gathered, place) : []),
    ...(expected.decisionPlace
      ? fillDecisions({ opinions, collisions: gathered?.collisions ?? [], answers }, expected.decisionPlace)
      : []),
    ...(expected.overridePlace ? fillOverrides(answers, expected.overridePlace) : []),
  ];
  return patchWorkbook(bytes, name, changes);
}

/** Writes it whatever stands at the place of the roster that was read by now. */
export function writeRoster(out: OutputName, filled: Uint8Array, { context, sources }: WriteAround): Promise<MadeFile> {
  return writeOutputFile(out, filled, context, sources);
}
