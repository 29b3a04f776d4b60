/** What a process and all processes below it use, read from /proc. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux with the lists of children; elsewhere memory and CPU time are not measured. */
export const HAS_PROC = existsSync(`/proc/${process.pid}/task/${process.pid}/children`);

/** Linux counts CPU time in hundredths of a second, whatever the machine. */
const TICKS_PER_SECOND = 100;
const KB_PER_MB = 1024;

/** Follows the memory of one process tree while it runs. */
export class MemoryWatch {
  /** The most that all processes held at one moment, in MB. */
  peakMb = 0;

  constructor(private readonly root: number) {}

  sample(): void {
    let held = 0;
    for (const pid of listTree(this.root)) {
      const status = readProc(`/proc/${pid}/status`);
      held += readKb(status, 'VmRSS');
      // Of one process Linux keeps the peak itself, so that no moment between two samples is lost.
      this.peakMb = Math.max(this.peakMb, readKb(status, 'VmHWM') / KB_PER_MB);
    }
    this.peakMb = Math.max(this.peakMb, held / KB_PER_MB);
  }
}

/** The most that a process has held since it began, in MB; NaN where it cannot be read. */
export function readPeakMb(pid: number): number {
  return HAS_PROC ? readKb(readProc(`/proc/${pid}/status`), 'VmHWM') / KB_PER_MB : NaN;
}

/** User and system time, in seconds, of all processes that this one has started and seen end, with what those started. */
export function readCpuOfEndedChildren(): number {
  const stat = readProc('/proc/self/stat');
  // The name, in parentheses, may hold blanks; cutime and cstime are the 14th and 15th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

function* listTree(root: number): Generator<number> {
  yield root;
  for (const thread of listThreads(root)) {
    const children = readProc(`/proc/${root}/task/${thread}/children`);
    for (const child of children.split(' ')) if (child !== '') yield* listTree(Number(child));
  }
}

function listThreads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch (error) {
    if (hasEnded(error)) return [];
    throw error;
  }
}

/** Empty for a process that has ended meanwhile. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasEnded(error)) return '';
    throw error;
  }
}

function hasEnded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
}

function readKb(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);
}
