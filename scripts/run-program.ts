import { spawn, spawnSync } from 'node:child_process';
import { undoWhenStopped } from './interruption.ts';

/** How a program ended: by itself, or at its limit or by somebody's hand. `not-started`: there is no such program. */
type ProgramEnd = 'ended' | 'stopped' | 'not-started';

/**
 * Runs a program to its end, silently. The processes that it starts in turn end with it, and all of them with this command.
 * @param limit milliseconds
 */
export function runProgram(program: string, args: readonly string[], limit: number): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    // A group of its own, which can be ended as a whole: LibreOffice is a script that starts a program that starts another.
    const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: true });
    const stop = () => {
      if (child.pid !== undefined) endGroup(child.pid);
    };
    const forget = undoWhenStopped(stop);
    const timer = setTimeout(stop, limit);
    const settle = (end: ProgramEnd) => {
      clearTimeout(timer);
      forget();
      resolve(end);
    };
    child.on('error', () => {
      settle('not-started');
    });
    child.on('exit', (_, signal) => {
      stop();
      settle(signal === null ? 'ended' : 'stopped');
    });
  });
}

function endGroup(leader: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(leader), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // Nobody of the group is left.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
