/** Python packages to compare with, where they are installed. */
import { spawnSync } from 'node:child_process';

export interface PythonPeer {
  readonly interpreter: string;
  readonly version: string;
}

/** The first may be one of the user's own that lacks the system's packages. */
const INTERPRETERS = ['python3', '/usr/bin/python3', 'python'];

/** An interpreter that has the package; null where none has. */
export function findPythonPeer(module: string): PythonPeer | null {
  for (const interpreter of INTERPRETERS) {
    const probe = spawnSync(interpreter, ['-c', `import ${module}; print(${module}.__version__)`], { encoding: 'utf8' });
    if (probe.status === 0) return { interpreter, version: probe.stdout.trim() };
  }
  return null;
}
