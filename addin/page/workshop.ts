/**
 * The workshop: where the page's jobs run, apart from it so that nothing blocks it. It runs in a worker (`workshop-worker.ts`) and talks in plain
 * data; tests use it as it is.
 */
import type { InputFile, JobContext, JobResult, MadeFile, OutputPlace, ToldAbout } from '../../jobs/job.ts';
import { loadRoster, type LoadedRoster } from '../../jobs/load-roster.ts';
import { mend } from '../../jobs/mend.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { RECORD } from '../../jobs/output-record.ts';
import { sample } from '../../jobs/sample/sample.ts';
import { findScheme, type SchemeSource } from '../../jobs/scheme-source.ts';
import { joinZip, packPart } from '../../ooxml/zip/zip-writer.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { makeSafeFileName } from '../../workbook/file-name.ts';
import { reportCheck, viewNominees, type NomineeView, type RosterReport } from '../desk/roster-report.ts';
import type { ClientOf, WorkerProgress } from '../worker/messages.ts';
import { BrowserFolder } from './browser-folder.ts';
import { findOutput, listOutputs, type Choices, type OutputView } from './outputs.ts';
import { browserFonts } from './canvas-fonts.ts';
import { viewCard, type CardView } from './find/card-view.ts';
import { listSubjects, type CardKey, type FindEntry } from './find/find-entries.ts';
import { nameMended, viewMends, type MendsView } from './mends/mends-view.ts';
import { inPageWords } from './page-words.ts';
import { PrintPages, type PageDrawing, type LaidPages } from './print-pages.ts';
import type { DroppedFile } from './returns/file-folder.ts';
import type { ReturnsBoard } from './returns/returns-board.ts';
import { ReturnsDesk, type ReceiveChoices, type ReturnAnswer, type ReturnsOutput } from './returns/returns-desk.ts';

export interface SchemeView {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
}

export interface OpenedRoster {
  readonly fileName: string;
  readonly report: RosterReport;
  /** In the roster's order. */
  readonly nominees: readonly NomineeView[];
  readonly members: number;
  /** What is found by name and number. */
  readonly entries: readonly FindEntry[];
  /** Whether score sheets go out to the units, and come back. */
  readonly hasReturns: boolean;
  readonly outputs: readonly OutputView[];
}

/** Where outputs go: a folder that the user has picked; null for a file to be saved. */
export type Place = { readonly handle: FileSystemDirectoryHandle; readonly force: boolean } | null;

/** What was made, and what the job said. */
export interface Made {
  /** Of the file, or of the folder. */
  readonly name: string;
  /** To be saved; null where all stands in the folder. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** How many files are in it, or stand in the folder now. */
  readonly files: number;
  /** How many of those that stand in the folder are new, changed, and the same as before; null for a file to be saved. */
  readonly changes: Readonly<Record<MadeFile['change'], number>> | null;
  readonly told: readonly Told[];
}

/** An output as pages, and what the job said. */
export interface Laid extends LaidPages {
  readonly told: readonly Told[];
}

/** A sentence of a job; `isDraft` where it forbids what was made to go out. */
interface Told {
  readonly sentence: string;
  readonly isDraft: boolean;
}

export type WorkshopClient = ClientOf<Workshop>;
export type InventedKind = 'clean' | 'flawed' | 'empty';

/** The seed of the invented samples: the same roster each time, as the command line makes it. */
const SEED = 2024;
const INVENTED = { clean: '虚构样例', flawed: '有错的虚构样例', empty: '空白' } as const;

export class Workshop {
  private source: InputFile | null = null;
  private loaded: LoadedRoster | null = null;
  private readonly returns = new ReturnsDesk();
  /** What was said as they were received, which holds whatever is chosen among them. */
  private toldOfReturns: readonly string[] = [];
  private dropped: DroppedFile[] = [];
  private stop = new AbortController();
  private readonly pages = new PrintPages();

  constructor(
    private readonly schemes: SchemeSource,
    private readonly onProgress: (progress: WorkerProgress['progress']) => void,
  ) {}

  /** The script that this runs in, for workers that it starts itself. */
  keepScript(script: Blob): void {
    this.returns.script = script;
  }

  async listSchemes(): Promise<SchemeView[]> {
    const ids = await this.schemes.ids();
    const found = await Promise.all(ids.map((id) => findScheme(this.schemes, id)));
    return found.map(({ id, title, edition }) => ({ id, title, edition }));
  }

  /**
   * Opens a master roster instead of the one before, and checks it.
   * @throws {UnusableInput} or IntakeError when it cannot be read; the one before stays
   */
  async open(bytes: Uint8Array, name: string): Promise<OpenedRoster> {
    const loaded = await this.inWords(loadRoster({ name, bytes }, this.schemes));
    this.source = { name, bytes, location: name, hasChanged: () => Promise.resolve(false) };
    this.loaded = loaded;
    // Another roster expects other units.
    this.returns.clear();
    return viewRoster(loaded);
  }

  /** An invented roster, or one to be filled in. */
  async invent(scheme: string, kind: InventedKind): Promise<Made> {
    const { title } = await findScheme(this.schemes, scheme);
    const name = makeSafeFileName(`${title}总名册（${INVENTED[kind]}）`);
    const { folder, told } = await this.intoMemory((out, context) =>
      sample(
        {
          scheme,
          seed: SEED,
          flawed: kind === 'flawed',
          empty: kind === 'empty',
          out: { ...out, name: `${name}.xlsx` },
        },
        context,
      ),
    );
    return packMade(folder, name, told);
  }

  /** Makes one of the outputs of the open roster, into the folder, or as a workbook or a zip to be saved. */
  async make(id: string, title: string, choices: Choices, place: Place): Promise<Made> {
    const roster = this.demandRoster();
    const { make } = findOutput(id);
    return await this.deliver(makeSafeFileName(title), place, (out, context) =>
      make({ roster, out, title, choices, context }),
    );
  }

  /** Takes some of the files that `receive` is to read. @param isFirst those that were handed over before are forgotten */
  bring(dropped: readonly DroppedFile[], isFirst: boolean): void {
    if (isFirst) this.dropped = [];
    this.dropped.push(...dropped);
  }

  /** Reads the returned score sheets that were brought, against the open roster. */
  async receive(choices: ReceiveChoices): Promise<ReturnsBoard> {
    const roster = this.demandRoster();
    const { dropped } = this;
    this.dropped = [];
    const { result, told } = await this.work((context) => this.returns.receive(roster, dropped, choices, context));
    this.toldOfReturns = told.map(({ sentence }) => sentence);
    return this.withTold(result);
  }

  /** What a person has chosen among the files that came in. */
  answerReturn(answer: ReturnAnswer): ReturnsBoard {
    return this.withTold(this.returns.answer(answer));
  }

  private withTold(board: ReturnsBoard): ReturnsBoard {
    return { ...board, remarks: [...new Set([...this.toldOfReturns, ...board.remarks])] };
  }

  /** What can be mended in the open roster, cell by cell. */
  listMends(): MendsView {
    return viewMends(this.loaded, this.demandRoster());
  }

  /** A copy of the open roster with these cells mended. */
  async mend(places: readonly string[]): Promise<Made> {
    const roster = this.demandRoster();
    const name = nameMended(roster.name);
    return await this.deliver(name, null, (out, context) =>
      mend({ roster, only: new Set(places), out: { ...out, name } }, context),
    );
  }

  /** A unit or a nominee with all that is known of it; null where the open roster has no such row. */
  viewCard(key: CardKey): CardView | null {
    return this.loaded && viewCard(this.loaded, key, this.returns);
  }

  /** Makes one of the outputs of what came in. */
  async takeReturns(output: ReturnsOutput, title: string, allowClearing: boolean, place: Place): Promise<Made> {
    return await this.deliver(title, place, (out, context) => this.returns.take(output, allowClearing, out, context));
  }

  private async deliver(
    name: string,
    place: Place,
    run: (out: OutputPlace, context: JobContext) => Promise<JobResult<object>>,
  ): Promise<Made> {
    if (!place) {
      const { folder, told } = await this.intoMemory(run);
      return packMade(folder, name, told);
    }
    const folder = new BrowserFolder(place.handle);
    const { told, result } = await this.work((context) => run({ folder, force: place.force }, context));
    const count = (change: MadeFile['change']) => result.files.filter((each) => each.change === change).length;
    const changes = { new: count('new'), changed: count('changed'), same: count('same') };
    return { name: folder.show(''), bytes: null, files: result.files.length, changes, told };
  }

  /** Makes one of the outputs of the open roster and lays it out on paper, to be handed over page by page. */
  async lay(id: string, title: string, choices: Choices): Promise<Laid> {
    const roster = this.demandRoster();
    const { make } = findOutput(id);
    // How many copies are printed is chosen beside the pages.
    const { folder, told } = await this.intoMemory(
      (out, context) => make({ roster, out, title, choices, context }),
      ['made', 'copies'],
    );
    const laid = await this.pages.lay(folder, {
      fonts: browserFonts(),
      signal: this.stop.signal,
      onProgress: (done, total) => {
        this.onProgress({ label: `正在排版${title}`, done, total });
      },
    });
    if (laid.papers.length === 0) throw nothingMade(title, told);
    return { ...laid, told };
  }

  /** Pages of what was laid last, from 0. */
  handPages(first: number, count: number): PageDrawing[] {
    return this.pages.hand(first, count);
  }

  /** Ends the work between two files; what was asked for ends as cancelled. */
  cancel(): void {
    this.stop.abort();
  }

  private demandRoster(): InputFile {
    if (!this.source) throw new UnusableInput('还没有打开总名册，请先打开一份。');
    return this.source;
  }

  private async intoMemory(
    run: (out: OutputPlace, context: JobContext) => Promise<JobResult<object>>,
    unsaid?: readonly ToldAbout[],
  ) {
    const folder = new MemoryFolder();
    const { told } = await this.work((context) => run({ folder, force: false }, context), unsaid);
    return { folder, told };
  }

  /** @param unsaid what is left out of what the job says; what was made is said where it is saved */
  private async work<T>(
    run: (context: JobContext) => Promise<T>,
    unsaid: readonly ToldAbout[] = ['made'],
  ): Promise<{ result: T; told: Told[] }> {
    this.stop = new AbortController();
    const told: Told[] = [];
    const result = await this.inWords(
      run({
        schemes: this.schemes,
        tell: (sentence, about = 'other') => {
          if (!unsaid.includes(about)) told.push({ sentence: inPageWords(sentence), isDraft: about === 'draft' });
        },
        progress: (label, done, total) => {
          this.onProgress({ label, done, total });
        },
        signal: this.stop.signal,
      }),
    );
    return { result, told };
  }

  /** What a job refuses, in the words of the page. */
  private async inWords<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      throw new UnusableInput(inPageWords(error.message), { cause: error });
    }
  }
}

/**
 * @param name of the zip where there are several files, without an ending
 * @throws UnusableInput with what the job said where there is none
 */
function packMade({ files: written }: MemoryFolder, name: string, told: readonly Told[]): Made {
  const files = [...written].filter(([path]) => path !== RECORD && !path.endsWith(`/${RECORD}`));
  const [only, ...others] = files;
  if (!only) throw nothingMade(name, told);
  const [path, bytes] = only;
  if (others.length === 0) {
    return { name: path.slice(path.lastIndexOf('/') + 1), bytes: new Uint8Array(bytes), files: 1, changes: null, told };
  }
  // Workbooks are packed already.
  const zip = joinZip(files.map(([each, content]) => packPart(each, content, 1)));
  return { name: `${name}.zip`, bytes: new Uint8Array(zip), files: files.length, changes: null, told };
}

function nothingMade(name: string, told: readonly Told[]): UnusableInput {
  return new UnusableInput(
    told.at(-1)?.sentence ?? `没有生成${name}：总名册里还没有可以列入的内容；请先在总名册里填好、保存，再重新选择它。`,
  );
}

function viewRoster(loaded: LoadedRoster): OpenedRoster {
  const { fileName, scheme, roster, check, addresses } = loaded;
  return {
    fileName,
    report: reportCheck(loaded),
    nominees: viewNominees(check, addresses),
    members: roster.memberUnits.length,
    entries: listSubjects(roster),
    hasReturns: scheme.scoreSheet !== null,
    outputs: listOutputs(scheme),
  };
}
