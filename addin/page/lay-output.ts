/** An output made and laid out on paper, in place of being saved. */
import { makeSafeFileName } from '../../workbook/file-name.ts';
import { browserFonts } from './canvas-fonts.ts';
import { listMadeForms, type FormsBefore } from './forms-before.ts';
import type { JobRunner, MakeJob, Place } from './job-runner.ts';
import { nothingMade, type Told } from './made.ts';
import type { LaidPages, PrintPages } from './print-pages.ts';

/** An output as pages, and what the job said. */
export interface Laid extends LaidPages {
  readonly told: readonly Told[];
  /** Null where it is no forms, or no folder with forms is picked. */
  readonly since: LaidSince | null;
}

/** What of it is not as it stands in the picked folder. */
interface LaidSince {
  readonly folder: string;
  /** Which of the parts are new or say something else. */
  readonly parts: readonly number[];
  /** Names of forms that are no more. */
  readonly void: readonly string[];
}

interface LayingDesk {
  readonly runner: JobRunner;
  /** They keep what is laid, to be handed over page by page. */
  readonly pages: PrintPages;
  readonly before: FormsBefore;
}

/** @throws UnusableInput with what the job said where there is no page */
export async function layOutput(
  title: string,
  make: MakeJob,
  place: Place,
  { runner, pages, before }: LayingDesk,
): Promise<Laid> {
  // How many copies are printed is chosen beside the pages.
  const { folder, told } = await runner.intoMemory(make, ['made', 'written', 'copies']);
  const within = makeSafeFileName(title);
  const forms = await listMadeForms(folder.inside(within));
  const laid = await pages.lay(folder, {
    fonts: browserFonts(),
    beginnings: new Map([...forms].map(([file, marks]) => [file, new Set(marks.map(({ sheet }) => sheet))])),
    signal: runner.signal,
    onProgress: (done, total) => {
      runner.onProgress({ label: `正在排版${title}`, done, total });
    },
  });
  if (laid.papers.length === 0) throw nothingMade(title, told);
  const since = place && forms.size > 0 ? await before.compare(place.handle, within, forms) : null;
  if (!since) return { ...laid, told, since: null };
  const differing = new Set(since.differing.map(({ file, sheet }) => `${file}/${sheet}`));
  const parts = laid.parts.flatMap(({ book, name }, at) => (differing.has(`${book}.xlsx/${name}`) ? [at] : []));
  return { ...laid, told, since: { folder: since.folder, parts, void: since.void } };
}
