/** 收评分表 in the workshop: what came in, what people chose of it, and what is taken from it. Nothing is written until it is taken. */
import { hasLists } from '../../../rules/nominations/gather-nominations.ts';
import type { GivenDecision } from '../../../rules/nominations/collision-decisions.ts';
import type { UnitTally } from '../../../rules/tally/unit-tally.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { readFiles } from '../../../jobs/collect/reader-pool.ts';
import {
  expectReturns,
  asksUnits,
  gatherReceived,
  gatherReceivedOpinions,
  readReceived,
  tallyReceived,
  type Collected,
} from '../../../jobs/collect/read-collected.ts';
import type { Received } from '../../../jobs/collect/read-collected.ts';
import type { ReadReturns } from '../../../jobs/collect/read-returns.ts';
import { fillRoster, writeRoster, writeSummary } from '../../../jobs/collect/write-collected.ts';
import { judgeGathered } from '../../../jobs/collect/judge-gathered.ts';
import { writeAnswers } from '../../../jobs/collect/write-answers.ts';
import { openNotes, writeNotes, type NoteChoices } from '../../../jobs/collect/write-notes.ts';
import { nameInside } from '../../../jobs/deliver.ts';
import type { InputFile, JobContext, JobResult, MadeFile, OutputPlace } from '../../../jobs/job.ts';
import { findOtherFormat } from '../../../workbook/formats/open-any-workbook.ts';
import { planRosterScores, type ScoreWrite } from '../../../workbook/roster/fill-roster-scores.ts';
import { giveAnswer, settleAnswers, type CollisionAnswer } from './collision-view.ts';
import { goOnWithAnswers, type Answers } from './answers.ts';
import { FileFolder, type DroppedFile } from './file-folder.ts';
import type { GivenFiles } from './list-places.ts';
import { hashDropped } from './read-dropped-file.ts';
import { viewReturns, type ReturnsBoard } from './returns-board.ts';
import { countReaders, readerStarter } from './start-reader.ts';

/** What is taken of what came in. */
export type ReturnsOutput = 'tally' | 'roster' | 'notes';

/** What people fill in beside what they take. */
export interface TakeChoices extends NoteChoices {
  /** Lets what a returned sheet leaves blank clear what the roster holds. */
  readonly allowClearing: boolean;
}

/** What people fill in before. */
export interface ReceiveChoices {
  /** The tally before this one; null where there is none. */
  readonly previous: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly preferNewest: boolean;
  /** On which day what is new came, `YYYY-MM-DD`; null where the files say it themselves. */
  readonly receivedOn: string | null;
}

export const NO_CHOICES: ReceiveChoices = { previous: null, preferNewest: false, receivedOn: null };

/** A person's answer: the file that counts for its unit, or that none does yet. */
export interface ReturnAnswer {
  readonly sha256: string;
  readonly isTaken: boolean;
}

interface Desk extends Received, Answers {
  /** What was decided of collisions here, and taken back, beside what the earlier tally has: it goes on when more comes in. */
  readonly decided: readonly GivenDecision[];
  readonly roster: InputFile;
  readonly previous: InputFile | null;
  readonly preferNewest: boolean;
  readonly receivedOn: string | null;
}

/** By workers of their own, which end with what hangs them. */
function readByWorkers(folder: FileFolder, script: Blob | null): ReadReturns {
  return (files, data, onProgress, signal) => {
    const hash = async ({ location }: { readonly location: string }) => {
      const file = folder.files.get(location);
      return file ? await hashDropped(file) : '';
    };
    const start = readerStarter(folder, data, script);
    return readFiles(files, { start, hash, readers: countReaders(), signal }, onProgress);
  };
}

export class ReturnsDesk {
  private desk: Desk | null = null;
  private collected: Collected | null = null;
  /** With what came in and was chosen by now. */
  private isRosterTaken = false;

  /** The script of readers; null where the workshop's own address gives it. */
  script: Blob | null = null;

  /**
   * Reads what was dropped, against the open roster.
   * @throws UnusableInput as `readReceived`; what was received before stays
   */
  async receive(
    roster: InputFile,
    { files, unread }: GivenFiles,
    { previous, preferNewest, receivedOn }: ReceiveChoices,
    context: JobContext,
  ): Promise<ReturnsBoard> {
    const decided = this.desk?.decided ?? [];
    const expected = await expectReturns(roster, context);
    const earlier = previous && asInput(previous);
    const folder = new FileFolder(files, await findOwnInputs(files, earlier ? [roster, earlier] : [roster]));
    const readReturns = readByWorkers(folder, this.script);
    const source = { folders: [folder], roster, previous: earlier, preferNewest, receivedOn, readReturns };
    const received = await readReceived(source, expected, context);
    return this.show({
      ...received,
      ignored: [...unread, ...received.ignored],
      roster,
      previous: earlier,
      preferNewest,
      receivedOn,
      given: settleAnswers(decided, received.given),
      decided,
      ...goOnWithAnswers(this.desk, received.earlier),
    });
  }

  /** Of several files of a unit one counts, or a file with a question does. */
  answer({ sha256, isTaken }: ReturnAnswer): ReturnsBoard {
    const desk = this.desk;
    const { tally, gathered } = this.collected ?? {};
    if (!desk || !tally) throw nothingReceived();
    const list = gathered?.districts.find(({ files }) => files.some((file) => file.sha256 === sha256));
    const duplicate = tally.duplicates.find(({ files }) => files.some((file) => file.sha256 === sha256));
    const change = (before: ReadonlySet<string>, without: readonly string[]) => {
      const kept = [...before].filter((each) => !without.includes(each));
      return new Set(isTaken ? [...kept, sha256] : kept);
    };
    if (list)
      return this.show({
        ...desk,
        chosen: change(
          desk.chosen,
          list.files.map((file) => file.sha256),
        ),
      });
    const copies = duplicate?.files.map((file) => file.sha256) ?? [];
    return this.show(
      duplicate && duplicate.differences.length > 0 && !tally.questions.some(({ file }) => file.sha256 === sha256)
        ? { ...desk, chosen: change(desk.chosen, copies) }
        : { ...desk, confirmed: change(desk.confirmed, [sha256]) },
    );
  }

  /** Somebody decides what to do about a collision, or takes that back. */
  decide(answer: CollisionAnswer): ReturnsBoard {
    const desk = this.desk;
    if (!desk) throw nothingReceived();
    const decided = giveAnswer(desk.decided, answer);
    return this.show({ ...desk, given: settleAnswers(decided, desk.given), decided });
  }

  /** Writes one of the outputs. */
  async take(
    output: ReturnsOutput,
    { allowClearing, ...noteChoices }: TakeChoices,
    out: OutputPlace,
    context: JobContext,
  ): Promise<JobResult<object>> {
    const [desk, collected] = [this.desk, this.collected];
    if (!desk || !collected) throw nothingReceived();
    const around = { context, sources: desk.previous ? [desk.roster, desk.previous] : [desk.roster] };
    const writes = planWrites(desk, collected, allowClearing);
    // A roster rests on it where the earlier summary has answers that only all lists together show to count.
    const isJudged = output !== 'roster' || collected.given.length > 0;
    const judged = isJudged ? await judgeGathered(desk.roster, collected, writes ?? [], context) : null;
    const files: MadeFile[] = [];
    if (output === 'tally')
      files.push(
        await writeSummary(
          { ...out, name: '评分汇总.xlsx' },
          collected,
          { writes, isWritten: this.isRosterTaken, judged },
          around,
        ),
      );
    if (output === 'roster' && writes) {
      const name = `${desk.roster.name.replace(/\.xlsx$/i, '')}${(collected.gathered && hasLists(collected.gathered)) || collected.opinions ? '（填好）' : '（填入得分）'}.xlsx`;
      files.push(
        await writeRoster(
          { ...out, name },
          fillRoster(desk.roster, { ...collected, answers: judged?.answers ?? [] }, writes),
          around,
        ),
      );
      this.isRosterTaken = true;
    }
    if (output === 'notes') {
      const within = '通知单';
      const notes = await openNotes({ ...out, folder: out.folder.inside(within) }, desk.expected, noteChoices, around);
      const { tally, gathered, layout } = collected;
      const written = asksUnits(collected)
        ? (await writeNotes(notes, tally, layout, context)).files
        : await notes.folder.close();
      const answers = await writeAnswers(
        { ...out, folder: out.folder.inside(within) },
        { expected: desk.expected, gathered, judged, ...notes },
        around,
      );
      files.push(...nameInside(within, [...written, ...answers]));
    }
    return { files, summary: () => ({}), verdict: 'fine' };
  }

  /** What came of a unit; null where nothing was received yet, or the roster had no such unit then. */
  find(unitNumber: string): { readonly collected: Collected; readonly unit: UnitTally } | null {
    const collected = this.collected;
    const unit = collected?.tally.units.find((each) => each.unit.number === unitNumber);
    return collected && unit ? { collected, unit } : null;
  }

  /** Forgets what came in. */
  clear(): void {
    this.desk = null;
    this.collected = null;
  }

  private show(desk: Desk): ReturnsBoard {
    const { expected, layout, blank, earlierName, ignored, given, receipts } = desk;
    const { preferNewest, receivedOn, chosen, confirmed } = desk;
    const tally = tallyReceived(desk, { preferNewest, answers: { chosen, confirmed } });
    const gathered = gatherReceived(desk, { preferNewest, receivedOn, answers: { chosen, confirmed } });
    const opinions = gatherReceivedOpinions(desk, { preferNewest, answers: { chosen, confirmed } });
    const collected = { expected, layout, blank, earlierName, ignored, given, receipts, tally, gathered, opinions };
    this.desk = desk;
    this.collected = collected;
    this.isRosterTaken = false;
    return viewReturns(collected, planWrites(desk, collected, false), chosen);
  }
}

/** Whoever keeps the roster among what came in drops it with the rest; it is no return. */
async function findOwnInputs(
  dropped: readonly DroppedFile[],
  inputs: readonly InputFile[],
): Promise<ReadonlyMap<File, string>> {
  const own = new Map<File, string>();
  for (const { bytes, name, location } of inputs) {
    for (const { file } of dropped) {
      if (file.name === name && file.size === bytes.length && (await holds(file, bytes))) own.set(file, location);
    }
  }
  return own;
}

/** What the browser cannot open is told when it is its turn to be read. */
async function holds(file: File, bytes: Uint8Array): Promise<boolean> {
  try {
    const read = new Uint8Array(await file.arrayBuffer());
    return read.every((byte, at) => byte === bytes[at]);
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** Null where the roster can be read and not written. */
function planWrites(
  { roster, expected }: Pick<Desk, 'roster' | 'expected'>,
  { tally }: Pick<Collected, 'tally'>,
  allowClearing: boolean,
): ScoreWrite[] | null {
  if (findOtherFormat(roster.bytes, roster.name) !== null) return null;
  return planRosterScores(tally, expected.scores, allowClearing);
}

function nothingReceived(): UnusableInput {
  return new UnusableInput('收到的评分表已经不在了，请重新拖入一次。');
}

function asInput({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): InputFile {
  return { name, bytes, location: name, hasChanged: () => Promise.resolve(false) };
}
