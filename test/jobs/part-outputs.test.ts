/** An output for some alone: named and titled after them, beside the whole and never over it, and judged by what it shows. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allocate } from '../../jobs/allocate.ts';
import { check } from '../../jobs/check.ts';
import type { InputFile, JobContext, JobResult, OutputName } from '../../jobs/job.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { notice } from '../../jobs/notice.ts';
import { isRecord } from '../../jobs/output-record.ts';
import { prizes } from '../../jobs/prizes.ts';
import { rosters } from '../../jobs/rosters.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { readValues } from '../support/libreoffice.ts';
import { findScheme, TEMPLATES_FOLDER } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';

const ALONE = '松江';
const JOBS = { allocate, check, rosters, notice, prizes } as const;
type Job = (
  input: { readonly roster: InputFile; readonly only?: readonly string[]; readonly out: OutputName | null },
  context: JobContext,
) => Promise<JobResult<object>>;
const CASES = Object.entries(JOBS) as [keyof typeof JOBS, Job][];

let roster: InputFile;
/** Names of units of other districts. */
let others: readonly string[];
beforeAll(async () => {
  const scheme = await findScheme('shanghai-security-2024');
  const made = makeSampleRoster(scheme, { seed: 2024, flawed: true });
  const tables = thinTables(made);
  const bytes = await writeMasterRoster(scheme, tables, made.remarks, made);
  roster = { name: '总名册.xlsx', bytes, location: '总名册.xlsx', hasChanged: () => Promise.resolve(false) };
  others = tables.memberUnits.filter((row) => row.get('所属') !== ALONE).map((row) => String(row.get('全称')));
});

async function run(job: Job, folder: MemoryFolder, only?: readonly string[]) {
  const told: string[] = [];
  const context: JobContext = {
    schemes: openSchemeFolder(TEMPLATES_FOLDER),
    tell: (sentence) => told.push(sentence),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const out = { folder, force: false, name: '结果.xlsx' };
  const result = await job({ roster, out, ...(only && { only }) }, context);
  return { result, told, summary: result.summary() };
}

const standing = ({ files }: MemoryFolder) => [...files.keys()].filter((name) => !isRecord(name)).sort();

describe.each(CASES)('%s', (_, job) => {
  it('is a file of its own beside the whole, which stays as it was, and says whose it is', async () => {
    const folder = new MemoryFolder();
    await run(job, folder);
    const whole = folder.files.get('结果.xlsx');
    const { told, summary } = await run(job, folder, [`${ALONE}区`]);
    const name = `结果（${ALONE}）.xlsx`;
    expect(standing(folder)).toEqual([name, '结果.xlsx'].sort());
    expect(folder.files.get('结果.xlsx')).toBe(whole);
    expect(summary).toMatchObject({ part: ALONE });
    const bytes = folder.files.get(name) ?? new Uint8Array();
    const [sheet] = (await readValues(bytes)).values();
    const texts = [...(sheet?.values() ?? [])].map(String);
    expect(texts.some((text) => text.endsWith(`（${ALONE}）`))).toBe(true);
    // No unit of another district, in no sheet and no sentence.
    const all = [...(await readValues(bytes)).values()].flatMap((cells) => [...cells.values()].map(String));
    const said = [...all, ...told, JSON.stringify(summary)].join('\n');
    expect(others.filter((unit) => said.includes(unit))).toEqual([]);
  });

  it('refuses a name that fits nothing, and writes nothing', async () => {
    const folder = new MemoryFolder();
    await expect(run(job, folder, [ALONE, '月球'])).rejects.toThrow(/指定的“月球”没有对应的.+；(可填|请填)/);
    expect(folder.files.size).toBe(0);
  });
});

describe('the verdict', () => {
  const counts = z.looseObject({ summary: z.looseObject({ violations: z.number(), nominees: z.number() }) });

  it('of a check is by what it shows', async () => {
    const folder = new MemoryFolder();
    const verdicts = new Set<string>();
    for (const name of ['浦东', '黄浦', '青浦', '奉贤', ALONE]) {
      const { result, summary } = await run(check, folder, [name]);
      const { violations } = counts.parse(summary).summary;
      expect([name, result.verdict]).toEqual([name, violations > 0 ? 'violations' : 'fine']);
      verdicts.add(result.verdict);
    }
    expect([...verdicts].sort()).toEqual(['fine', 'violations']);
  });
});

describe('a part', () => {
  it('in the same place again is known as its own, and the name is not put there twice', async () => {
    const folder = new MemoryFolder();
    await run(rosters, folder, [ALONE]);
    expect((await run(rosters, folder, [ALONE])).result.files).toMatchObject([{ change: 'same' }]);
    const named = { folder, force: false, name: `名册（${ALONE}）.xlsx` };
    const context: JobContext = {
      schemes: openSchemeFolder(TEMPLATES_FOLDER),
      tell: () => undefined,
      progress: () => undefined,
      signal: new AbortController().signal,
    };
    const { files } = await rosters({ roster, only: [ALONE], out: named }, context);
    expect(files.map(({ name }) => name)).toEqual([`名册（${ALONE}）.xlsx`]);
  });

  it('of two kinds bears both', async () => {
    const folder = new MemoryFolder();
    await run(rosters, folder, ['先进单位', ALONE]);
    expect(standing(folder)).toEqual([`结果（${ALONE}·先进单位）.xlsx`]);
  });
});
