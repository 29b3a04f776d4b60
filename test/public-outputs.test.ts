/** Whatever is typed beside a name, the lists that go out hold names and nothing by which anybody can be reached: all parts of all files, and their names. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { FactValue } from '../rules/roster-column.ts';
import { columnsOf } from '../rules/roster-columns.ts';
import { makeSampleRoster } from '../jobs/sample/make-sample-roster.ts';
import { check, forms, notice, prizes, rosters, sheets } from '../scripts/commands.ts';
import { writeMasterRoster, type RosterTables } from '../workbook/roster/write-master-roster.ts';
import { findShanghai, type FullScheme } from './support/full-scheme.ts';
import { foldFigures, readFigures, spelledAddress, spelledNumber } from './support/private-texts.ts';
import { unpackTexts, withoutCreated } from './support/unpack.ts';

type Rows = Map<string, FactValue>[];
interface Tables {
  readonly memberUnits: Rows;
  readonly nominees: Rows;
}

const DISTRICTS = ['松江', '崇明'];
/** Cells that hold the name of somebody, of a unit, or what the lists print beside it. */
const NAME_CELLS = [
  ['memberUnits', '全称'],
  ['memberUnits', '所属'],
  ['memberUnits', '行业序列'],
  ['nominees', '单位名称'],
  ['nominees', '受奖集体'],
  ['nominees', '姓名'],
  ['nominees', '职务'],
  ['nominees', '奖项'],
] as const;

let scheme: FullScheme;
let folder: string;
let base: RosterTables & Tables;
const said: string[] = [];

beforeAll(async () => {
  scheme = await findShanghai();
  folder = await mkdtemp(path.join(tmpdir(), 'pingyou-public-'));
  const { tables } = makeSampleRoster(scheme, { seed: 3, flawed: false });
  const memberUnits = tables.memberUnits.filter((row) => DISTRICTS.includes(String(row.get('所属'))));
  const numbers = new Set(memberUnits.map((row) => row.get('编号')));
  base = {
    memberUnits,
    scores: tables.scores.filter((row) => numbers.has(row.get('编号') ?? null)),
    nominees: tables.nominees.filter((row) => numbers.has(row.get('单位编号') ?? null)),
    sequence: tables.sequence,
  };
  for (const stream of [process.stderr, process.stdout]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
  }
});

afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

interface Outputs {
  /** The texts of all parts of each list and of the score sheets, by the first folder or file name. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Paths of these and of the forms, drafts included. */
  readonly names: readonly string[];
  /** What the commands said, JSON included. */
  readonly words: string;
}

async function makeOutputs(tables: RosterTables): Promise<Outputs> {
  const run = await mkdtemp(path.join(folder, 'run-'));
  const roster = path.join(run, '总名册.xlsx');
  await writeFile(roster, await writeMasterRoster(scheme, tables));
  const out = path.join(run, 'out');
  await mkdir(out);
  const at = (name: string) => path.join(out, name);
  said.length = 0;
  await notice(roster, { out: at('公示.xlsx'), json: true });
  await rosters(roster, { out: at('名册.xlsx'), json: true });
  await prizes(roster, { out: at('奖金.xlsx'), json: true });
  await sheets(roster, { out: at('评分表'), json: true });
  const texts = new Map<string, string[]>();
  for (const name of await readdir(out, { recursive: true })) {
    if (!name.endsWith('.xlsx')) continue;
    const [kind = ''] = name.split(path.sep);
    const parts = [...unpackTexts(await readFile(at(name))).values()].map(withoutCreated);
    texts.set(kind, [...(texts.get(kind) ?? []), ...parts]);
  }
  // The forms themselves are no list: they ask for telephones and ID numbers.
  for (const by of ['form', 'district'] as const) {
    await forms(roster, { out: at(`审批表-${by}`), by, copies: 1, draft: true, json: true });
  }
  await check(roster, { json: true });
  const names = await readdir(out, { recursive: true });
  await rm(run, { recursive: true });
  return { texts, names, words: said.join('') };
}

const taint = fc.record({
  cell: fc.constantFrom(...NAME_CELLS),
  at: fc.nat(),
  text: fc.oneof(
    spelledNumber.map((text) => ({ text, isIn: (all: string) => foldFigures(all).includes(readFigures(text)) })),
    spelledAddress.map(({ text, secret }) => ({ text, isIn: (all: string) => all.includes(secret) })),
  ),
  isBefore: fc.boolean(),
});

it('no telephone, account, ID number or address in a name cell reaches a list, a file name or a sentence', async () => {
  let listed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(taint, { minLength: 1, maxLength: 6 }), async (taints) => {
      const tables = { ...base, memberUnits: copy(base.memberUnits), nominees: copy(base.nominees) };
      for (const { cell, at, text, isBefore } of taints) {
        const [sheet, heading] = cell;
        const rows = tables[sheet].filter((row) => Boolean(row.get(heading)));
        const row = rows[at % rows.length];
        const name = String(row?.get(heading) ?? '');
        row?.set(heading, isBefore ? `${text.text}${name}` : `${name}${text.text}`);
      }
      const { texts, names, words } = await makeOutputs(tables);
      for (const { text } of taints) {
        expect([...texts.values()].flat().filter((each) => text.isIn(each))).toEqual([]);
        expect(names.filter((each) => text.isIn(each))).toEqual([]);
        expect(words.split('\n').filter((line) => text.isIn(line))).toEqual([]);
      }
      listed += names.length;
    }),
    { numRuns: 8, endOnFailure: true },
  );
  expect(listed).toBeGreaterThan(8 * 90);
});

it('nobody is missed where there is nothing to hide', async () => {
  const { names, texts } = await makeOutputs(base);
  const all = [...texts.values()].flat().join('');
  for (const row of base.nominees) {
    for (const heading of ['姓名', '受奖集体', '单位名称']) expect(all).toContain(String(row.get(heading) ?? ''));
  }
  for (const row of base.memberUnits) {
    expect(names.some((name) => name.includes(`${String(row.get('编号'))} ${String(row.get('全称'))}`))).toBe(true);
  }
});

it.each([
  ['公示.xlsx', ['全称', '单位名称', '受奖集体', '姓名', '奖项']],
  ['名册.xlsx', ['全称', '单位名称', '受奖集体', '姓名', '奖项', '性别', '职务', '行业序列']],
  ['奖金.xlsx', ['全称', '单位名称', '受奖集体', '姓名', '奖项', '所属']],
  ['评分表', ['全称', '编号', '单位名称', '受奖集体', '单位编号']],
])('%s holds nothing else that the master roster knows of anybody, in any part', async (file, headings) => {
  const { texts } = await makeOutputs(base);
  const rows = [...base.memberUnits, ...base.nominees];
  const published = new Set(headings.flatMap((heading) => rows.map((row) => row.get(heading))));
  // Words to choose from stand in the scheme's own texts too.
  for (const column of [...columnsOf('memberUnits', scheme), ...columnsOf('nominees', scheme)]) {
    for (const choice of column.choices ?? []) published.add(choice);
  }
  // Words of five characters and more; shorter ones, such as 男 or 是, may stand in any sentence.
  const secrets = new Set(rows.flatMap((row) => [...row.values()]).filter((fact) => !published.has(fact)));
  const hidden = [...secrets].filter((fact) => typeof fact === 'string' && fact.length >= 5).map(String);
  expect(hidden.length).toBeGreaterThan(40);
  const parts = texts.get(file) ?? [];
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) expect(hidden.filter((each) => part.includes(each))).toEqual([]);
});

function copy(rows: Rows): Rows {
  return rows.map((row) => new Map(row));
}
