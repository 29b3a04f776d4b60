import { writeMasterRoster } from '../workbook/write-master-roster.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { writeOutputFile } from './output-folder.ts';
import { makeSampleRoster } from './sample/make-sample-roster.ts';
import { findScheme } from './scheme-folder.ts';
import { printJson, say } from './terminal.ts';

export interface SampleOptions {
  readonly out: string;
  readonly scheme: string;
  readonly seed: number;
  readonly flawed?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** `sample --out R.xlsx [--flawed] [--seed N]`: an invented master roster of full size. */
export async function sample(options: SampleOptions): Promise<ExitCode> {
  const scheme = await findScheme(options.scheme);
  const { tables, flaws } = makeSampleRoster(scheme, { seed: options.seed, flawed: options.flawed ?? false });
  await writeOutputFile(options.out, await writeMasterRoster(scheme, tables), options.force ?? false);
  say(`已生成 ${options.out}：会员单位 ${tables.memberUnits.length} 家，推荐 ${tables.nominees.length} 个，均为虚构。`);
  if (options.json) {
    printJson({ memberUnits: tables.memberUnits.length, nominees: tables.nominees.length, flaws });
  }
  return EXIT.fine;
}
