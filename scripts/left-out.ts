import type { RosterCheck } from '../rules/check-roster.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { say } from './terminal.ts';

/** Says how many nominees an output leaves out because the check has not cleared them; the exit code tells the same. */
export function sayLeftOut(check: RosterCheck): ExitCode {
  const leftOut = check.index.roster.nominees.length - check.nominees.filter(({ cleared }) => cleared).length;
  if (leftOut === 0) return EXIT.fine;
  say(`有 ${leftOut} 个推荐未通过审查，没有列入；运行 npx pingyou check 查看原因。`);
  return EXIT.violations;
}
