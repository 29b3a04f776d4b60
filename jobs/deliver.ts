import type { JobContext, MadeFile, OutputName } from './job.ts';
import { writeOutputFile, type MadeFrom } from './output-folder.ts';

/**
 * Hands over the one file of a job, where it was asked for.
 * @throws UnusableInput when the file must not be overwritten
 */
export async function deliver(
  out: OutputName | null,
  make: () => Promise<Uint8Array>,
  context: JobContext,
  from: readonly MadeFrom[],
): Promise<MadeFile[]> {
  if (!out) return [];
  const made = await writeOutputFile(out, await make(), context, from);
  const shown = out.folder.show(out.name);
  context.tell(made.change === 'same' ? `${shown} 没有变化` : `已生成 ${shown}`, 'made');
  return [made];
}
