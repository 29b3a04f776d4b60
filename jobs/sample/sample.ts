import type { Scheme } from '../../rules/scheme.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import type { JobContext, JobResult, OutputName } from '../job.ts';
import { writeOutputFile } from '../output-folder.ts';
import { makeSampleRoster } from './make-sample-roster.ts';
import { chooseScheme } from '../scheme-source.ts';

export interface SampleInput {
  /** Id; may be left out where there is only one scheme. */
  readonly scheme?: string;
  readonly seed: number;
  readonly flawed: boolean;
  /** Headings only, to be filled in. */
  readonly empty: boolean;
  readonly out: OutputName;
}

/** 样例: an invented master roster of full size, or one to fill in. */
export async function sample(input: SampleInput, context: JobContext): Promise<JobResult<object>> {
  const { out } = input;
  const shown = out.folder.show(out.name);
  const scheme = await chooseScheme(context.schemes, input.scheme);
  if (input.empty) {
    const made = await writeOutputFile(out, await writeMasterRoster(scheme, {}), context, []);
    context.tell(`已生成空白的总名册 ${shown}，各表只有表头，请从第 2 行填起。`);
    return { files: [made], summary: () => ({}), verdict: 'fine' };
  }
  const { bytes, counts, flaws } = await makeSample(scheme, input);
  const made = await writeOutputFile(out, bytes, context, []);
  context.tell(`已生成 ${shown}：会员单位 ${counts.memberUnits} 家，推荐 ${counts.nominees} 个，均为虚构。`, 'made');
  return { files: [made], summary: () => ({ ...counts, flaws }), verdict: 'fine' };
}

/** The bytes of an invented roster, and what stands in it. */
export async function makeSample(scheme: Scheme, { seed, flawed }: Pick<SampleInput, 'seed' | 'flawed'>) {
  const { tables, looks, coverage, flaws, remarks } = makeSampleRoster(scheme, { seed, flawed });
  const bytes = await writeMasterRoster(scheme, tables, remarks, { looks, coverage });
  return { bytes, flaws, counts: { memberUnits: tables.memberUnits.length, nominees: tables.nominees.length } };
}
