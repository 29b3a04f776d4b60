/**
 * The workshop: where the page's jobs run, apart from it so that nothing blocks it. It runs in a worker (`workshop-worker.ts`) and talks in plain
 * data; tests use it as it is.
 */
import type { NamedBytes } from '../../jobs/folder.ts';
import type { InputFile } from '../../jobs/job.ts';
import { loadRoster, type LoadedRoster } from '../../jobs/load-roster.ts';
import { mend } from '../../jobs/mend.ts';
import { sample } from '../../jobs/sample/sample.ts';
import { findScheme, type SchemeSource } from '../../jobs/scheme-source.ts';
import type { VerifyInput } from '../../jobs/verify.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { makeSafeFileName } from '../../workbook/file-name.ts';
import type { ClientOf, WorkerProgress } from '../worker/messages.ts';
import { Arrivals, type Arrived, type RosterSearch } from './arrive/arrivals.ts';
import type { Choices } from './choices.ts';
import { CertificateDesk, type Verified } from './certificates/certificate-desk.ts';
import { findCertificate, type FoundCertificate } from './certificates/roster-certificates.ts';
import { FormsBefore } from './forms-before.ts';
import { viewCard, type CardView } from './find/card-view.ts';
import type { CardKey } from './find/find-entries.ts';
import { JobRunner, type MakeJob, type Place } from './job-runner.ts';
import { layOutput, type Laid } from './lay-output.ts';
import { asInput, ListsDesk, type GivenLists, type ListsOutput } from './lists/lists-desk.ts';
import type { ListsView } from './lists/lists-view.ts';
import type { Made } from './made.ts';
import { nameMended, viewMends, type MendsView } from './mends/mends-view.ts';
import { viewRoster, type OpenedRoster } from './opened-roster.ts';
import { findOutput } from './outputs.ts';
import { OwnSchemes, type CheckedScheme } from './own-schemes/own-schemes.ts';
import type { SchemeBundle } from './own-schemes/scheme-bundle.ts';
import { FolderDesk, type Outcome } from './preview/folder-desk.ts';
import { PrintPages, type PageDrawing } from './print-pages.ts';
import type { CollisionAnswer } from './returns/collision-view.ts';
import type { Dropped } from './returns/list-dropped.ts';
import type { ReturnsBoard } from './returns/returns-board.ts';
import {
  ReturnsDesk,
  type ReceiveChoices,
  type ReturnAnswer,
  type ReturnsOutput,
  type TakeChoices,
} from './returns/returns-desk.ts';
import { nameSaved } from './saved-name.ts';

export interface SchemeView {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  /** Brought along by the user. */
  readonly isOwn: boolean;
  /** It takes the place of one of the program's. */
  readonly replaces: boolean;
}

/** Schemes of the user's own after they were checked, and all that there are then. */
export interface BroughtSchemes {
  readonly checked: readonly CheckedScheme[];
  readonly schemes: readonly SchemeView[];
}

export type WorkshopClient = ClientOf<Workshop>;
/** What is made, and where it goes. */
interface Delivery {
  readonly title: string;
  readonly place: Place;
  /** It is called as the roster is; all else by its scheme. */
  readonly isRosterCopy: boolean;
}

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
  private readonly arrivals = new Arrivals();
  private readonly pages = new PrintPages();
  private readonly before = new FormsBefore();
  private readonly jobs: JobRunner;
  private readonly folders: FolderDesk;
  private readonly certificates: CertificateDesk;
  private readonly lists: ListsDesk;

  private readonly schemes: OwnSchemes;

  constructor(builtIn: SchemeSource, onProgress: (progress: WorkerProgress['progress']) => void) {
    this.schemes = new OwnSchemes(builtIn);
    this.jobs = new JobRunner(this.schemes, onProgress);
    this.folders = new FolderDesk(this.jobs);
    this.certificates = new CertificateDesk(this.jobs);
    this.lists = new ListsDesk(this.jobs);
  }

  /** The script that this runs in, for workers that it starts itself. */
  keepScript(script: Blob): void {
    this.returns.script = script;
  }

  async listSchemes(): Promise<SchemeView[]> {
    const ids = await this.schemes.ids();
    const found = await Promise.all(ids.map((id) => findScheme(this.schemes, id)));
    const views = found.map(async ({ id, title, edition }) => {
      return { id, title, edition, isOwn: this.schemes.isOwn(id), replaces: await this.schemes.replaces(id) };
    });
    return await Promise.all(views);
  }

  /** Checks schemes of the user's own, and uses those without faults from then on. */
  async bringSchemes(bundles: readonly SchemeBundle[]): Promise<BroughtSchemes> {
    const { result: checked } = await this.jobs.run((context) => this.schemes.bring(bundles, context));
    return { checked, schemes: await this.listSchemes() };
  }

  /** Forgets a scheme that was brought. @returns those that are left */
  async removeScheme(id: string): Promise<SchemeView[]> {
    this.schemes.remove(id);
    return await this.listSchemes();
  }

  /**
   * Opens a master roster instead of the one before, and checks it.
   * @throws {UnusableInput} or IntakeError when it cannot be read; then, and where it is cancelled, the one before stays
   */
  async open(bytes: Uint8Array, name: string): Promise<OpenedRoster> {
    const { result: loaded } = await this.jobs.run(async ({ signal }) => {
      const read = await loadRoster({ name, bytes }, this.schemes);
      signal.throwIfAborted();
      return read;
    });
    this.closeRoster();
    this.source = asInput({ name, bytes });
    this.loaded = loaded;
    return viewRoster(loaded, await this.schemes.describe(loaded.scheme.id));
  }

  /** No roster is open any more. Another expects other units, and writes other files. */
  closeRoster(): void {
    this.source = null;
    this.loaded = null;
    this.returns.clear();
    this.folders.forget();
    this.before.forget();
  }

  /** An invented roster, or one to be filled in. */
  async invent(scheme: string, kind: InventedKind): Promise<Made> {
    const { title } = await findScheme(this.schemes, scheme);
    const name = makeSafeFileName(`${title}总名册（${INVENTED[kind]}）`);
    return await this.jobs.pack(name, (out, context) =>
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
  }

  /** Makes one of the outputs of the open roster, for the folder, or as a workbook or a zip to be saved. */
  async make(id: string, title: string, choices: Choices, place: Place): Promise<Outcome> {
    const roster = this.demandRoster();
    const { make, isRosterCopy = false } = findOutput(id);
    const delivery = { title: makeSafeFileName(title), place, isRosterCopy };
    return await this.deliver(delivery, async (out, context) => {
      // What is printed already is known by what stood there before.
      if (place && this.loaded) await this.before.meet(place.handle, makeSafeFileName(this.loaded.scheme.formsName));
      context.signal.throwIfAborted();
      return await make({ roster, out, title, choices, context });
    });
  }

  /** Takes some of what was dropped or picked, and opens its folders. @param isFirst what was handed over before is forgotten */
  async bring(some: Omit<Dropped, 'folder'>, isFirst: boolean): Promise<void> {
    await this.jobs.run(({ signal }) => this.arrivals.bring(some, isFirst, signal));
  }

  /** What was brought, out of which the schemes are taken. */
  sortArrivals(): Arrived {
    return this.arrivals.sort();
  }

  /** The master rosters among what was brought. */
  async findRosters(): Promise<RosterSearch> {
    return (await this.jobs.run((context) => this.arrivals.findRosters(context))).result;
  }

  /**
   * Reads the returned score sheets that were brought, against the open roster.
   * @param without places of what is none of them among what was brought
   */
  async receive(choices: ReceiveChoices, without: readonly number[]): Promise<ReturnsBoard> {
    const roster = this.demandRoster();
    const dropped = this.arrivals.take(without);
    const { result, told } = await this.jobs.run((context) => this.returns.receive(roster, dropped, choices, context));
    this.toldOfReturns = told.map(({ sentence }) => sentence);
    return this.withTold(result);
  }

  /** What a person has chosen among the files that came in. */
  answerReturn(answer: ReturnAnswer): ReturnsBoard {
    return this.withTold(this.returns.answer(answer));
  }

  /** What a person has decided of a collision of nominations. */
  decideCollision(answer: CollisionAnswer): ReturnsBoard {
    return this.withTold(this.returns.decide(answer));
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
    return await this.jobs.pack(name, (out, context) =>
      mend({ roster, only: new Set(places), out: { ...out, name } }, context),
    );
  }

  /** What lists of others would bring to the open roster. */
  async lookAtLists(given: GivenLists): Promise<ListsView> {
    return await this.lists.look(this.demandRoster(), given);
  }

  /** A copy of the open roster with what the lists bring, or 并入明细. */
  async takeLists(output: ListsOutput, given: GivenLists): Promise<Made> {
    return await this.lists.take(output, this.demandRoster(), given);
  }

  /** A unit or a nominee with all that is known of it; null where the open roster has no such row. */
  viewCard(key: CardKey): CardView | null {
    return this.loaded && viewCard(this.loaded, key, this.returns);
  }

  /** Makes one of the outputs of what came in. */
  async takeReturns(output: ReturnsOutput, title: string, choices: TakeChoices, place: Place): Promise<Outcome> {
    return await this.deliver({ title, place, isRosterCopy: output === 'roster' }, (out, context) =>
      this.returns.take(output, choices, out, context),
    );
  }

  /** Writes into the folder what was looked at last. */
  async writeFolder(): Promise<Made> {
    return await this.folders.write();
  }

  /** What was looked at last is not written. */
  forgetFolder(): void {
    this.folders.forget();
  }

  /**
   * Makes one of the outputs of the open roster and lays it out on paper, to be handed over page by page.
   * @param place a folder with forms that were printed before
   */
  async lay(id: string, title: string, choices: Choices, place: Place): Promise<Laid> {
    const roster = this.demandRoster();
    const { make } = findOutput(id);
    return await layOutput(title, (out, context) => make({ roster, out, title, choices, context }), place, {
      runner: this.jobs,
      pages: this.pages,
      before: this.before,
    });
  }

  /** Pages of what was laid last, by their numbers from 0; null where it is no more, as in a workshop that took the place of another. */
  handPages(pages: readonly number[]): PageDrawing[] | null {
    return this.pages.hand(pages);
  }

  /** A new key file of certificates. @param day of today */
  async makeKey(day: string): Promise<Made> {
    return await this.certificates.makeKey(day);
  }

  /** @throws UnusableInput where it is no key file */
  async checkKey(file: NamedBytes): Promise<void> {
    await this.certificates.checkKey(file);
  }

  /** Whether a certificate that somebody reads out is genuine and valid. */
  async verify(input: VerifyInput): Promise<Verified> {
    return await this.certificates.verify(input, this.loaded);
  }

  /** What the open roster has of a certificate, or why it has none. @param text as `findCertificate` takes it */
  findCertificate(text: string): FoundCertificate {
    return this.loaded ? findCertificate(this.loaded, text) : '还没有打开总名册。';
  }

  /** Ends the work between two files; what was asked for ends as cancelled. */
  cancel(): void {
    this.jobs.cancel();
  }

  private async deliver({ title, place, isRosterCopy }: Delivery, make: MakeJob): Promise<Outcome> {
    if (place) return await this.folders.look(title, place, make);
    const { scheme } = this.loaded ?? {};
    const name = scheme && !isRosterCopy ? (each: string) => nameSaved(each, scheme) : undefined;
    return { made: await this.jobs.pack(title, make, name) };
  }

  private demandRoster(): InputFile {
    if (!this.source) throw new UnusableInput('还没有打开总名册，请先打开一份。');
    return this.source;
  }
}
