/** 通知单: a page for each unit that has to do something. */
import type { Tally } from '../../rules/tally/tally.ts';
import type { ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { listUnitTasks } from '../../workbook/tally/unit-tasks.ts';
import { nameUnitNote, writeUnitNote } from '../../workbook/tally/write-unit-note.ts';
import type { NamedBytes } from '../folder.ts';
import type { InputFile, JobContext, MadeFile, OutputPlace } from '../job.ts';
import { OutputFolder } from '../output-folder.ts';

/** Notes that are held until they are written together. */
const TOGETHER = 64;

interface NotesAround {
  readonly context: JobContext;
  readonly sources: readonly InputFile[];
}

/** @throws UnusableInput where a file of other origin stands at the place of a note */
export async function writeNotes(
  place: OutputPlace,
  tally: Tally,
  layout: ScoreSheetLayout,
  { context, sources }: NotesAround,
): Promise<readonly MadeFile[]> {
  const out = await OutputFolder.open(place, context, sources);
  const tasks = [...listUnitTasks(tally, layout)];
  let done = 0;
  for (let from = 0; from < tasks.length; from += TOGETHER) {
    const group = tasks.slice(from, from + TOGETHER);
    const notes = group.map(async (each): Promise<NamedBytes> => {
      return { name: nameUnitNote(each.unit), bytes: await writeUnitNote(tally.scheme, each) };
    });
    await out.writeMany(await Promise.all(notes), (count) => {
      done += count;
      context.progress('正在生成通知单', done, tasks.length);
    });
  }
  context.tell(`已生成 ${place.folder.show('')} 中的通知单 ${tasks.length} 份。`, 'made');
  return out.written;
}
