/** A program in C to compare with, built where a compiler and the library are. */
import { spawnSync } from 'node:child_process';

interface CPeer {
  readonly program: string;
  /** Of the library. */
  readonly version: string;
}

/** Builds `source` into `program`, which prints the library's version when it is given nothing to do; null where that cannot be done. */
export function buildCPeer(source: string, library: string, program: string): CPeer | null {
  const { status } = spawnSync('cc', ['-O2', '-o', program, source, `-l${library}`]);
  if (status !== 0) return null;
  return { program, version: spawnSync(program, { encoding: 'utf8' }).stdout.trim() };
}
