/** Runs a command as a process of its own and measures all of it, from start to end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { HAS_PROC, MemoryWatch, readCpuOfEndedChildren } from './process-tree.ts';

export interface Measured {
  /** Seconds on the wall. */
  readonly wall: number;
  /** Seconds of CPU time, user and system, of the whole process tree; NaN where it cannot be read. */
  readonly cpu: number;
  /** Peak memory of the whole process tree in MB; NaN where it cannot be read. */
  readonly peak: number;
  /** What else this contender was asked for, such as its longest task. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface Run {
  readonly command: readonly string[];
  /** File that takes the standard output; it is thrown away otherwise. */
  readonly stdout?: string;
  /** Those that mean success; 0 unless told. */
  readonly exitCodes?: readonly number[];
}

const SAMPLE_MS = 20;
/** Of standard error, for the message when a command fails. */
const KEPT_CHARACTERS = 2000;

/** @throws {Error} with the end of its standard error when the command fails */
export async function measure({ command: [program = '', ...args], stdout, exitCodes = [0] }: Run): Promise<Measured> {
  const output = stdout === undefined ? undefined : await open(stdout, 'w');
  try {
    const cpuBefore = HAS_PROC ? readCpuOfEndedChildren() : NaN;
    const start = performance.now();
    // With a group of its own, so that all of it can be ended.
    const child = spawn(program, args, { stdio: ['ignore', output?.fd ?? 'ignore', 'pipe'], detached: HAS_PROC });
    const end = () => {
      endTree(child);
    };
    // First of all: nothing may still write while the temporary folder is removed.
    process.prependOnceListener('exit', end);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-KEPT_CHARACTERS);
    });
    const memory = HAS_PROC && child.pid !== undefined ? new MemoryWatch(child.pid) : null;
    const timer = setInterval(() => memory?.sample(), SAMPLE_MS);
    try {
      const { code, wall } = await new Promise<{ code: number | null; wall: number }>((resolve, reject) => {
        child.on('error', reject);
        child.on('exit', (exitCode) => {
          resolve({ code: exitCode, wall: (performance.now() - start) / 1000 });
        });
      });
      if (code === null || !exitCodes.includes(code))
        throw new Error(`${program} ${args.join(' ')} ended with ${code ?? 'a signal'}: ${said}`);
      const cpu = HAS_PROC ? readCpuOfEndedChildren() - cpuBefore : NaN;
      return { wall, cpu, peak: memory?.peakMb ?? NaN };
    } finally {
      clearInterval(timer);
      process.off('exit', end);
    }
  } finally {
    await output?.close();
  }
}

/** For when the benchmark is interrupted. */
function endTree(child: ChildProcess): void {
  if (HAS_PROC && child.pid !== undefined) process.kill(-child.pid);
  else child.kill();
}
