/** A folder of forms is the state of one job: what is new, changed, the same and void after each kind of change, and what is never moved or lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import { allocate } from '../../jobs/allocate.ts';
import { check } from '../../jobs/check.ts';
import { forms, type FormsInput } from '../../jobs/forms.ts';
import type { JobContext } from '../../jobs/job.ts';
import { notice } from '../../jobs/notice.ts';
import { prizes } from '../../jobs/prizes.ts';
import { rosters } from '../../jobs/rosters.ts';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import type { FactValue } from '../../rules/roster-column.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { SchemeSource } from '../../jobs/scheme-source.ts';
import { UnusableInput } from '../../rules/unusable-input.ts';
import { openSchemeFolder } from '../../scripts/scheme-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import type { NamedBytes } from '../../jobs/folder.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { AWARDS_2024 } from '../support/scheme-sample.ts';
import { findScheme, TEMPLATES_FOLDER } from '../support/templates.ts';

type Row = Map<string, FactValue>;
const DISTRICTS = ['崇明', '机场'];

/** Reads each scheme once. */
const schemes: SchemeSource = (() => {
  const folder = openSchemeFolder(TEMPLATES_FOLDER);
  const loaded = new Map<string, ReturnType<SchemeSource['load']>>();
  return {
    ids: () => folder.ids(),
    form: (id, workbook) => folder.form(id, workbook),
    load: (id) => {
      const known = loaded.get(id) ?? folder.load(id);
      loaded.set(id, known);
      return known;
    },
  };
})();

let scheme: Scheme;
/** Two districts of a sample: rows as people change them. */
let rows: { units: Row[]; nominees: Row[]; rest: object };
beforeAll(async () => {
  scheme = await findScheme('shanghai-security-2024');
  const { memberUnits, nominees, ...rest } = makeSampleRoster(scheme, { seed: 7, flawed: false }).tables;
  const units = memberUnits.filter((unit) => DISTRICTS.includes(String(unit.get('所属'))));
  const numbers = new Set(units.map((unit) => unit.get('编号')));
  rows = {
    units: units.map((unit) => new Map(unit)),
    nominees: nominees.filter((row) => numbers.has(row.get('单位编号') ?? '')).map((row) => new Map(row)),
    // What is said of others' units and nominations would only have to be read.
    rest: { ...rest, scores: rest.scores.filter((row) => numbers.has(row.get('编号') ?? '')) },
  };
});

type Change = (nominees: Row[]) => Row[];
const unchanged: Change = (same) => same;
/** Of one change the roster is written once: most of the tests begin with the same. */
const savedOf = new Map<Change, Promise<Uint8Array>>();

/** @param change of copies of the rows; a nominee that it takes out of the list is withdrawn */
async function save(change: Change = unchanged, of = rows) {
  const write = () => {
    const nominees = change(of.nominees.map((row) => new Map(row)));
    return writeMasterRoster(scheme, { ...of.rest, memberUnits: of.units, nominees });
  };
  const known = of === rows ? (savedOf.get(change) ?? write()) : write();
  if (of === rows) savedOf.set(change, known);
  const bytes = await known;
  return { name: '总名册.xlsx', bytes, location: '总名册.xlsx', hasChanged: () => Promise.resolve(false) };
}

/** The changed row of the first nominee of an award, among the others. */
const changing = (award: string, change: (row: Row) => void) => (nominees: Row[]) => {
  const row = nominees.find((each) => each.get('奖项') === award);
  if (!row) throw new Error(`nobody for ${award}`);
  change(row);
  return nominees;
};
const withdrawing = (award: string) => (nominees: Row[]) => {
  const index = nominees.findIndex((each) => each.get('奖项') === award);
  return nominees.filter((_, position) => position !== index);
};
const fullWidth = (text: string) =>
  text.replace(/[0-9A-Za-z-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const CADRE = '先进保卫干部';
const withoutCadre = withdrawing(CADRE);

interface Changes {
  new: { file: string; sheet: string }[];
  changed: { file: string; sheet: string }[];
  void: { file: string; sheet: string }[];
  same: number;
  moved: string[];
  kept: string[];
  earlier: string[];
  stale: string[];
}

async function run(
  folder: MemoryFolder,
  roster: FormsInput['roster'],
  options: Partial<FormsInput> & { readonly force?: boolean } = {},
) {
  const told: string[] = [];
  const context: JobContext = {
    schemes,
    tell: (sentence) => told.push(sentence),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const { force = false, ...rest } = options;
  const input = { by: 'form', copies: 1, key: null, pdf: null, draft: false, ...rest } as const;
  const result = await forms({ roster, out: { folder, force }, ...input }, context);
  const { changes } = JSON.parse(JSON.stringify(result.summary())) as { changes: Changes };
  return { changes, told, files: result.files };
}

type By = FormsInput['by'];
const firstRuns = new Map<By, Promise<{ files: MemoryFolder['files']; first: Awaited<ReturnType<typeof run>> }>>();

/** What the first run of the unchanged roster leaves: it is made once for each division, and each test has a copy of its own. */
async function madeOnce(by: By = 'form') {
  const make = async () => {
    const folder = new MemoryFolder();
    const first = await run(folder, await save(), { by });
    return { files: folder.files, first };
  };
  const known = firstRuns.get(by) ?? make();
  firstRuns.set(by, known);
  const { files, first } = await known;
  return { first, files: new Map(files) };
}

const standing = (folder: MemoryFolder) => [...folder.files.keys()].filter((name) => name.endsWith('.xlsx')).sort();
const count = ({ changes }: { changes: Changes }) => ({
  new: changes.new.length,
  changed: changes.changed.length,
  void: changes.void.length,
  same: changes.same,
});

const CHANGES = [
  ['of the same roster, saved again', (all: Row[]) => all, { new: 0, changed: 0, void: 0, same: 0 }],
  ['with the rows in another order', (all: Row[]) => all.toReversed(), { new: 0, changed: 0, void: 0, same: 0 }],
  [
    'with a row inserted above',
    (all: Row[]) => [new Map<string, FactValue>([['单位名称', '']]), ...all],
    { new: 0, changed: 0, void: 0, same: 0 },
  ],
  ['when one is withdrawn', withoutCadre, { new: 0, changed: 0, void: 1, same: -1 }],
  [
    'when one is no longer cleared',
    changing(CADRE, (row) => row.set('主要事迹', '')),
    { new: 0, changed: 0, void: 1, same: -1 },
  ],
  [
    'when the deeds of one are written anew',
    changing(CADRE, (row) => row.set('主要事迹', '改写的事迹，全年处置隐患三十二起。')),
    { new: 0, changed: 1, void: 0, same: -1 },
  ],
  [
    'when number, award and unit are spelled another way',
    changing(CADRE, (row) => {
      row.set('申报编号', ` ${fullWidth(String(row.get('申报编号')))} `);
      row.set('单位名称', `${String(row.get('单位名称'))} `);
    }),
    { new: 0, changed: 0, void: 0, same: 0 },
  ],
  [
    'when a name is mended, with a number',
    changing(CADRE, (row) => row.set('姓名', '改名人')),
    { new: 0, changed: 1, void: 0, same: -1 },
  ],
  [
    'when a name is mended, without a number',
    changing(CADRE, (row) => row.set('姓名', '改名人').set('申报编号', '')),
    { new: 1, changed: 0, void: 1, same: -1 },
  ],
] as const;

describe.each(['form', 'district', 'award', 'all'] as const)('forms by %s, made again', (by) => {
  it.each(CHANGES)('%s', async (_, change, expected) => {
    const { first, files } = await madeOnce(by);
    const folder = new MemoryFolder(files);
    expect(count(first)).toEqual({ new: first.changes.new.length, changed: 0, void: 0, same: 0 });
    const names = standing(folder);
    const before = new Map(folder.files);
    const second = await run(folder, await save(change), { by });
    const all = first.changes.new.length;
    expect(count(second)).toEqual({ ...expected, same: all + expected.same });
    const now = standing(folder).filter((name) => !name.startsWith('已作废/'));
    expect(now).toEqual(second.files.map(({ name }) => name).sort());
    // Each file that is no more stands aside under its name, and no other.
    const gone = names.filter((name) => !now.includes(name));
    expect(second.changes.moved.sort()).toEqual(gone);
    // So does the earlier one of each file that goes on without a form: byte for byte, and named.
    const { earlier } = second.changes;
    expect(earlier).toEqual([...new Set(second.changes.void.map(({ file }) => file))].filter((f) => now.includes(f)));
    const aside = [...gone, ...earlier].sort();
    expect(standing(folder).filter((name) => name.startsWith('已作废/'))).toEqual(
      aside.map((name) => `已作废/${name}`),
    );
    for (const name of aside) expect(folder.files.get(`已作废/${name}`)).toEqual(before.get(name));
    if (earlier.length > 0) expect(second.told.join('\n')).toContain(`不要再打印：${earlier.join('、')}`);
    const third = await run(folder, await save(change), { by });
    expect(standing(folder).filter((name) => name.startsWith('已作废/'))).toHaveLength(aside.length);
    expect(third.changes.earlier).toEqual([]);
    expect(count(third)).toEqual({
      new: 0,
      changed: 0,
      void: 0,
      same: all + expected.same + expected.new + expected.changed,
    });
  });
});

it('an earlier workbook is named as it stands aside, where one of its name stands there already', async () => {
  const folder = new MemoryFolder((await madeOnce('all')).files);
  const withdrawn = await save(withoutCadre);
  const named: string[] = [];
  for (const change of ['主要事迹一。', '主要事迹二。', '主要事迹三。']) {
    named.push(...(await run(folder, withdrawn, { by: 'all' })).changes.earlier);
    await run(folder, await save(changing(CADRE, (row) => row.set('主要事迹', change))), { by: 'all' });
  }
  expect(new Set(named).size).toBe(3);
  expect(named.filter((name) => !folder.files.has(`已作废/${name}`))).toEqual([]);
});

it('a form of a nomination without a number is the same one however its name is written', async () => {
  const folder = new MemoryFolder();
  const named = (name: string) => save(changing(CADRE, (row) => row.set('姓名', name).set('申报编号', '')));
  const first = await run(folder, await named('例·恩宇'));
  const all = first.changes.new.length;
  // What is printed differs.
  expect(count(await run(folder, await named('例•恩宇')))).toEqual({ new: 0, changed: 1, void: 0, same: all - 1 });
  expect(count(await run(folder, await named('例恩泽')))).toEqual({ new: 1, changed: 0, void: 1, same: all - 1 });
});

it('files bear number, award and name, and no row', async () => {
  const folder = new MemoryFolder();
  const { files } = await run(folder, await save());
  const byFile = new Map(files.map(({ name }) => [name, true]));
  for (const row of rows.nominees) {
    const part = [row.get('申报编号'), row.get('奖项'), row.get('单位名称')].join('-');
    expect([...byFile.keys()].filter((name) => name.startsWith(part))).toHaveLength(1);
  }
});

it('what is the same is not written again', async () => {
  const folder = new MemoryFolder((await madeOnce()).files);
  const before = new Map(folder.files);
  await run(folder, await save(changing(CADRE, (row) => row.set('主要事迹', '改写的事迹。'))));
  const written = standing(folder).filter((name) => folder.files.get(name) !== before.get(name));
  expect(written).toHaveLength(1);
});

it.each([
  ['rosters', rosters, true],
  ['notice', notice, true],
  ['prizes', prizes, true],
  ['check', check, true],
  // No nomination changes a quota.
  ['allocate', allocate, false],
] as const)('%s says whether its file is new, the same or another than before', async (name, job, differs) => {
  const folder = new MemoryFolder();
  const make = async (roster: FormsInput['roster']) => {
    const told: string[] = [];
    const tell = (sentence: string) => told.push(sentence);
    const context = { schemes, tell, progress: () => undefined, signal: new AbortController().signal };
    const out = { folder, name: `${name}.xlsx`, force: false };
    const result = await job({ roster, out }, context);
    const { changes } = JSON.parse(JSON.stringify(result.summary())) as { changes: object };
    return [told.filter((sentence) => sentence.includes(`${name}.xlsx`)), changes];
  };
  const none = { new: [], changed: [], same: 0, moved: [], kept: [] };
  const file = `${name}.xlsx`;
  const isSame = [[`${file} 与上次相比没有变化`], { ...none, same: 1 }];
  expect(await make(await save())).toEqual([[`已生成 ${file}`], { ...none, new: [file] }]);
  expect(await make(await save())).toEqual(isSame);
  const isChanged = [[`已重新生成 ${file}，内容与上次不同`], { ...none, changed: [file] }];
  expect(await make(await save(withdrawing('先进单位')))).toEqual(differs ? isChanged : isSame);
});

describe('what a person has changed', () => {
  it('stays where it is void, and is named each time', async () => {
    const { first, files } = await madeOnce();
    const folder = new MemoryFolder(files);
    const cadre = first.changes.new.find(({ file }) => file.includes(CADRE))?.file ?? '';
    const own = new TextEncoder().encode('signed');
    folder.files.set(cadre, own);
    for (const force of [false, true, false]) {
      const { changes, told } = await run(folder, await save(withoutCadre), { force });
      expect([changes.kept, changes.moved]).toEqual([[cadre], []]);
      expect(told.join('\n')).toContain(`没有移动，请自行处理，不要再打印：${cadre}`);
      expect(folder.files.get(cadre)).toBe(own);
    }
  });

  it('and what was set aside before is never written over', async () => {
    const folder = new MemoryFolder((await madeOnce()).files);
    const texts = ['一', '二', '三'];
    for (const text of texts) {
      await run(folder, await save(changing(CADRE, (row) => row.set('主要事迹', `第${text}稿的事迹。`))));
      await run(folder, await save(withoutCadre));
    }
    const aside = standing(folder).filter((name) => name.startsWith('已作废/'));
    expect(aside).toHaveLength(texts.length);
    expect(new Set(aside.map((name) => Buffer.from(folder.files.get(name) ?? []).toString('base64'))).size).toBe(3);
  });
});

describe('two jobs in one folder', () => {
  it('divided otherwise leave each other’s files, and say which of them hold what is void', async () => {
    const folder = new MemoryFolder((await madeOnce('district')).files);
    const districts = standing(folder);
    const byForm = await run(folder, await save(), { by: 'form' });
    expect(byForm.changes).toMatchObject({ moved: [], stale: [] });
    const { changes, told } = await run(folder, await save(withoutCadre), { by: 'form' });
    expect(districts.filter((name) => folder.files.has(name))).toEqual(districts);
    expect(changes.moved).toHaveLength(1);
    expect(changes.stale).toHaveLength(1);
    expect(told.join('\n')).toContain(`“${changes.stale[0] ?? ''}”里还有作废的审批表`);
    // Made again, it is no longer stale.
    await run(folder, await save(withoutCadre), { by: 'district' });
    expect((await run(folder, await save(withoutCadre), { by: 'form' })).changes.stale).toEqual([]);
  });

  it('of which one makes a selection: the others’ forms stay, by form and by district', async () => {
    const folder = new MemoryFolder((await madeOnce('form')).files);
    const all = standing(folder);
    const part = await run(folder, await save(), { by: 'form', only: ['崇明区'] });
    expect([standing(folder), part.changes.void, part.changes.moved]).toEqual([all, [], []]);
    // A selection finds the withdrawn as well: whoever is withdrawn is so for all.
    const other = await run(folder, await save(withoutCadre), { by: 'form', only: ['机场'] });
    expect(other.changes.moved).toHaveLength(1);
  });

  it('of which one would write a part over the whole asks first', async () => {
    const folder = new MemoryFolder((await madeOnce('district')).files);
    const before = new Map(folder.files);
    const number = String(rows.nominees.find((row) => row.get('奖项') === CADRE)?.get('单位编号'));
    const part = { by: 'district', only: [number] } as const;
    await expect(run(folder, await save(), part)).rejects.toThrow('没有选上，写入就没有了');
    expect(new Map(folder.files)).toEqual(before);
    await run(folder, await save(), { ...part, force: true });
    const whole = await run(folder, await save(), { by: 'district' });
    expect(whole.changes.void).toEqual([]);
    // A part over the same part is the same part.
    const own = new MemoryFolder();
    await run(own, await save(), part);
    expect(count(await run(own, await save(), part))).toMatchObject({ new: 0, changed: 0, void: 0 });
  });
});

describe('a folder of another', () => {
  const others = () => ({
    ...rows,
    units: rows.units.map(renamed('名称', '全称')),
    nominees: rows.nominees.map(renamed('单位名称')),
  });
  const renamed =
    (...headings: string[]) =>
    (row: Row): Row =>
      new Map([...row].map(([key, value]) => [key, headings.includes(key) ? `别处${String(value)}` : value]));

  it('roster asks first, moves nothing before, and with force sets aside what is of the other', async () => {
    const folder = new MemoryFolder((await madeOnce()).files);
    const before = new Map(folder.files);
    const other = await save(undefined, others());
    const refusal = run(folder, other);
    await expect(refusal).rejects.toThrow(UnusableInput);
    await expect(refusal).rejects.toThrow('出自另一份总名册');
    expect(new Map(folder.files)).toEqual(before);
    const { changes } = await run(folder, other, { force: true });
    expect(changes.moved).toHaveLength(rows.nominees.length);
  });

  it.each([
    [0.49, true],
    [0.5, false],
    [0.51, false],
  ])('roster is one of whose units this one knows %s', async (share, isOther) => {
    const folder = new MemoryFolder();
    const units = [...new Set(rows.nominees.map((row) => row.get('单位编号')))];
    await run(folder, await save());
    const known = new Set<FactValue>();
    let forms = 0;
    for (const unit of units) {
      const own = rows.nominees.filter((row) => row.get('单位编号') === unit).length;
      if (forms + own <= share * rows.nominees.length) {
        known.add(unit ?? '');
        forms += own;
      }
    }
    const exact = Math.ceil(rows.nominees.length / 2);
    // Units have one form or two; what matters is on which side of the half it falls.
    const expected = forms < rows.nominees.length / 2;
    const mixed = {
      ...rows,
      units: rows.units.map((unit) => (known.has(unit.get('编号') ?? '') ? unit : renamed('名称', '全称')(unit))),
      nominees: rows.nominees.map((row) => (known.has(row.get('单位编号') ?? '') ? row : renamed('单位名称')(row))),
    };
    const rerun = run(folder, await save(undefined, mixed));
    if (expected) await expect(rerun).rejects.toThrow('另一份总名册');
    else await rerun;
    if (exact * 2 === rows.nominees.length) expect(expected).toBe(isOther);
  });

  it('scheme asks first', async () => {
    const folder = new MemoryFolder((await madeOnce()).files);
    const before = new Map(folder.files);
    const foreign = await findScheme(AWARDS_2024.id);
    const { tables } = makeSampleRoster(foreign, { seed: 7, flawed: false });
    const bytes = await writeMasterRoster(foreign, tables);
    const refusal = run(folder, { ...(await save()), bytes }, { by: 'all' });
    await expect(refusal).rejects.toThrow('另一个评选方案');
    expect(new Map(folder.files)).toEqual(before);
  });

  it('of which nothing stands any more asks nothing', async () => {
    const folder = new MemoryFolder((await madeOnce()).files);
    for (const name of standing(folder)) folder.files.delete(name);
    const { changes } = await run(folder, await save(undefined, others()));
    expect(changes.new).toHaveLength(rows.nominees.length);
  });
});

describe.each([
  ['form', 'leaves nothing half'],
  ['district', 'leaves nothing half'],
  ['form', 'leaves empty files, as a browser does'],
  ['district', 'leaves empty files, as a browser does'],
] as const)('a run by %s that is killed and %s', (by, leaving) => {
  /** Fails at the n-th step that changes anything. */
  class Mortal extends MemoryFolder {
    left = Infinity;
    /** @param names that the step is about to fill */
    #step(...names: readonly string[]): void {
      this.left -= 1;
      if (this.left >= 0) return;
      for (const name of leaving === 'leaves nothing half' ? [] : names) {
        if (!this.files.has(this.locate(name))) this.files.set(this.locate(name), new Uint8Array());
      }
      throw new Error('killed');
    }
    override write(files: readonly NamedBytes[]): Promise<void> {
      this.#step(...files.map(({ name }) => name));
      return super.write(files);
    }
    override append(name: string, text: string): Promise<void> {
      this.#step(name);
      return super.append(name, text);
    }
    override move(from: string, to: string): Promise<void> {
      this.#step(to);
      return super.move(from, to);
    }
  }

  it('at any moment leaves nothing that the next does not put right, and tell', async () => {
    const roster = await save((all) =>
      withoutCadre(changing('先进单位', (row) => row.set('主要事迹', '改写的事迹。'))(all)),
    );
    const { files } = await madeOnce(by);
    const whole = new MemoryFolder(files);
    const expected = await run(whole, roster, { by });
    for (let step = 0; ; step += 1) {
      const folder = new Mortal(files);
      folder.left = step;
      const isKilled = await run(folder, roster, { by }).then(
        () => false,
        () => true,
      );
      folder.left = Infinity;
      if (!isKilled) {
        expect(step).toBeGreaterThan(2);
        break;
      }
      const { changes } = await run(folder, roster, { by });
      expect([standing(folder), changes.void]).toEqual([standing(whole), expected.changes.void]);
      expect(changes.changed.length + changes.same).toBe(expected.changes.changed.length + expected.changes.same);
      // Whatever was written before, what differs from the last run that ended is told.
      expect(changes.changed).toEqual(expected.changes.changed);
    }
  });
});
