import { UnusableInput } from '../rules/unusable-input.ts';
import { writeOutputFile } from './output-folder.ts';
import { printJson, say } from './terminal.ts';

/** The options that every command takes. */
export interface OutputOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/**
 * Hands over the result of a command in the ways that were asked for: as a workbook (`--out`), as JSON (`--json`), or both.
 * @throws UnusableInput when neither was asked for, or when the file must not be overwritten
 */
export async function deliver(
  options: OutputOptions,
  result: { file: () => Promise<Uint8Array>; json: () => unknown },
): Promise<void> {
  if (options.out === undefined && !options.json) {
    throw new UnusableInput('没有说明结果写到哪里；请加 --out 和文件名，或加 --json。');
  }
  if (options.out !== undefined) {
    await writeOutputFile(options.out, await result.file(), options.force ?? false);
    say(`已生成 ${options.out}`);
  }
  if (options.json) printJson(result.json());
}
