/** What is about to be written into a picked folder: looked through, asked about where something that stands there is touched, and written. */
import { applyPreview, type Applied } from '../../../jobs/apply-preview.ts';
import { listFolderChanges, touchesStanding, type FolderChanges } from '../../../jobs/preview-changes.ts';
import { PreviewFolder } from '../../../jobs/preview-folder.ts';
import { UnusableInput } from '../../../rules/unusable-input.ts';
import { BrowserFolder } from '../browser-folder.ts';
import type { JobRunner, MakeJob, Place } from '../job-runner.ts';
import { nothingMade, type Made, type Told } from '../made.ts';

/** What would become of a folder, to be looked at before it is written. */
export interface FolderPreview {
  /** Of the folder. */
  readonly name: string;
  readonly changes: FolderChanges;
  /** What the job says that holds already. */
  readonly told: readonly Told[];
}

/** What was asked for is made, or waits for a word. */
export type Outcome = { readonly made: Made } | { readonly preview: FolderPreview };

interface Held {
  readonly folder: BrowserFolder;
  readonly preview: PreviewFolder;
  readonly changes: FolderChanges;
  readonly told: readonly Told[];
}

export class FolderDesk {
  private held: Held | null = null;

  constructor(private readonly jobs: JobRunner) {}

  /**
   * Does a job as if in the folder. Where nothing that stands there is touched it is written at once: there is nothing to ask.
   * @param title of what is made
   */
  async look(title: string, { handle, force }: NonNullable<Place>, make: MakeJob): Promise<Outcome> {
    this.forget();
    const folder = new BrowserFolder(handle);
    const preview = new PreviewFolder(folder);
    const { result, told } = await this.jobs.run((context) =>
      // Two pages that begin at the same moment do not both find an empty folder.
      folder.withLock(async () => {
        const { files } = await make({ folder: preview, force }, context);
        const changes = await listFolderChanges(preview, files);
        context.signal.throwIfAborted();
        if (touchesStanding(changes)) return { changes, applied: null };
        return { changes, applied: await applyPreview(preview, context) };
      }, context.signal),
    );
    const { changes, applied } = result;
    if (Object.values(countChanges(changes)).every((count) => count === 0)) throw nothingMade(title, told);
    const held = { folder, preview, changes, told };
    if (applied) return { made: tellWritten(held, applied) };
    this.held = held;
    const holding = told.filter(({ about }) => about !== 'written');
    return { preview: { name: folder.show(''), changes, told: holding } };
  }

  /**
   * Writes what was looked at last.
   * @throws UnusableInput where the folder is otherwise by now, or the disk refuses; it is to be looked at anew then
   */
  async write(): Promise<Made> {
    const { held } = this;
    this.forget();
    if (!held) throw new UnusableInput('要写入的内容已经不在了，请再取一次。');
    const { result } = await this.jobs.run((context) =>
      held.folder.withLock(() => applyPreview(held.preview, context), context.signal),
    );
    return tellWritten(held, result);
  }

  forget(): void {
    this.held = null;
  }
}

function tellWritten({ folder, changes, told }: Held, { written, left }: Applied): Made {
  const counts = countChanges(changes);
  const files = left > 0 ? written : counts.new + counts.changed + counts.overwritten + counts.same;
  return { name: folder.show(''), file: null, files, inFolder: { counts, left }, told };
}

function countChanges(changes: FolderChanges): Record<keyof FolderChanges, number> {
  return {
    new: changes.new.length,
    changed: changes.changed.length,
    overwritten: changes.overwritten.length,
    same: changes.same.length,
    void: changes.void.length,
  };
}
