/** Runs the jobs of the page, one at a time, with what they say in the words of the page. */
import type { JobContext, JobResult, OutputPlace, ToldAbout } from '../../jobs/job.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import type { SchemeSource } from '../../jobs/scheme-source.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import type { WorkerProgress } from '../worker/messages.ts';
import { packMade, type Made, type Told } from './made.ts';
import { inPageWords } from './page-words.ts';

/** Where outputs go: a folder that the user has picked; null for a file to be saved. */
export type Place = { readonly handle: FileSystemDirectoryHandle; readonly force: boolean } | null;

/** A job that only waits to be told where its outputs go. */
export type MakeJob = (out: OutputPlace, context: JobContext) => Promise<JobResult<object>>;

export class JobRunner {
  private stop = new AbortController();

  constructor(
    private readonly schemes: SchemeSource,
    readonly onProgress: (progress: WorkerProgress['progress']) => void,
  ) {}

  /** Of the job that was begun last. */
  get signal(): AbortSignal {
    return this.stop.signal;
  }

  /** Ends the work between two files; what was asked for ends as cancelled. */
  cancel(): void {
    this.stop.abort();
  }

  /** @param nameSaved as `packMade` takes it; without it names stay as they are */
  async pack(title: string, make: MakeJob, nameSaved = (name: string) => name): Promise<Made> {
    const { folder, told } = await this.intoMemory(make);
    return packMade(folder, title, nameSaved, told);
  }

  /** @param unsaid as of `run` */
  async intoMemory(make: MakeJob, unsaid?: readonly ToldAbout[]): Promise<{ folder: MemoryFolder; told: Told[] }> {
    const folder = new MemoryFolder();
    const { told } = await this.run((context) => make({ folder, force: false }, context), unsaid);
    return { folder, told };
  }

  /** @param unsaid what is left out of what the job says; what was made is said where it is saved */
  async run<T>(
    job: (context: JobContext) => Promise<T>,
    unsaid: readonly ToldAbout[] = ['made'],
  ): Promise<{ result: T; told: Told[] }> {
    this.stop = new AbortController();
    const told: Told[] = [];
    const result = await refuseInPageWords(
      job({
        schemes: this.schemes,
        tell: (sentence, about = 'other', gaps = []) => {
          if (!unsaid.includes(about)) told.push({ sentence: inPageWords(sentence), about, gaps });
        },
        progress: (label, done, total) => {
          this.onProgress({ label, done, total });
        },
        signal: this.stop.signal,
      }),
    );
    return { result, told };
  }
}

/** What a job refuses, in the words of the page. */
async function refuseInPageWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    throw new UnusableInput(inPageWords(error.message), { cause: error });
  }
}
