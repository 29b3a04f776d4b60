/**
 * The workshop: where the page's jobs run, apart from it so that nothing blocks it. It runs in a worker (`workshop-worker.ts`) and talks in plain
 * data; tests use it as it is.
 */
import type { InputFile, JobContext } from '../../jobs/job.ts';
import { loadRoster, type LoadedRoster } from '../../jobs/load-roster.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { RECORD } from '../../jobs/output-folder.ts';
import { sample } from '../../jobs/sample/sample.ts';
import { findScheme, type SchemeSource } from '../../jobs/scheme-source.ts';
import { joinZip, packPart } from '../../ooxml/zip/zip-writer.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { makeSafeFileName } from '../../workbook/file-name.ts';
import { reportCheck, viewNominees, type NomineeView, type RosterReport } from '../desk/roster-report.ts';
import type { ClientOf, WorkerProgress } from '../worker/messages.ts';
import { findOutput, listOutputs, type Choices, type OutputView } from './outputs.ts';
import { inPageWords } from './page-words.ts';

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
  readonly outputs: readonly OutputView[];
}

/** A file to be saved, and what the job said. */
export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many files are in it. */
  readonly files: number;
  readonly told: readonly string[];
}

export type WorkshopClient = ClientOf<Workshop>;
export type InventedKind = 'clean' | 'flawed' | 'empty';

/** The seed of the invented samples: the same roster each time, as the command line makes it. */
const SEED = 2024;
const INVENTED = { clean: '虚构样例', flawed: '有错的虚构样例', empty: '空白' } as const;

export class Workshop {
  private source: InputFile | null = null;
  private stop = new AbortController();

  constructor(
    private readonly schemes: SchemeSource,
    private readonly onProgress: (progress: WorkerProgress['progress']) => void,
  ) {}

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
    return viewRoster(loaded);
  }

  /** An invented roster, or one to be filled in. */
  async invent(scheme: string, kind: InventedKind): Promise<Made> {
    const { title } = await findScheme(this.schemes, scheme);
    const name = makeSafeFileName(`${title}总名册（${INVENTED[kind]}）`);
    return await this.work(name, (folder, context) =>
      sample(
        {
          scheme,
          seed: SEED,
          flawed: kind === 'flawed',
          empty: kind === 'empty',
          out: { folder, name: `${name}.xlsx`, force: false },
        },
        context,
      ),
    );
  }

  /** Makes one of the outputs of the open roster: a workbook, or a zip of several files. */
  async make(id: string, title: string, choices: Choices): Promise<Made> {
    const roster = this.source;
    if (!roster) throw new UnusableInput('还没有打开总名册，请先打开一份。');
    return await this.work(makeSafeFileName(title), (folder, context) =>
      findOutput(id).make({ roster, folder, choices, context }),
    );
  }

  /** Ends the work between two files; what was asked for ends as cancelled. */
  cancel(): void {
    this.stop.abort();
  }

  /** @param name of the zip and of the folder in it, where there are several files; without an ending */
  private async work(
    name: string,
    run: (folder: MemoryFolder, context: JobContext) => Promise<unknown>,
  ): Promise<Made> {
    this.stop = new AbortController();
    const told: string[] = [];
    const folder = new MemoryFolder(new Map(), name);
    await this.inWords(
      run(folder, {
        schemes: this.schemes,
        tell: (sentence) => {
          if (!isAboutSaving(sentence)) told.push(inPageWords(sentence));
        },
        progress: (label, done, total) => {
          this.onProgress({ label, done, total });
        },
        signal: this.stop.signal,
      }),
    );
    const files = [...folder.files].filter(([path]) => !path.endsWith(`/${RECORD}`));
    const [only, ...others] = files;
    if (!only) throw new UnusableInput(told.at(-1) ?? '没有可以生成的文件。');
    const [path, bytes] = only;
    if (others.length === 0) {
      return { name: path.slice(path.lastIndexOf('/') + 1), bytes: new Uint8Array(bytes), files: 1, told };
    }
    // Workbooks are packed already.
    const zip = joinZip(files.map(([each, content]) => packPart(each, content, 1)));
    return { name: `${name}.zip`, bytes: new Uint8Array(zip), files: files.length, told };
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

/** What was made is said where it is saved. */
function isAboutSaving(sentence: string): boolean {
  return sentence.startsWith('已生成 ');
}

function viewRoster({ fileName, scheme, roster, check, addresses }: LoadedRoster): OpenedRoster {
  return {
    fileName,
    report: reportCheck(scheme, check, addresses),
    nominees: viewNominees(check, addresses),
    members: roster.memberUnits.length,
    outputs: listOutputs(scheme),
  };
}
