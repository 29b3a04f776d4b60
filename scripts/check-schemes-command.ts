import { checkSchemes, describeSchemesCheck } from './check-schemes.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { printJson, say } from './terminal.ts';

/** `check-schemes`: the data of every scheme; faults name file, line and field. */
export async function checkSchemesCommand(options: { readonly json?: boolean }): Promise<ExitCode> {
  const result = await checkSchemes();
  if (options.json) printJson(result);
  else say(describeSchemesCheck(result));
  return result.faults.length > 0 ? EXIT.violations : EXIT.fine;
}
