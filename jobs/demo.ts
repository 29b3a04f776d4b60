import { makeEverything } from './all.ts';
import { makeKeyFile } from './certificate-key.ts';
import { needsKey } from './certify.ts';
import type { InputFile, JobContext, JobResult, MadeFile, OutputPlace } from './job.ts';
import { loadRoster } from './load-roster.ts';
import { writeOutputFile } from './output-folder.ts';
import { makeSample } from './sample/sample.ts';
import { chooseScheme } from './scheme-source.ts';

export interface DemoInput {
  readonly scheme?: string;
  readonly out: OutputPlace;
}

const ROSTER = '总名册（样例）.xlsx';
const KEY = '密钥（样例）.txt';
const SEED = 2024;

/** 演示: an invented master roster and everything that is made of it. */
export async function demo({ scheme: id, out }: DemoInput, context: JobContext): Promise<JobResult<object>> {
  context.tell('第 1 步，共 2 步：生成虚构的总名册……');
  const scheme = await chooseScheme(context.schemes, id);
  const { bytes } = await makeSample(scheme, { seed: SEED, flawed: false });
  const roster = { name: ROSTER, bytes, location: ROSTER, hasChanged: () => Promise.resolve(false) };
  const first = await writeOutputFile({ ...out, name: ROSTER }, bytes, context, []);
  context.tell('第 2 步，共 2 步：审查，并生成这个方案的全部文件……');
  const loaded = await loadRoster(roster, context.schemes);
  const key = needsKey(scheme) ? await takeKey(out) : null;
  const { files } = await makeEverything(loaded, { out, key: key?.file ?? null, copies: 1, pdf: null }, context);
  return { files: [first, ...(key?.made ?? []), ...files], summary: () => ({}), verdict: 'fine' };
}

/** The key of an earlier demonstration, or a new one. */
async function takeKey({ folder }: OutputPlace): Promise<{ file: InputFile; made: MadeFile[] }> {
  const isThere = (await folder.kindOf(KEY)) !== 'nothing';
  const made = isThere ? [] : [await makeKeyFile({ folder, name: KEY })];
  const bytes = (await folder.read(KEY)) ?? new Uint8Array();
  return { made, file: { name: KEY, bytes, location: folder.locate(KEY), hasChanged: () => Promise.resolve(false) } };
}
