/** Returned files in every format, damaged by a seeded hand, beside good ones: what `collect` says of them all. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, write, type BookType } from '@e965/xlsx';
import * as z from 'zod';
import { fillingOf } from '../support/filled-sheets.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { makeZip } from '../support/hostile-zip.ts';
import { openFiller, UNITS, usualFilling, writeRoster } from '../support/returned-folder.ts';
import { runCli } from '../support/run-cli.ts';

const Summary = z.object({
  files: z.object({ received: z.number(), accepted: z.number(), rejected: z.number(), ignored: z.number() }),
  units: z.object({ counted: z.number() }),
  rejected: z.array(z.object({ path: z.string(), faults: z.array(z.object({ code: z.string() })).min(1) })),
  duplicates: z.array(z.object({ unitNumber: z.string(), settlement: z.string() })),
});

interface DamageReport {
  readonly files: number;
  readonly accepted: number;
  readonly rejected: number;
  /** How often each code was the reason. */
  readonly codes: ReadonlyMap<string, number>;
  /** What must not be; empty where all is well. */
  readonly failures: readonly string[];
}

/** Units whose sheets stay as they are. */
const GOOD = 20;
/** Cells of a sheet that hold what means nothing at all. */
const MEANINGLESS = ['约8', '8-9', '8/9', '满', '?', '8 9', '#REF!', '=1+7', '8\u00009', '八九不离十', 'NaN', '1e1'];

/** Damages so many files and collects them. The same seed damages them alike. */
export async function damageFiles(count: number, seed: number): Promise<DamageReport> {
  const folder = mkdtempSync(join(tmpdir(), 'damage-'));
  try {
    return await collectDamaged(folder, count, seed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function collectDamaged(folder: string, count: number, seed: number): Promise<DamageReport> {
  const scheme = await findShanghai();
  const fill = await openFiller(scheme);
  const roster = join(folder, '册.xlsx');
  writeFileSync(roster, await writeRoster(scheme));
  const [good, all] = [join(folder, '好'), join(folder, '全')];
  for (const path of [good, all]) {
    mkdirSync(path);
    for (const unit of UNITS.slice(0, GOOD)) {
      writeFileSync(join(path, `${unit.number}.xlsx`), fill(unit, usualFilling(scheme, unit)));
    }
  }
  const random = makeRandom(seed);
  const sheetOf = (index: number, cells = {}) => fill(UNITS[index] ?? failure(), fillingOf(scheme, 90), cells);
  // Units of their own: of a damaged zip nothing may come but what was packed; old formats have no checksum.
  const checked = sheetOf(40);
  const [xls, xlsb, ods, csv] = [
    saveAs(sheetOf(41), 'biff8'),
    saveAs(sheetOf(42), 'xlsb'),
    saveAs(sheetOf(43), 'ods'),
    saveAs(sheetOf(44), 'csv'),
  ];
  const kinds: readonly (() => [extension: string, bytes: Uint8Array])[] = [
    () => ['xlsx', damage(checked, random)],
    () => ['zip', damage(makeZip([{ name: '甲.xlsx', data: checked, method: 0 }]), random)],
    () => [
      'zip',
      makeZip([
        { name: '甲.xlsx', data: damage(checked, random) },
        { name: '乙.xlsx', data: checked },
      ]),
    ],
    () => ['xls', damage(xls, random)],
    () => ['xlsb', damage(xlsb, random)],
    () => ['ods', damage(ods, random)],
    () => ['csv', damage(csv, random)],
    () => ['xlsx', sheetOf(45, { D7: pick(MEANINGLESS, random), E8: pick(MEANINGLESS, random) })],
    () => [pick(['pdf', 'jpg', 'xlsx', 'eml', 'ods', 'rar'], random), noise(random)],
  ];
  for (let index = 0; index < count; index += 1) {
    const [extension, bytes] = (kinds[index % kinds.length] ?? failure())();
    writeFileSync(join(all, `坏${index}.${extension}`), bytes);
  }
  return judge(collect(folder, good), collect(folder, all), count);
}

function collect(folder: string, from: string) {
  const out = join(folder, `汇总${from.length}${from.at(-1) ?? ''}.xlsx`);
  const { status, stdout, stderr } = runCli(
    'collect',
    from,
    '--roster',
    join(folder, '册.xlsx'),
    '--out',
    out,
    '--json',
  );
  const summary = stdout === '' ? null : Summary.parse(JSON.parse(stdout));
  return { status, stderr, summary };
}

type Collected = ReturnType<typeof collect>;

function judge(good: Collected, all: Collected, count: number): DamageReport {
  const codes = new Map<string, number>();
  const failures: string[] = [];
  if (good.status !== 0 || all.status !== 1)
    failures.push(`ended with ${good.status} and ${all.status}: ${all.stderr.slice(-500)}`);
  for (const { path, faults } of all.summary?.rejected ?? []) {
    const code = faults[0]?.code ?? '';
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (code.startsWith('reader-')) failures.push(`${path}: ${code}`);
    if (!path.startsWith('坏')) failures.push(`${path} is good, and was refused`);
  }
  const files = all.summary?.files;
  if (!files || files.received + files.ignored < count + GOOD) failures.push('a file came in and is in no list');
  // Units 1 to 20 are counted as without the others, and the one whose files have checksums says one thing.
  for (const { unitNumber, settlement } of all.summary?.duplicates ?? []) {
    if (Number(unitNumber) <= GOOD) failures.push(`${unitNumber} is good, and has become several`);
    if (unitNumber === UNITS[40]?.number && settlement !== 'same')
      failures.push(`a damaged value was taken: ${settlement}`);
  }
  if ((all.summary?.units.counted ?? 0) < (good.summary?.units.counted ?? GOOD)) failures.push('a good file is lost');
  return { files: count, accepted: files?.accepted ?? 0, rejected: files?.rejected ?? 0, codes, failures };
}

/** Flips, cuts, doubles, blanks or overwrites a piece. */
function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const damaged = Buffer.from(bytes);
  const at = Math.floor(random() * damaged.length);
  const length = 1 + Math.floor(random() * Math.min(2000, damaged.length - at));
  switch (Math.floor(random() * 6)) {
    case 0:
      for (let flips = 0; flips < 1 + random() * 20; flips += 1) {
        const place = Math.floor(random() * damaged.length);
        damaged[place] = (damaged[place] ?? 0) ^ (1 + Math.floor(random() * 255));
      }
      return damaged;
    case 1:
      return damaged.subarray(0, at);
    case 2:
      return Buffer.concat([damaged.subarray(0, at), damaged.subarray(at, at + length), damaged.subarray(at)]);
    case 3:
      return damaged.fill(0, at, at + length);
    case 4:
      return Buffer.concat([damaged.subarray(0, at), damaged.subarray(at + length)]);
    default:
      return damaged.map((byte, index) => (index >= at && index < at + length ? Math.floor(random() * 256) : byte));
  }
}

function noise(random: () => number): Uint8Array {
  return Uint8Array.from({ length: Math.floor(random() * 5000) }, () => Math.floor(random() * 256));
}

function saveAs(bytes: Uint8Array, bookType: BookType): Uint8Array {
  const book = read(bytes, { cellNF: true });
  // The library says of each on the console that it cannot write it.
  book.Workbook = { ...book.Workbook, Names: [] };
  const saved: unknown = write(book, { type: 'array', bookType });
  if (saved instanceof ArrayBuffer) return new Uint8Array(saved);
  throw new Error('the library gave no bytes');
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] ?? failure();
}

function failure(): never {
  throw new Error('out of range');
}

/** The same numbers for the same seed, from 0 to below 1 (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
