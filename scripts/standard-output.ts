/** What happens when nobody can take what the command says: the disk behind `>` is full, or the program behind a pipe has ended. */
import { EXIT, type ExitCode } from './exit-code.ts';
import { say } from './terminal.ts';

let hasFailed = false;

/** Whatever of the result was lost, the command ends with one sentence and its own exit code, and never with a stack. */
export function watchStandardOutput(): void {
  process.stdout.on('error', (error: Error) => {
    if (!hasFailed) say(`结果没有全部写到标准输出：${explain(error)}；请排除后重新运行。`);
    hasFailed = true;
    // It may come after the command has ended.
    process.exitCode = EXIT.unusable;
  });
  // Of this nobody can be told.
  process.stderr.on('error', () => undefined);
}

/** The command's own exit code, where its result has arrived. */
export function endWith(exitCode: ExitCode): void {
  process.exitCode = hasFailed ? EXIT.unusable : exitCode;
}

const WHY: Readonly<Record<string, string>> = {
  EPIPE: '接收结果的程序已经结束',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘空间配额已用完',
};

function explain(error: Error): string {
  return WHY['code' in error ? String(error.code) : ''] ?? '写入时出错';
}
