/** 通知单: a page for each unit that has to do something. */
import type { ScoredScheme } from '../../rules/scheme.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import type { TallyMember } from '../../rules/tally/unit-tally.ts';
import type { ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { listUnitTasks } from '../../workbook/tally/unit-tasks.ts';
import { nameUnitNote, writeUnitNote } from '../../workbook/tally/write-unit-note.ts';
import type { NamedBytes } from '../folder.ts';
import type { InputFile, JobContext, MadeFile, OutputPlace } from '../job.ts';
import type { JobScope } from '../job-scope.ts';
import { listLeftFiles, refuseMostlyUnknown } from '../left-files.ts';
import { OutputFolder } from '../output-folder.ts';
import { setAside, type SetAside } from '../set-aside.ts';
import { tellFileChanges } from '../tell-changes.ts';

/** Notes that are held until they are written together. */
const TOGETHER = 64;

interface NotesFolder {
  readonly folder: OutputFolder;
  readonly scope: JobScope;
}

interface NotesAround {
  readonly context: JobContext;
  readonly sources: readonly InputFile[];
}

/**
 * Opens the folder of the notes, before any returned file is read.
 * @throws UnusableInput where its notes are of another scheme, or most of them of units that this roster does not have
 */
export async function openNotes(
  place: OutputPlace,
  { scheme, members }: { readonly scheme: ScoredScheme; readonly members: readonly TallyMember[] },
  { context, sources }: NotesAround,
): Promise<NotesFolder> {
  const scope = { job: 'notes', scheme: scheme.id };
  const folder = await OutputFolder.open(place, context, sources, scope);
  const names = members.map(nameUnitNote);
  const left = await listLeftFiles(folder, scope, names);
  // Units are moved from one district to another, and their notes with them.
  const known = new Set(names.map(withoutFolder));
  const isKnown = (name: string) => known.has(withoutFolder(name));
  if (!folder.force) refuseMostlyUnknown(folder, left, isKnown, sources[0]?.name ?? '');
  return { folder, scope };
}

function withoutFolder(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

export interface WrittenNotes {
  readonly files: readonly MadeFile[];
  /** Of units that have nothing to do any more. */
  readonly aside: SetAside;
}

/**
 * Sets aside the notes of an earlier run for units that have nothing to do any more, and writes the others.
 * @throws UnusableInput where a file of other origin stands at the place of a note
 */
export async function writeNotes(
  { folder, scope }: NotesFolder,
  tally: Tally,
  layout: ScoreSheetLayout,
  context: JobContext,
): Promise<WrittenNotes> {
  const tasks = [...listUnitTasks(tally, layout)];
  const { gone } = await listLeftFiles(
    folder,
    scope,
    tasks.map(({ unit }) => nameUnitNote(unit)),
  );
  const aside = await setAside(folder, gone);
  let done = 0;
  for (let from = 0; from < tasks.length; from += TOGETHER) {
    const group = tasks.slice(from, from + TOGETHER);
    const notes = group.map(async (each): Promise<NamedBytes> => {
      return { name: nameUnitNote(each.unit), bytes: await writeUnitNote(tally.scheme, each) };
    });
    await folder.writeMany(await Promise.all(notes), (count) => {
      done += count;
      context.progress('正在生成通知单', done, tasks.length);
    });
  }
  context.tell(`已在 ${folder.folder.show('')} 生成通知单 ${tasks.length} 份。`, 'made');
  tellFileChanges(folder.written, aside, folder.folder, context);
  return { files: await folder.close(), aside };
}
