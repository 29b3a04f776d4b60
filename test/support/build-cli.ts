import { execFileSync } from 'node:child_process';

/** Vitest's global set-up: bundles the command line, so that tests run what users run. */
export default function setup(): void {
  execFileSync('node', ['scripts/build.js'], { stdio: 'inherit' });
}
