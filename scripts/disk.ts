/** The few calls on which a file's safe arrival depends; tests give others, which fail as disks do. */
import { closeSync, fsync, openSync, renameSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

export interface Disk {
  /** Writes a new file. @returns its handle, to be closed by the caller */
  write(path: string, bytes: Uint8Array, mode?: number): number;
  /** Returns when a loss of power would not take away what was written. */
  flush(handle: number): Promise<void>;
  rename(from: string, to: string): void;
  pause(milliseconds: number): Promise<void>;
}

/** Writes and renames at once: each takes less time than to hand it to another thread. Only waiting for the disk is left to others. */
export const NODE_DISK: Disk = {
  write(path, bytes, mode) {
    const handle = openSync(path, mode === undefined ? 'w' : 'wx', mode);
    try {
      writeFileSync(handle, bytes);
      return handle;
    } catch (error) {
      closeSync(handle);
      throw error;
    }
  },
  flush: promisify(fsync),
  rename: renameSync,
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
      disk.rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!HELD_UP.includes(code)) throw error;
      await disk.pause(pause);
    }
  }
  disk.rename(from, to);
}
