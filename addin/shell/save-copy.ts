/** Saves a file: at a place that the user picks where the browser can ask, else in the folder for downloads. */
import { HostError } from '../host/host-error.ts';

const KINDS = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', description: 'Excel 工作簿' },
  zip: { type: 'application/zip', description: '压缩包' },
  txt: { type: 'text/plain', description: '文本文件' },
} as const;

type Kind = keyof typeof KINDS;

/** The part of the File System Access API that is used; only some browsers have it. */
interface SavePicker {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/** What has become of a copy. */
export interface Saved {
  /** The user may have picked another. */
  readonly name: string;
  /** False where the browser was handed it for downloads: it does not tell whether it kept it. */
  readonly isCertain: boolean;
}

/**
 * @returns null when the user thought better of it
 * @throws {HostError} `unsaved` when the place takes no file; whatever stood there stays
 */
export async function saveCopy(content: Blob | Uint8Array<ArrayBuffer>, fileName: string): Promise<Saved | null> {
  const kind = kindOf(fileName);
  const blob = new Blob([content], { type: KINDS[kind].type });
  if (!('showSaveFilePicker' in globalThis)) return download(blob, fileName);
  const handle = await pickFile(globalThis as unknown as SavePicker, fileName, kind);
  if (handle === 'cancelled') return null;
  if (handle === 'forbidden') return download(blob, fileName);
  await writeFile(handle, blob);
  return { name: handle.name, isCertain: true };
}

function kindOf(fileName: string): Kind {
  if (/\.zip$/i.test(fileName)) return 'zip';
  return /\.txt$/i.test(fileName) ? 'txt' : 'xlsx';
}

/** `forbidden` in a framed or automated page, which may not ask; the folder for downloads always works. */
async function pickFile(
  picker: SavePicker,
  suggestedName: string,
  kind: Kind,
): Promise<FileSystemFileHandle | 'cancelled' | 'forbidden'> {
  try {
    const { type, description } = KINDS[kind];
    const types = [{ description, accept: { [type]: [`.${kind}`] } }];
    return await picker.showSaveFilePicker({ suggestedName, types });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    if (error instanceof DOMException && error.name === 'SecurityError') return 'forbidden';
    throw error;
  }
}

async function writeFile(handle: FileSystemFileHandle, blob: Blob): Promise<void> {
  try {
    const file = await handle.createWritable();
    try {
      await file.write(blob);
    } catch (error) {
      // Nothing takes the place of an older file before it is closed.
      await file.abort();
      throw error;
    }
    await file.close();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const sentence = `副本没有存成“${handle.name}”，可能是磁盘已满、没有写入权限，或文件正在别处打开；请换一个文件夹或文件名再存。`;
    throw new HostError('unsaved', sentence, { cause: error });
  }
}

function download(blob: Blob, fileName: string): Saved {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
  return { name: fileName, isCertain: false };
}

/** `名册.xlsx` → `名册（修改）.xlsx`, and once only. */
export function nameCopy(fileName: string): string {
  const stem = fileName.replace(/\.xlsx$/i, '').replace(/（修改）$/, '');
  return `${stem}（修改）.xlsx`;
}
