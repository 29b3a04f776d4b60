import { checkSchemes, describeSchemesCheck } from './check-schemes.ts';
import { describeCoverage, readCoverage, type SchemeCoverage } from './coverage.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { printJson, say } from './terminal.ts';

export interface CheckSchemesOptions {
  readonly json?: boolean;
  readonly coverage?: boolean;
}

/** `check-schemes`: the data of every scheme; faults name file, line and field. With `--coverage`, the documents sentence by sentence besides. */
export async function checkSchemesCommand({ json, coverage }: CheckSchemesOptions): Promise<ExitCode> {
  const result = await checkSchemes();
  const covered = coverage ? await readCoverage() : [];
  if (json) printJson(coverage ? { ...result, coverage: covered } : result);
  else {
    for (const each of covered) process.stdout.write(`${describeCoverage(each)}\n\n`);
    say(describeSchemesCheck(result));
  }
  return result.faults.length > 0 || covered.some(hasOpen) ? EXIT.violations : EXIT.fine;
}

function hasOpen({ documents }: SchemeCoverage): boolean {
  return documents.some(({ sentences }) => sentences.some(({ state }) => state === 'open'));
}
