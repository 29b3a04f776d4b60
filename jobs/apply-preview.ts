/** Does to a folder what a job would do to it, once somebody has seen what that is. */
import { UnusableInput } from '../rules/unusable-input.ts';
import type { EntryKind, Folder } from './folder.ts';
import type { JobContext } from './job.ts';
import { isRecord } from './output-record.ts';
import type { PreviewFolder, Seen, Step } from './preview-folder.ts';
import { sha256 } from './sha-256.ts';

/** Files that are written between two looks at whether to stop: a slow disk takes them in less than a second. */
const AT_ONCE = 16;

export interface Applied {
  /** Files that stand now as they should. */
  readonly written: number;
  /** Files that were not come to, for somebody has stopped it. */
  readonly left: number;
}

/**
 * Writes it all, in the order of the job; the folder's lock is the caller's to hold.
 * @throws UnusableInput where the folder is no longer as it was seen, and nothing is written; or where the disk refuses: then what was written before
 * is whole, and the sentence says how much that is
 */
export async function applyPreview(
  preview: PreviewFolder,
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
): Promise<Applied> {
  const { root, steps } = preview;
  await refuseChanged(root, preview.touched);
  const total = steps.reduce((sum, step) => sum + countFiles(step), 0);
  let written = 0;
  for (const part of steps.flatMap(divide)) {
    if (signal.aborted) break;
    try {
      await apply(part, root);
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      throw tellPartial(error, written, total);
    }
    const count = countFiles(part);
    written += count;
    if (count > 0) progress('正在写入文件夹', written, total);
  }
  return { written, left: total - written };
}

/** Between two files nothing hangs together; between two steps the order does. */
function divide(step: Step): Step[] {
  if (step.kind !== 'write') return [step];
  const parts: Step[] = [];
  for (let from = 0; from < step.files.length; from += AT_ONCE) {
    parts.push({ kind: 'write', files: step.files.slice(from, from + AT_ONCE) });
  }
  return parts;
}

async function apply(step: Step, root: Folder): Promise<void> {
  switch (step.kind) {
    case 'write':
      await root.write(step.files);
      return;
    case 'create':
      if (!(await root.create(step.name, step.bytes))) throw hasChanged(root, step.name);
      return;
    case 'append':
      await root.append(step.name, step.text);
      return;
    case 'move':
      await root.move(step.from, step.to);
      return;
    case 'remove':
      await root.remove(step.name);
      return;
    case 'flush':
      await root.flush();
  }
}

/** The record is no file that anybody asked for. */
function countFiles(step: Step): number {
  if (step.kind === 'write') return step.files.filter(({ name }) => !isRecord(name)).length;
  if (step.kind === 'create') return 1;
  return step.kind === 'move' && !isRecord(step.from) ? 1 : 0;
}

function tellPartial(error: UnusableInput, written: number, total: number): UnusableInput {
  if (written === 0) return error;
  return new UnusableInput(
    `${error.message}已经写好的 ${written} 个文件是完整的，还有 ${total - written} 个没有写，再取一次就接着写完。`,
    { cause: error },
  );
}

/** Folder by folder: to ask for thousands of names one by one takes as long as to write them. */
async function refuseChanged(root: Folder, touched: readonly Seen[]): Promise<void> {
  const folders = new Map<string, Seen[]>();
  for (const seen of touched) {
    const parent = seen.name.slice(0, Math.max(0, seen.name.lastIndexOf('/')));
    const inside = folders.get(parent);
    if (inside) inside.push(seen);
    else folders.set(parent, [seen]);
  }
  for (const [folder, files] of folders) {
    const standing = await listKinds(root, folder);
    for (const { name, kind, digest } of files) {
      const listed = standing.get(root.keyOf(name.slice(folder === '' ? 0 : folder.length + 1))) ?? 'nothing';
      // A list takes a link for what it is, not for what it leads to.
      const found = listed === kind ? listed : await root.kindOf(name);
      const bytes = found === 'file' ? await root.read(name) : null;
      if (found !== kind || (bytes && (await sha256(bytes))) !== digest) throw hasChanged(root, name);
    }
  }
}

async function listKinds(root: Folder, folder: string): Promise<ReadonlyMap<string, EntryKind>> {
  if ((await root.kindOf(folder)) !== 'folder') return new Map();
  return new Map((await root.list(folder)).map(({ name, kind }) => [root.keyOf(name), kind]));
}

function hasChanged(root: Folder, name: string): UnusableInput {
  return new UnusableInput(
    `“${root.show(name)}”在您看过以后有改动，为免弄错没有写入；请再取一次，看过新的情况再写入。`,
  );
}
