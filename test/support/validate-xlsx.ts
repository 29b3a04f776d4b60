/** Workbooks against the schemas of the format, by lxml. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const SCRIPT = fileURLToPath(new URL('validate-xlsx.py', import.meta.url));

const reports = z.record(z.string(), z.object({ checked: z.number(), violations: z.array(z.string()) }));

/**
 * What the schemas say of each file: how many parts they looked at, and what they refuse.
 * @throws {Error} when a file cannot be read, or lxml is missing
 */
export function validateXlsx(files: readonly string[]): z.infer<typeof reports> {
  const run = spawnSync('/usr/bin/python3', [SCRIPT, ...files], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return reports.parse(JSON.parse(run.stdout));
}
