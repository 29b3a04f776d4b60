import { UnusableInput } from '../../rules/unusable-input.ts';
import { findOtherFormat } from '../../workbook/formats/open-any-workbook.ts';
import { planRosterScores } from '../../workbook/roster/fill-roster-scores.ts';
import { asksUnits, expectReturns, keepsDecisions, readCollected, type CollectSource } from './read-collected.ts';
import { judgeGathered } from './judge-gathered.ts';
import { writeAnswers } from './write-answers.ts';
import { openNotes, writeNotes, type NoteChoices } from './write-notes.ts';
import { fillRoster, writeRoster, writeSummary } from './write-collected.ts';
import { judgeRun, reportRun, runToJson, type CollectRun } from './report-run.ts';
import type { Folder } from '../folder.ts';
import type { JobContext, JobResult, OutputName, OutputPlace } from '../job.ts';
import { OutputFolder } from '../output-folder.ts';
import { give, inputName } from '../way.ts';

export interface CollectInput extends CollectSource {
  readonly out: OutputName;
  /** Where to write a master roster with the scores filled in. */
  readonly newRoster: OutputName | null;
  /** Lets what a returned sheet leaves blank clear what the roster holds. */
  readonly allowClearing: boolean;
  /** Where to write a page for each unit that has to do something. */
  readonly notes: OutputPlace | null;
  readonly noteChoices: NoteChoices;
}

/** 汇总: reads returned score sheets and tallies them. */
export async function collect(input: CollectInput, context: JobContext): Promise<JobResult<object>> {
  const { roster, previous, out, newRoster } = input;
  await checkOutputs(input, context);
  const expected = await expectReturns(roster, context);
  const around = { context, sources: previous ? [roster, previous] : [roster] };
  const notes = input.notes && (await openNotes(input.notes, expected, input.noteChoices, around));
  const collected = await readCollected(input, expected, context);
  const { tally, gathered, opinions, ignored } = collected;
  const writes = newRoster ? planRosterScores(tally, expected.scores, input.allowClearing) : null;
  const judged = await judgeGathered(roster, collected, writes ?? [], context);
  // What cannot be written is known before the summary says that it was.
  const filled = writes && fillRoster(roster, { ...collected, answers: judged?.answers ?? [] }, writes);
  const files = [await writeSummary(out, collected, { writes, isWritten: filled !== null, judged }, around)];
  if (newRoster && filled) files.push(await writeRoster(newRoster, filled, around));
  const noted = notes && asksUnits(collected) ? await writeNotes(notes, tally, collected.layout, context) : null;
  files.push(...(noted?.files ?? []));
  if (notes) {
    if (!noted) await notes.folder.close();
    files.push(...(await writeAnswers(input.notes, { expected, gathered, judged, ...notes }, around)));
  }
  const run: CollectRun = {
    tally,
    gathered,
    judged,
    opinions,
    hasDecisions: expected.decisionPlace !== null,
    keepsDecisions: keepsDecisions(expected),
    ignored,
    roster: newRoster && writes ? { path: newRoster.folder.show(newRoster.name), writes } : null,
    notes: noted,
    staleRoster: (await roster.hasChanged()) ? roster.name : null,
  };
  reportRun(run, context);
  return { files, summary: () => runToJson(run), verdict: judgeRun(run) };
}

/** Refuses what could only fail after all the reading, and outputs that the next run would take for returned files. */
async function checkOutputs(
  { folders, roster, previous, out, newRoster, allowClearing, notes, noteChoices }: CollectInput,
  context: JobContext,
): Promise<void> {
  if (allowClearing && !newRoster) {
    throw new UnusableInput(
      `${inputName('allow-clearing')} 是写总名册时用的；请同时${give('write-roster')} 和文件名，或去掉它。`,
    );
  }
  if (newRoster && findOtherFormat(roster.bytes, roster.name) !== null) {
    throw new UnusableInput(
      `总名册“${roster.name}”不是 .xlsx，可以读，但不能写回；请用 Excel 或 WPS 打开后另存为 .xlsx，再${give('write-roster')}。`,
    );
  }
  for (const [input, given] of [
    ['only', noteChoices.only],
    ['reply-by', noteChoices.replyBy],
  ] as const) {
    if (given === undefined || notes) continue;
    throw new UnusableInput(`${inputName(input)} 是写通知单时用的；请同时${give('notes')} 和文件夹，或去掉它。`);
  }
  const noted =
    notes && folders.find((returned) => isInside(notes.folder.locate(''), returned.locate(''), notes.folder));
  if (notes && noted) {
    throw new UnusableInput(
      `“${notes.folder.show('')}”在报送文件夹“${noted.show('')}”里面，下次会被当作报送的文件；请换一个输出位置。`,
    );
  }
  const outputs = newRoster ? [out, newRoster] : [out];
  const same = (one: string, other: string) => out.folder.keyOf(one) === out.folder.keyOf(other);
  for (const each of outputs) {
    const { folder, name } = each;
    const shown = folder.show(name);
    const place = folder.locate(name);
    const inside = folders.find((returned) => isInside(place, returned.locate(''), folder));
    if (inside) {
      throw new UnusableInput(
        `“${shown}”在报送文件夹“${inside.show('')}”里面，下次会被当作报送的文件；请换一个输出位置。`,
      );
    }
    if (same(place, roster.location)) {
      throw new UnusableInput(`“${shown}”就是总名册本身，为免覆盖没有写入；请换一个输出位置。`);
    }
    if (previous && same(place, previous.location)) {
      throw new UnusableInput(`“${shown}”就是上一次的汇总，为免覆盖没有写入；请换一个输出位置。`);
    }
    await (await OutputFolder.open(each, context, [])).refuseForeign(name);
  }
  if (newRoster && same(out.folder.locate(out.name), newRoster.folder.locate(newRoster.name))) {
    throw new UnusableInput('汇总和新的总名册写到了同一个文件；请给它们不同的文件名。');
  }
}

/** The folder itself is inside too: notes would stand in it beside what was returned, and take its place. */
function isInside(place: string, folderPlace: string, folder: Folder): boolean {
  const slashed = (each: string) => folder.keyOf(each.endsWith('/') ? each : `${each}/`);
  return slashed(place).startsWith(slashed(folderPlace));
}
