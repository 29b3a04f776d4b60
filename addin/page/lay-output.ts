/** An output made and laid out on paper, in place of being saved. */
import { browserFonts } from './canvas-fonts.ts';
import type { JobRunner, MakeJob } from './job-runner.ts';
import { nothingMade, type Told } from './made.ts';
import type { LaidPages, PrintPages } from './print-pages.ts';

/** An output as pages, and what the job said. */
export interface Laid extends LaidPages {
  readonly told: readonly Told[];
}

/**
 * @param pages that keep what is laid, to be handed over page by page
 * @throws UnusableInput with what the job said where there is no page
 */
export async function layOutput(title: string, make: MakeJob, runner: JobRunner, pages: PrintPages): Promise<Laid> {
  // How many copies are printed is chosen beside the pages.
  const { folder, told } = await runner.intoMemory(make, ['made', 'written', 'copies']);
  const laid = await pages.lay(folder, {
    fonts: browserFonts(),
    signal: runner.signal,
    onProgress: (done, total) => {
      runner.onProgress({ label: `正在排版${title}`, done, total });
    },
  });
  if (laid.papers.length === 0) throw nothingMade(title, told);
  return { ...laid, told };
}
