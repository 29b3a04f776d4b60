/** The second half of collecting: the tally's workbook, and the roster with its scores. */
import { patchWorkbook } from '../../ooxml/patch/patch-workbook.ts';
import { toWorkbookChanges, type ScoreWrite } from '../../workbook/roster/fill-roster-scores.ts';
import { writeTally } from '../../workbook/tally/write-tally.ts';
import { tellMade } from '../deliver.ts';
import type { InputFile, JobContext, MadeFile, OutputName } from '../job.ts';
import { tellGaps } from '../left-out.ts';
import { writeOutputFile } from '../output-folder.ts';
import type { Collected } from './read-collected.ts';

interface WriteAround {
  readonly context: JobContext;
  readonly sources: readonly InputFile[];
}

/** @param writes what the new roster is given; null where none is written */
export async function writeSummary(
  out: OutputName,
  collected: Collected,
  writes: readonly ScoreWrite[] | null,
  { context, sources }: WriteAround,
): Promise<MadeFile> {
  const { tally, expected } = collected;
  const summary = await writeTally(tally, { ...expected, ...collected, writes });
  const made = await writeOutputFile(out, summary, context, sources);
  context.tell(tellMade(out.folder.show(out.name), made), 'made');
  tellGaps(expected.gaps, context);
  return made;
}

/** Writes the roster as it was read, with some cells changed, whatever stands at its place by now. */
export async function writeRoster(
  out: OutputName,
  { bytes, name }: InputFile,
  { expected, writes }: Pick<Collected, 'expected'> & { readonly writes: readonly ScoreWrite[] },
  { context, sources }: WriteAround,
): Promise<MadeFile> {
  const filled = patchWorkbook(bytes, name, toWorkbookChanges(writes, expected.scores.addresses));
  return await writeOutputFile(out, filled, context, sources);
}
