import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadRoster } from './load-roster.ts';
import { makeEverything } from './make-all.ts';
import { sample } from './sample.ts';
import type { OutputOptions } from './deliver.ts';
import { printJson, say } from './terminal.ts';

const DEMO_SCHEME = 'shanghai-security-2024';

/** `demo --out DIR`: an invented master roster and everything that is made of it, with a list of the files and the time taken. */
export async function demo(
  options: Pick<OutputOptions, 'json' | 'force'> & { readonly out: string },
): Promise<ExitCode> {
  const start = performance.now();
  const rosterPath = join(options.out, '总名册（样例）.xlsx');
  say('第 1 步，共 2 步：生成虚构的总名册……');
  await sample({ out: rosterPath, force: options.force, scheme: DEMO_SCHEME, seed: 2024 });
  say('第 2 步，共 2 步：审查，并生成名额表、审批表、名册、公示和奖金表……');
  const files = await makeEverything(await loadRoster(rosterPath), options.out, { ...options, copies: 1 });
  const seconds = (performance.now() - start) / 1000;
  say('');
  for (const file of [rosterPath, ...files]) {
    const { size } = await stat(file);
    say(`  ${String(Math.ceil(size / 1024)).padStart(6)} KB  ${relative(process.cwd(), file)}`);
  }
  if (options.json) printJson({ files: [rosterPath, ...files], seconds });
  say(`共 ${files.length + 1} 个文件，用时 ${seconds.toFixed(1)} 秒。`);
  return EXIT.fine;
}
