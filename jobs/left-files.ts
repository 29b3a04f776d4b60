/** What a job made in a folder before, file by file: which of it the job makes no more, and whether it was made of another roster. */
import { UnusableInput } from '../rules/unusable-input.ts';
import { isOfScope, type JobScope } from './job-scope.ts';
import type { OutputFolder } from './output-folder.ts';
import { makerOf } from './output-record.ts';
import { ASIDE } from './set-aside.ts';
import { give } from './way.ts';

export interface LeftFiles {
  /** All that the job made here before and that still stands; not looked for where nothing is gone. */
  readonly standing: readonly string[];
  /** Those of them that it makes no more. */
  readonly gone: readonly string[];
}

/** @param planned every file that the job would make, asked for or not; a PDF goes with its workbook */
export async function listLeftFiles(
  folder: OutputFolder,
  scope: JobScope,
  planned: readonly string[],
): Promise<LeftFiles> {
  const { folder: port, recorded, force } = folder;
  const wanted = new Set(planned.map((name) => port.keyOf(name)));
  const isGone = (name: string) => !wanted.has(port.keyOf(name.replace(/\.pdf$/, '.xlsx')));
  const own = recorded.filter((file) => isOfScope(makerOf(file), scope, force)).map(({ name }) => name);
  if (!own.some(isGone)) return { standing: [], gone: [] };
  const standing: string[] = [];
  for (const name of own) if ((await port.kindOf(name)) === 'file') standing.push(name);
  return { standing, gone: standing.filter(isGone) };
}

/**
 * Units come and go one by one; where most of what was made is of none that this roster has, it is another's.
 * @param isKnown whether what is gone is of a unit of this roster all the same
 * @throws UnusableInput where fewer than half of the files are known
 */
export function refuseMostlyUnknown(
  { folder }: OutputFolder,
  { standing, gone }: LeftFiles,
  isKnown: (name: string) => boolean,
  fileName: string,
): void {
  const unknown = gone.filter((name) => !isKnown(name)).length;
  if (2 * unknown <= standing.length) return;
  throw new UnusableInput(
    `文件夹“${folder.show('')}”里的 ${standing.length} 个文件出自另一份总名册，其中多数单位${fileName}里没有；请换一个输出位置，确要在这里继续的请${give('force')}，不再有的会移到“${ASIDE}”。`,
  );
}
