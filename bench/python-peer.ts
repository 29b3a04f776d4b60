/** Python packages to compare with, where they are installed. */
import { spawnSync } from 'node:child_process';

interface PythonPeer {
  readonly interpreter: string;
  readonly version: string;
}

/** The first may be one of the user's own that lacks the system's packages. */
const INTERPRETERS = ['python3', '/usr/bin/python3', 'python'];

/** An interpreter that has the package, itself and not a script that starts it; null where none has. */
export function findPythonPeer(module: string): PythonPeer | null {
  for (const interpreter of INTERPRETERS) {
    const question = `import sys, ${module}; print(sys.executable); print(${module}.__version__)`;
    const { status, stdout } = spawnSync(interpreter, ['-c', question], { encoding: 'utf8' });
    const [executable, version] = status === 0 ? stdout.split('\n') : [];
    if (executable !== undefined && version !== undefined) return { interpreter: executable, version };
  }
  return null;
}
