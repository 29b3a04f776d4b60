/** 通知单: a page for each unit that has to do something. */
import { isSelected, topicOfPlaces, type Selection } from '../../rules/selection.ts';
import type { Tally } from '../../rules/tally/tally.ts';
import type { ScoreSheetLayout } from '../../workbook/score-sheet/score-sheet-layout.ts';
import { listUnitTasks } from '../../workbook/tally/unit-tasks.ts';
import { nameUnitNote, writeUnitNote } from '../../workbook/tally/write-unit-note.ts';
import type { NamedBytes } from '../folder.ts';
import type { InputFile, JobContext, MadeFile, OutputPlace } from '../job.ts';
import type { JobScope } from '../job-scope.ts';
import { listLeftFiles, refuseMostlyUnknown } from '../left-files.ts';
import { OutputFolder } from '../output-folder.ts';
import { selectDistricts } from '../read-selection.ts';
import { setAside, type SetAside } from '../set-aside.ts';
import { tellFileChanges } from '../tell-changes.ts';
import { give } from '../way.ts';
import type { ExpectedUnits } from './expected-units.ts';
import { refuseNoDay } from './refuse-no-day.ts';

/** Notes that are held until they are written together. */
const TOGETHER = 64;

/** What is asked for of the notes. */
export interface NoteChoices {
  /** Districts whose units get theirs; all when absent. */
  readonly only?: readonly string[];
  /** The last day for an answer, `YYYY-MM-DD`; that of the document when absent. */
  readonly replyBy?: string;
}

interface NotesFolder {
  readonly folder: OutputFolder;
  readonly scope: JobScope;
  /** Districts whose units get theirs; null for all. */
  readonly selection: Selection | null;
  /** Null where only the document may say it. */
  readonly replyBy: string | null;
}

interface NotesAround {
  readonly context: JobContext;
  readonly sources: readonly InputFile[];
}

/**
 * Opens the folder of the notes, before any returned file is read.
 * @throws UnusableInput where its notes are of another scheme, or most of them of units that this roster does not have; where a district or the
 * day that is asked for is none
 */
export async function openNotes(
  place: OutputPlace,
  { scheme, members }: Pick<ExpectedUnits, 'scheme' | 'members'>,
  { only, replyBy }: NoteChoices,
  { context, sources }: NotesAround,
): Promise<NotesFolder> {
  const fileName = sources[0]?.name ?? '';
  const selection = selectDistricts(scheme, members, { only });
  refuseNoDay('reply-by', replyBy);
  const scope = { job: 'notes', scheme: scheme.id };
  const folder = await OutputFolder.open(place, context, sources, scope);
  const names = members.map(nameUnitNote);
  const left = await listLeftFiles(folder, scope, names);
  // Units are moved from one district to another, and their notes with them.
  const known = new Set(names.map(withoutFolder));
  const isKnown = (name: string) => known.has(withoutFolder(name));
  if (!folder.force) refuseMostlyUnknown(folder, left, isKnown, fileName);
  return { folder, scope, selection, replyBy: replyBy ?? null };
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
 * Sets aside the notes of an earlier run for units that have nothing to do any more, whether asked for or not, and writes the others.
 * @throws UnusableInput where a file of other origin stands at the place of a note
 */
export async function writeNotes(
  { folder, scope, selection, replyBy }: NotesFolder,
  tally: Tally,
  layout: ScoreSheetLayout,
  context: JobContext,
): Promise<WrittenNotes> {
  const all = [...listUnitTasks(tally, layout)];
  const tasks = all.filter(({ unit }) => isSelected(selection, topicOfPlaces(unit.district)));
  const { gone } = await listLeftFiles(
    folder,
    scope,
    all.map(({ unit }) => nameUnitNote(unit)),
  );
  const aside = await setAside(folder, gone);
  let done = 0;
  for (let from = 0; from < tasks.length; from += TOGETHER) {
    const group = tasks.slice(from, from + TOGETHER);
    const notes = group.map(async (each): Promise<NamedBytes> => {
      return { name: nameUnitNote(each.unit), bytes: await writeUnitNote(tally.scheme, each, replyBy) };
    });
    await folder.writeMany(await Promise.all(notes), (count) => {
      done += count;
      context.progress('正在生成通知单', done, tasks.length);
    });
  }
  context.tell(`已在 ${folder.folder.show('')} 生成通知单 ${tasks.length} 份。`, 'made');
  if (tasks.length > 0) tellBlanks(replyBy !== null || tally.scheme.deadline !== null, context);
  tellFileChanges(folder.written, aside, folder.folder, context);
  return { files: await folder.close(), aside };
}

/** Blanks are for a pen: whoever does not know of them sends a note that says no day. */
function tellBlanks(hasDay: boolean, { tell }: JobContext): void {
  if (hasDay) tell('通知单上的联系电话和发出日期是空的，请发出以前填上。');
  else tell(`通知单上的报送截止、联系电话和发出日期是空的，请发出以前填上；${give('reply-by')}的，印上报送截止。`);
}
