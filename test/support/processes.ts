/** Looking at processes that a test has started. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Whether a process still runs; one that has ended and that nobody has asked for does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !/^\d+ \(.*\) [ZX]/s.test(readIfThere(`/proc/${pid}/stat`));
}

/** The processes whose command line holds the text (Linux alone tells). */
export function findProcesses(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readIfThere(`/proc/${name}/cmdline`).includes(text))
    .map(Number)
    .filter(isRunning);
}

/** Waits until it holds. @throws when that takes longer than the limit, in milliseconds */
export async function waitUntil(holds: () => boolean, limit = 60_000): Promise<void> {
  const end = Date.now() + limit;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await setTimeout(20);
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
