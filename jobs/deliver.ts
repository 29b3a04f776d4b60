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
  context.tell(tellMade(shown, made), 'made');
  return [made];
}

/** Files of a folder inside, by their paths from the one around it. */
export function nameInside(folder: string, files: readonly MadeFile[]): MadeFile[] {
  return files.map((file) => ({ ...file, name: `${folder}/${file.name}` }));
}

/** `已生成 out/名册.xlsx`, and what it is against the one that stood there. */
export function tellMade(shown: string, { change }: Pick<MadeFile, 'change'>): string {
  if (change === 'same') return `${shown} 与上次相比没有变化`;
  return change === 'new' ? `已生成 ${shown}` : `已重新生成 ${shown}，内容与上次不同`;
}
