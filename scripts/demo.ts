import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { makeKeyFile } from './certificate-key.ts';
import { needsKey } from './certify.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadRoster } from './load-roster.ts';
import { makeEverything } from './make-all.ts';
import { sample } from './sample.ts';
import type { OutputOptions } from './deliver.ts';
import { printJson, say } from './terminal.ts';

/** `demo --out DIR [--scheme ID]`: an invented master roster and everything that is made of it, with a list of the files and the time taken. */
export async function demo(
  options: Pick<OutputOptions, 'json' | 'force'> & { readonly out: string; readonly scheme?: string },
): Promise<ExitCode> {
  const start = performance.now();
  const rosterPath = join(options.out, '总名册（样例）.xlsx');
  say('第 1 步，共 2 步：生成虚构的总名册……');
  await sample({ out: rosterPath, force: options.force, scheme: options.scheme, seed: 2024 });
  say('第 2 步，共 2 步：审查，并生成这个方案的全部文件……');
  const loaded = await loadRoster(rosterPath);
  const key = needsKey(loaded.scheme) ? join(options.out, '密钥（样例）.txt') : undefined;
  if (key !== undefined && !existsSync(key)) await makeKeyFile(key);
  const files = await makeEverything(loaded, options.out, { ...options, key, copies: 1 });
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
