import { writeMasterRoster } from '../workbook/roster/write-master-roster.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { writeOutputFile } from './output-folder.ts';
import { makeSampleRoster } from './sample/make-sample-roster.ts';
import { chooseScheme } from './scheme-folder.ts';
import { printJson, say } from './terminal.ts';

export interface SampleOptions {
  readonly out: string;
  /** Id; may be left out where there is only one scheme. */
  readonly scheme?: string;
  readonly seed: number;
  readonly flawed?: boolean;
  /** Headings only, to be filled in. */
  readonly empty?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** `sample --out R.xlsx [--scheme ID] [--flawed] [--seed N]`: an invented master roster of full size; `--empty`: one to fill in. */
export async function sample(options: SampleOptions): Promise<ExitCode> {
  const scheme = await chooseScheme(options.scheme);
  if (options.empty) {
    await writeOutputFile(options.out, await writeMasterRoster(scheme, {}), options.force ?? false);
    say(`已生成空白的总名册 ${options.out}，各表只有表头，请从第 2 行填起。`);
    return EXIT.fine;
  }
  const { tables, looks, flaws, remarks } = makeSampleRoster(scheme, {
    seed: options.seed,
    flawed: options.flawed ?? false,
  });
  await writeOutputFile(
    options.out,
    await writeMasterRoster(scheme, tables, remarks, { looks }),
    options.force ?? false,
  );
  say(`已生成 ${options.out}：会员单位 ${tables.memberUnits.length} 家，推荐 ${tables.nominees.length} 个，均为虚构。`);
  if (options.json) {
    printJson({ memberUnits: tables.memberUnits.length, nominees: tables.nominees.length, flaws });
  }
  return EXIT.fine;
}
