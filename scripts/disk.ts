/** The few calls on which a file's safe arrival depends; tests give others, which fail as disks do. */
import { open, rename } from 'node:fs/promises';

export interface Disk {
  /** Writes a new file, and returns when a loss of power would not take it away. */
  writeFlushed(path: string, bytes: Uint8Array, mode?: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  pause(milliseconds: number): Promise<void>;
}

export const NODE_DISK: Disk = {
  async writeFlushed(path, bytes, mode) {
    const file = await open(path, mode === undefined ? 'w' : 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  async pause(milliseconds) {
    await new Promise((go) => setTimeout(go, milliseconds));
  },
};

/** What Windows answers while a virus scanner or a preview looks at a file; Excel, which has it open, answers the same for longer. */
const HELD_UP: readonly string[] = ['EPERM', 'EACCES', 'EBUSY'];
/** Milliseconds between two tries; over two seconds in all. */
const PAUSES = [20, 50, 100, 200, 400, 600, 800];

/**
 * Renames a file over another. What is only held up for a moment is tried again.
 * @throws the disk's error when it is held up for long
 */
export async function renameOver(from: string, to: string, disk: Disk): Promise<void> {
  for (const pause of PAUSES) {
    try {
      await disk.rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!HELD_UP.includes(code)) throw error;
      await disk.pause(pause);
    }
  }
  await disk.rename(from, to);
}
