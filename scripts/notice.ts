import { composePublicNotice } from '../rules/public-notice.ts';
import { writePublicNotice } from '../workbook/draw/write-public-notice.ts';
import { deliver, type OutputOptions } from './deliver.ts';
import type { ExitCode } from './exit-code.ts';
import { sayLeftOut } from './left-out.ts';
import { loadRoster } from './load-roster.ts';

/** `notice R.xlsx --out F.xlsx`: the public notice, names and units only. */
export async function notice(path: string, options: OutputOptions): Promise<ExitCode> {
  const { scheme, check } = await loadRoster(path);
  const groups = composePublicNotice(check);
  await deliver(options, { file: () => writePublicNotice(scheme, groups), json: () => ({ groups }) });
  return sayLeftOut(check);
}
