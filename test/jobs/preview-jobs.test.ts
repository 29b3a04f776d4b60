/** What jobs would do to a folder is told file by file, and done it is what they do themselves. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAll } from '../../jobs/all.ts';
import { applyPreview } from '../../jobs/apply-preview.ts';
import type { Folder } from '../../jobs/folder.ts';
import { forms } from '../../jobs/forms.ts';
import type { InputFile, JobContext, JobResult } from '../../jobs/job.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { listFolderChanges, touchesStanding } from '../../jobs/preview-changes.ts';
import { PreviewFolder } from '../../jobs/preview-folder.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import type { SchemeSource } from '../../jobs/scheme-source.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findScheme, TEMPLATES_FOLDER } from '../support/templates.ts';

/** Each scheme is read once. */
const folder = openSchemeFolder(TEMPLATES_FOLDER);
const loading = folder.load('xinjiang-fire-2021');
const schemes: SchemeSource = {
  ids: () => folder.ids(),
  form: (id, workbook) => folder.form(id, workbook),
  load: () => loading,
};

const context = (): JobContext => ({
  schemes,
  tell: () => undefined,
  progress: () => undefined,
  signal: new AbortController().signal,
});

/** A roster, and the same after somebody has withdrawn. */
let first: InputFile;
let second: InputFile;

beforeAll(async () => {
  const scheme = await findScheme('xinjiang-fire-2021');
  const { tables } = makeSampleRoster(scheme, { seed: 7, flawed: false });
  const save = async (nominees: typeof tables.nominees): Promise<InputFile> => ({
    name: '总名册.xlsx',
    bytes: await writeMasterRoster(scheme, { ...tables, nominees }),
    location: '总名册.xlsx',
    hasChanged: () => Promise.resolve(false),
  });
  const some = tables.nominees.slice(0, 40);
  first = await save(some);
  second = await save(some.slice(1));
});

/** Texts are compared in no time, bytes one by one. */
const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('latin1');
const contentsOf = ({ files }: MemoryFolder) => new Map([...files].map(([name, bytes]) => [name, textOf(bytes)]));

type Job = (roster: InputFile, folder: Folder, force?: boolean) => Promise<JobResult<object>>;

const all: Job = (roster, folder, force = false) =>
  makeAll({ roster, copies: 1, key: null, pdf: null, out: { folder, force } }, context());
const byForm: Job = (roster, folder, force = false) =>
  forms({ roster, key: null, pdf: null, out: { folder, force }, by: 'form', copies: 1, draft: false }, context());

/** Looks through what a job would do, does it, and compares with the job itself. */
async function lookAndDo(job: Job, roster: InputFile, base: MemoryFolder, force = false) {
  const direct = new MemoryFolder(new Map(base.files));
  const before = contentsOf(base);
  const { summary } = await job(roster, direct, force);
  const preview = new PreviewFolder(base);
  const { files } = await job(roster, preview, force);
  expect(contentsOf(base)).toEqual(before);
  const changes = await listFolderChanges(preview, files);
  await applyPreview(preview, { signal: new AbortController().signal, progress: () => undefined });
  expect(contentsOf(base)).toEqual(contentsOf(direct));
  return {
    changes,
    summary: JSON.parse(JSON.stringify(summary())) as { changes: { moved: string[]; earlier: string[] } },
  };
}

const workbooks = ({ files }: MemoryFolder) =>
  [...files.keys()].filter((name) => name.endsWith('.xlsx') && !name.includes('已作废')).sort();

describe.each([
  ['everything at once', all],
  ['a workbook a form', byForm],
])('%s', (_, job) => {
  it('is new in an empty folder, the same the next time, and touches nothing that stands', async () => {
    const base = new MemoryFolder();
    const { changes } = await lookAndDo(job, first, base);
    expect(changes).toEqual({ new: workbooks(base), changed: [], overwritten: [], same: [], void: [] });
    expect(workbooks(base).length).toBeGreaterThan(3);
    expect(touchesStanding(changes)).toBe(false);
    const again = (await lookAndDo(job, first, base)).changes;
    expect(again).toEqual({ new: [], changed: [], overwritten: [], same: workbooks(base), void: [] });
    expect(touchesStanding(again)).toBe(false);
  });

  it('names what is changed and what goes among the void after a withdrawal', async () => {
    const base = new MemoryFolder();
    await job(first, base);
    const before = contentsOf(base);
    const { changes, summary } = await lookAndDo(job, second, base);
    const { moved, earlier } = summary.changes;
    expect(touchesStanding(changes)).toBe(true);
    expect(changes.void.length).toBe(moved.length + earlier.length);
    expect(changes.void.length).toBeGreaterThan(0);
    for (const { name, place, isReplaced } of changes.void) {
      expect([place, textOf(base.files.get(place))]).toEqual([place, before.get(name)]);
      expect([name, base.files.has(name)]).toEqual([name, isReplaced]);
      if (isReplaced) expect(changes.changed).toContain(name);
    }
    const differing = workbooks(base).filter((name) => textOf(base.files.get(name)) !== before.get(name));
    expect([...changes.new, ...changes.changed].sort()).toEqual(differing);
    expect(changes.same).toEqual(workbooks(base).filter((name) => !differing.includes(name)));
  });

  it('takes an empty file for none, which a page that was closed meanwhile leaves', async () => {
    const base = new MemoryFolder();
    await job(first, base);
    const names = workbooks(base);
    const [own = ''] = names;
    for (const left of [new MemoryFolder(new Map(base.files)), new MemoryFolder()]) {
      left.files.set(own, new Uint8Array());
      const isAlone = left.files.size === 1;
      const { changes } = await lookAndDo(job, first, left);
      expect(changes.new).toEqual(isAlone ? names : [own]);
      expect(touchesStanding(changes)).toBe(false);
      expect(left.files.get(own)?.length).toBeGreaterThan(0);
    }
  });

  it('tells apart what somebody has changed, which only force writes over', async () => {
    const base = new MemoryFolder();
    await job(first, base);
    const [own = '', ...others] = workbooks(base);
    base.files.set(own, new TextEncoder().encode('改过'));
    await expect(job(first, new PreviewFolder(base))).rejects.toThrow('已经存在');
    const { changes } = await lookAndDo(job, first, base, true);
    expect(changes).toEqual({ new: [], changed: [], overwritten: [own], same: others, void: [] });
    expect(touchesStanding(changes)).toBe(true);
  });
});
