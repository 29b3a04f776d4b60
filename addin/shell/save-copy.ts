/** Saves bytes as a file: at a place that the user picks where the browser can ask, else in the folder for downloads. */
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The part of the File System Access API that is used; only some browsers have it. */
interface SavePicker {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/** @returns false when the user thought better of it */
export async function saveCopy(bytes: Uint8Array<ArrayBuffer>, fileName: string): Promise<boolean> {
  const blob = new Blob([bytes], { type: XLSX });
  if (!('showSaveFilePicker' in globalThis)) {
    download(blob, fileName);
    return true;
  }
  const picker = globalThis as unknown as SavePicker;
  try {
    const types = [{ description: 'Excel 工作簿', accept: { [XLSX]: ['.xlsx'] } }];
    const handle = await picker.showSaveFilePicker({ suggestedName: fileName, types });
    const file = await handle.createWritable();
    await file.write(blob);
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    // A framed or automated page may not ask; the folder for downloads always works.
    if (error instanceof DOMException && error.name === 'SecurityError') {
      download(blob, fileName);
      return true;
    }
    throw error;
  }
}

function download(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** `名册.xlsx` → `名册（修改）.xlsx`, and once only. */
export function nameCopy(fileName: string): string {
  const stem = fileName.replace(/\.xlsx$/i, '').replace(/（修改）$/, '');
  return `${stem}（修改）.xlsx`;
}
