/** What the user is asked to allow. */
type Mode = 'read' | 'readwrite';

/** The part of the File System Access API that picks a folder; only some browsers have it. */
interface FolderPicker {
  showDirectoryPicker(options: { mode: Mode }): Promise<FileSystemDirectoryHandle>;
}

export function canPickFolder(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/** @returns null when the user thought better of it */
export async function pickFolder(mode: Mode): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (globalThis as unknown as FolderPicker).showDirectoryPicker({ mode });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
