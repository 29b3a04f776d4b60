/** The forms that stood in the picked folder before those of the open roster: what is printed already, as far as a folder tells. */
import { compareForms, type FormPlace } from '../../jobs/form-changes.ts';
import type { FormMark } from '../../jobs/form-marks.ts';
import type { Folder } from '../../jobs/folder.ts';
import { readRecord } from '../../jobs/output-record.ts';
import { BrowserFolder } from './browser-folder.ts';

interface FormFile {
  readonly name: string;
  readonly forms: readonly FormMark[];
  readonly stands: boolean;
}

/** What the forms of a roster are against those of the folder. */
interface FormsSince {
  /** Of the folder, as the user knows it. */
  readonly folder: string;
  readonly differing: readonly FormPlace[];
  /** Names of those that are no more. */
  readonly void: readonly string[];
}

export class FormsBefore {
  private kept: { readonly handle: FileSystemDirectoryHandle; readonly files: readonly FormFile[] } | null = null;

  /** Another roster is open: what stands there now was there before it. */
  forget(): void {
    this.kept = null;
  }

  /**
   * Reads them when a folder is first met, before anything of the open roster goes there.
   * @param within the name of the folder inside that forms go into
   */
  async meet(handle: FileSystemDirectoryHandle, within: string): Promise<readonly FormFile[]> {
    if (this.kept && (await this.kept.handle.isSameEntry(handle))) return this.kept.files;
    const folder = new BrowserFolder(handle);
    const inside = await listForms(folder.inside(within));
    // Some pick the folder of the forms itself.
    const files = inside.length > 0 ? inside : await listForms(folder);
    this.kept = { handle, files };
    return files;
  }

  /** Null where the folder has no forms. @param now the forms of the open roster, by their files */
  async compare(
    handle: FileSystemDirectoryHandle,
    within: string,
    now: ReadonlyMap<string, readonly FormMark[]>,
  ): Promise<FormsSince | null> {
    const before = await this.meet(handle, within);
    if (before.length === 0) return null;
    const names = new Set([...now.values()].flatMap((marks) => marks.map(({ form }) => form)));
    const changes = compareForms(before, now, names);
    return {
      folder: handle.name,
      differing: [...changes.new, ...changes.changed],
      void: changes.void.map(({ sheet }) => sheet),
    };
  }
}

/** The files with forms that its record knows. */
async function listForms(folder: Folder): Promise<FormFile[]> {
  const { files } = await readRecord(folder);
  const withForms = [...files.values()].filter(({ forms }) => forms.length > 0);
  return await Promise.all(
    withForms.map(async ({ name, forms }) => ({ name, forms, stands: (await folder.kindOf(name)) === 'file' })),
  );
}

/** The forms that a job has just made in a folder. */
export async function listMadeForms(folder: Folder): Promise<ReadonlyMap<string, readonly FormMark[]>> {
  return new Map((await listForms(folder)).map(({ name, forms }) => [name, forms]));
}
