import { spawnSync } from 'node:child_process';

interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled command line as a user would, and waits for it. */
export function runCli(...args: string[]): CliRun {
  const { status, stdout, stderr } = spawnSync('node', ['dist/pingyou.js', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
