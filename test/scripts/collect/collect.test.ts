/** Collecting from the outside: the bundled command line on real files. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';
import { openWorkbook } from '../../../ooxml/read/open-workbook.ts';
import { patchWorkbook } from '../../../ooxml/patch/patch-workbook.ts';
import { readMasterRoster } from '../../../workbook/roster/read-master-roster.ts';
import {
  blankFilling,
  fillingOf,
  fullFilling,
  withoutAssociation,
  withoutSelf,
  type Filling,
} from '../../support/filled-sheets.ts';
import { makeZip } from '../../support/hostile-zip.ts';
import { makeOle2 } from '../../support/ole2.ts';
import {
  openFiller,
  UNITS,
  usualFilling,
  writeReturns,
  writeRoster,
  type FillUnit,
} from '../../support/returned-folder.ts';
import { runCli } from '../../support/run-cli.ts';
import { readValues } from '../../support/libreoffice.ts';
import { resaveAsWps, WPS } from '../../support/resave-as-wps.ts';
import { unpackTexts } from '../../support/unpack.ts';

const folder = mkdtempSync(join(tmpdir(), 'collect-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const at = (...names: string[]) => join(folder, ...names);
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

const Remark = z.object({ path: z.string(), code: z.string(), cell: z.string().nullable() });
const Result = z.object({
  files: z.object({ received: z.number(), accepted: z.number(), rejected: z.number(), ignored: z.number() }),
  units: z.object({
    expected: z.number(),
    counted: z.number(),
    blank: z.number(),
    unconfirmed: z.number(),
    undecided: z.number(),
    rejected: z.number(),
    missing: z.number(),
  }),
  rejected: z.array(z.object({ path: z.string(), sha256: z.string(), faults: z.array(Remark.omit({ path: true })) })),
  warnings: z.array(Remark),
  duplicates: z.array(z.object({ unitNumber: z.string(), settlement: z.string(), counted: z.string().nullable() })),
  ignored: z.array(z.object({ path: z.string() })),
  blank: z.array(z.object({ unitNumber: z.string(), path: z.string() })),
  questions: z.array(
    z.object({ unitNumber: z.string(), code: z.string(), severity: z.string(), confirmed: z.boolean() }),
  ),
  remarks: z.array(z.object({ code: z.string(), severity: z.string(), message: z.string() })),
  rosterChanged: z.boolean(),
  roster: z.nullable(
    z.object({
      added: z.number(),
      changed: z.number(),
      cleared: z.number(),
      kept: z.number(),
      cells: z.array(z.object({ unitNumber: z.string(), kind: z.string(), heading: z.string(), address: z.string() })),
    }),
  ),
});

let scheme: FullScheme;
let fill: FillUnit;
const roster = at('总名册.xlsx');
const good = at('报送');

beforeAll(async () => {
  scheme = await findShanghai();
  fill = await openFiller(scheme);
  writeFileSync(roster, await writeRoster(scheme));
  writeReturns(good, scheme, fill);
});

/** A copy of the good folder with more files in it. */
function folderWith(name: string, files: Readonly<Record<string, Uint8Array | string>>): string {
  const path = at(name);
  cpSync(good, path, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

function collect(from: string, out: string, ...more: string[]) {
  const run = runCli('collect', from, '--roster', roster, '--out', at(out), '--json', ...more);
  return { ...run, result: run.stdout === '' ? null : Result.parse(JSON.parse(run.stdout)) };
}

/** What a sheet of a summary holds, by address. */
async function sheetOf(out: string, name: string): Promise<Map<string, string | number | boolean>> {
  return new Map((await readValues(readFileSync(at(out)))).get(name));
}

describe('good files', () => {
  it('are all counted, and the unit that sent none is missing', async () => {
    const { status, result, stderr } = collect(good, 'good.xlsx');
    expect(stderr).toContain('正在读取评分表 49/49');
    expect(status).toBe(0);
    expect(result?.files).toEqual({ received: 49, accepted: 49, rejected: 0, ignored: 0 });
    expect(result?.units).toEqual({
      expected: 50,
      counted: 49,
      blank: 0,
      unconfirmed: 0,
      undecided: 0,
      rejected: 0,
      missing: 1,
    });
    const missing = [...(await sheetOf('good.xlsx', '未交单位')).values()];
    expect(missing).toContain('0050');
  });

  it('give the points and ranks that adding up by hand gives', async () => {
    collect(good, 'hand.xlsx');
    const cells = await sheetOf('hand.xlsx', '单位得分');
    const heading = new Map(
      [...cells]
        .filter(([address]) => /^[A-Z]+4$/.test(address))
        .map(([address, text]) => [text, address.replace(/\d+/, '')]),
    );
    const column = (text: string) => heading.get(text) ?? '';
    const rows = [...cells].filter(([address, value]) => /^A\d+$/.test(address) && /^\d{4}$/.test(String(value)));
    expect(rows.length).toBe(50);
    const pudong = UNITS.slice(0, 40).map((unit) => {
      const basic = 80 + ((UNITS.indexOf(unit) * 7) % 20);
      return { number: unit.number, basic, total: basic + (UNITS.indexOf(unit) % 5) };
    });
    for (const { number, basic, total } of pudong) {
      const row = rows.find(([, value]) => value === number)?.[0].slice(1) ?? '';
      expect(cells.get(column('内保处/科评分\n基本') + row)).toBe(basic);
      expect(cells.get(column('评分\n总分') + row)).toBe(total);
      const better = pudong.filter((other) => other.basic >= 85 && other.total > total).length;
      expect(cells.get(column('区内名次') + row)).toBe(basic >= 85 ? better + 1 : undefined);
      expect(cells.get(column('结论') + row)).toBe(basic >= 85 ? '具备参评资格' : '不具备参评资格');
    }
  });

  it('give the same bytes again, from any folder shape', () => {
    collect(good, 'once.xlsx');
    collect(good, 'twice.xlsx');
    expect(hashOf(at('twice.xlsx'))).toBe(hashOf(at('once.xlsx')));
    const flat = at('flat', 'deep', 'er');
    mkdirSync(flat, { recursive: true });
    for (const district of readdirSync(good)) {
      for (const name of readdirSync(join(good, district))) copyFileSync(join(good, district, name), join(flat, name));
    }
    expect(collect(at('flat'), 'flat.xlsx').result?.units).toEqual(collect(good, 'once.xlsx').result?.units);
  });
});

describe('among good files', () => {
  it('hostile ones are named and change nothing about the others', async () => {
    const bomb = makeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: Buffer.alloc(19 * 1024 * 1024) },
    ]);
    const sound = fill(UNITS[0] ?? failure(), usualFilling(scheme, UNITS[0] ?? failure()));
    // Stored, so that the flipped bit changes a figure and nothing but the checksum tells.
    const stored = [...unpackTexts(sound)].map(([name, data]) => ({ name, data, method: 0 }));
    const flipped = makeZip(stored);
    const place = Buffer.from(flipped).indexOf('<c r="E10"');
    const digit = flipped.indexOf('3'.charCodeAt(0), Buffer.from(flipped).indexOf('<v>', place));
    flipped[digit] = '1'.charCodeAt(0);
    const path = folderWith('hostile', {
      '坏/bomb.xlsx': bomb,
      '坏/cut.xlsx': sound.slice(0, 9000),
      '坏/flipped.xlsx': flipped,
      '坏/empty.xlsx': '',
      '坏/paper.pdf': '%PDF-1.7',
      '坏/big.xlsx': Buffer.alloc(21 * 1024 * 1024, 'PK'),
      '坏/locked.xlsx': makeOle2('EncryptionInfo', 'EncryptedPackage'),
      '坏/old.xls': makeOle2('Workbook'),
    });
    const { status, result } = collect(path, 'hostile.xlsx');
    expect(status).toBe(1);
    expect(result?.files).toEqual({ received: 57, accepted: 49, rejected: 8, ignored: 0 });
    expect(result?.rejected.map(({ path: file, faults }) => [file, faults[0]?.code])).toEqual([
      ['坏/big.xlsx', 'too-large'],
      ['坏/bomb.xlsx', 'bad-ratio'],
      ['坏/cut.xlsx', 'incomplete'],
      ['坏/empty.xlsx', 'empty'],
      ['坏/flipped.xlsx', 'bad-checksum'],
      ['坏/locked.xlsx', 'encrypted'],
      ['坏/old.xls', 'old-xls'],
      ['坏/paper.pdf', 'pdf'],
    ]);
    for (const { path: file, sha256 } of result?.rejected ?? []) expect(sha256).toBe(hashOf(join(path, file)));
    collect(good, 'clean.xlsx');
    for (const sheet of ['单位得分', '数据来源', '未交单位', '逐项差异']) {
      expect(await sheetOf('hostile.xlsx', sheet)).toEqual(await sheetOf('clean.xlsx', sheet));
    }
  });

  it('one that WPS has saved counts as any other, and its program is named', async () => {
    const unit = UNITS[49] ?? failure();
    const path = folderWith('wps', { 'wps.xlsx': resaveAsWps(fill(unit, fillingOf(scheme, 100))) });
    const { status, result } = collect(path, 'wps.xlsx');
    expect(status).toBe(0);
    expect(result?.files).toEqual({ received: 50, accepted: 50, rejected: 0, ignored: 0 });
    expect(result?.warnings.filter(({ path: file }) => file === 'wps.xlsx')).toEqual([]);
    const cells = await sheetOf('wps.xlsx', '数据来源');
    const row = [...cells].find(([, value]) => value === 'wps.xlsx')?.[0].replace(/\D+/, '') ?? '';
    const inRow = [...cells].filter(([address]) => address.replace(/\D+/, '') === row).map(([, value]) => value);
    expect(inRow).toEqual(expect.arrayContaining([unit.number, WPS, hashOf(join(path, 'wps.xlsx'))]));
  });

  it('what systems and programs leave behind is passed over by its name', () => {
    const names = ['a.TMP', '~WRL0003.tmp', 'a.xlsx.crdownload', 'a.xlsx.part', 'a.lnk', 'a.url', 'ehthumbs.db'];
    const more = ['desktop.ini', '新建 文本文档.txt', '新建文本文档 (2).txt', '__MACOSX/a.xlsx'];
    const path = folderWith('system', Object.fromEntries([...names, ...more].map((name) => [name, 'x'])));
    const { status, result } = collect(path, 'system.xlsx');
    expect(status).toBe(0);
    expect(result?.files).toMatchObject({ received: 49, ignored: names.length + more.length });
    const kept = folderWith('kept', { '说明.txt': 'x', 'tmp.dat': 'x', '链接.docx': 'x' });
    expect(collect(kept, 'kept.xlsx').result?.files).toMatchObject({ received: 52, rejected: 3, ignored: 0 });
  });

  it('a cell that nobody can read leaves its sheet counted, clears nothing, and is somebody’s work', async () => {
    const unit = UNITS[49] ?? failure();
    const path = folderWith('unread', { '满.xlsx': fill(unit, fillingOf(scheme, 92, 4), { D7: '满' }) });
    const { status, result, stderr } = collect(
      path,
      'unread.xlsx',
      '--write-roster',
      at('unread-新.xlsx'),
      '--allow-clearing',
    );
    expect(status).toBe(1);
    expect(result?.units).toMatchObject({ counted: 50, rejected: 0 });
    expect(
      result?.roster?.cells.filter(({ unitNumber, kind }) => unitNumber === unit.number && kind === 'cleared'),
    ).toEqual([]);
    expect(result?.warnings.filter(({ path: file }) => file === '满.xlsx')).toMatchObject([
      { code: 'not-a-number', cell: 'D7' },
    ]);
    expect(stderr).toContain(`有 1 家单位的评分表里有认不出的格子（${unit.number}）`);
    const again = collect(path, 'unread-again.xlsx', '--previous', at('unread.xlsx'));
    expect(again.status).toBe(1);
    expect([...(await sheetOf('unread-again.xlsx', '变化')).values()]).not.toContain(unit.number);
  });

  it('several in one zip or in one workbook are several, each with its place and its own hash', () => {
    const [one, two] = [UNITS[48] ?? failure(), UNITS[49] ?? failure()];
    const both = [one, two].map((unit) => ({
      name: `${unit.number}.xlsx`,
      data: fill(unit, usualFilling(scheme, unit)),
    }));
    const path = folderWith('zip', { '区.zip': makeZip([...both, { name: '__MACOSX/._a.xlsx', data: 'x' }]) });
    const { result } = collect(path, 'zip.xlsx');
    expect(result?.files).toMatchObject({ received: 51, rejected: 0, ignored: 1 });
    expect(result?.units).toMatchObject({ counted: 50, missing: 0 });
    expect(result?.ignored).toEqual([{ path: '区.zip/__MACOSX/._a.xlsx' }]);
  });

  it('each unit that has something to do gets one page with its cells, and nobody’s telephone stands on it or in the log', async () => {
    const [scan, full, gone] = [UNITS[47] ?? failure(), UNITS[48] ?? failure(), UNITS[49] ?? failure()];
    const path = folderWith('notes', {
      [`${scan.number} 扫描件.pdf`]: '%PDF-1.7',
      '满.xlsx': fill(full, fillingOf(scheme, 92, 4), { D7: '满' }),
    });
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      const isOwn = [scan, full].some(({ number }) => name.includes(number)) && name.endsWith('.xlsx');
      if (isOwn) rmSync(join(path, name));
    }
    const contacts = patchWorkbook(readFileSync(roster), '总名册.xlsx', [
      { sheet: '会员单位', address: 'X1', value: '联系人' },
      { sheet: '会员单位', address: 'Y1', value: '联系电话' },
      { sheet: '会员单位', address: `X${gone.row}`, value: '虚构联系人' },
      { sheet: '会员单位', address: `Y${gone.row}`, value: '13800000000' },
    ]);
    writeFileSync(at('联系.xlsx'), contacts);
    const run = runCli(
      'collect',
      path,
      '--roster',
      at('联系.xlsx'),
      '--out',
      at('notes.xlsx'),
      '--notes',
      at('通知'),
      '--json',
    );
    expect(run.status).toBe(1);
    const names = readdirSync(at('通知'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.xlsx'),
    );
    expect(names.map((name) => name.split('/').at(-1)?.split(' ')[0])).toEqual(
      expect.arrayContaining([scan.number, full.number, gone.number]),
    );
    const noteOf = async (unit: typeof scan) => {
      const name = names.find((each) => each.includes(`${unit.number} `)) ?? '';
      return [...((await readValues(readFileSync(at('通知', name)))).get('通知单') ?? new Map()).values()].join('\n');
    };
    expect(await noteOf(full)).toMatch(/D7\nD7 单元格的“满”/);
    expect(await noteOf(gone)).toContain('还没有收到贵单位的评分表');
    expect([...(await sheetOf('notes.xlsx', '未交单位')).values()]).toEqual(
      expect.arrayContaining(['虚构联系人', '13800000000']),
    );
    const everything = run.stdout + run.stderr + (await Promise.all([scan, full, gone].map(noteOf))).join('');
    expect(everything).not.toMatch(/13800000000|虚构联系人/);
    // What is settled since needs no note any more: it is moved, or named where somebody has written on it.
    const nameOf = ({ number }: typeof scan) => names.find((each) => each.includes(`${number} `)) ?? failure();
    for (const unit of [gone, scan, full]) {
      writeFileSync(join(path, `${unit.number} 补.xlsx`), fill(unit, usualFilling(scheme, unit)));
    }
    for (const name of [`${scan.number} 扫描件.pdf`, '满.xlsx']) rmSync(join(path, name));
    appendFileSync(at('通知', nameOf(full)), ' ');
    const again = runCli(
      ...['collect', path, '--roster', at('联系.xlsx'), '--out', at('notes.xlsx'), '--notes', at('通知'), '--json'],
    );
    const { notes, noteChanges } = JSON.parse(again.stdout) as { notes: number; noteChanges: Record<string, unknown> };
    const others = names.length - 3;
    expect([notes, noteChanges['same'], noteChanges['changed']]).toEqual([others, others, []]);
    expect([noteChanges['moved'], noteChanges['kept']]).toEqual([
      expect.toSatisfy((moved: string[]) => moved.toSorted().join() === [nameOf(scan), nameOf(gone)].toSorted().join()),
      [nameOf(full)],
    ]);
    expect(again.stderr).toContain(`没有移动，请自行处理，不要再打印：${nameOf(full)}`);
    expect(readdirSync(at('通知', '已作废'), { recursive: true })).toContain(nameOf(gone));
    // The folder itself as well: a note would stand in place of the sheet that it is about.
    for (const place of [join(path, '通知'), path]) {
      const inside = runCli('collect', path, '--roster', roster, '--out', at('notes-2.xlsx'), '--notes', place);
      expect([inside.status, inside.stderr.includes('下次会被当作报送的文件')]).toEqual([2, true]);
    }
  });

  it.each(['13800138000', '138 0013 8000', '021-61234567', '310000199001011234'])(
    'whatever becomes of a file, the number %s in its name is shown nowhere',
    (number) => {
      const [good, off, twice, scan, blank] = UNITS.slice(0, 5);
      if (!good || !off || !twice || !scan || !blank) throw new Error('too few units');
      const usual = (unit: typeof good) => usualFilling(scheme, unit);
      const path = folderWith(`名-${number}`, {
        [`收/${good.number} 王某${number}.xlsx`]: fill(good, usual(good), { D7: '满' }),
        [`收/${off.number} 李某${number}/表.xlsx`]: fill(off, usual(off)),
        [`收/${twice.number} 甲${number}.xlsx`]: fill(twice, fillingOf(scheme, 92, 4)),
        [`收/${twice.number} 乙${number}.xlsx`]: fill(twice, fillingOf(scheme, 90, 3)),
        [`收/${scan.number} 扫描${number}.pdf`]: '%PDF-1.7',
        [`收/${number}.xlsx`]: 'x',
        [`收/${blank.number} 空${number}.xlsx`]: fill(blank, blankFilling(scheme)),
        [`收/~$${number}.xlsx`]: 'x',
      });
      for (const name of readdirSync(path)) if (name !== '收') rmSync(join(path, name), { recursive: true });
      const notes = at(`通知-${number.length}-${number.slice(0, 3)}`);
      const run = runCli(
        ...['collect', path, '--roster', roster, '--out', at('names.xlsx'), '--notes', notes, '--json', '--force'],
      );
      expect(run.status).toBe(1);
      const own = [good, off, twice, scan, blank];
      const pages = readdirSync(notes, { recursive: true, encoding: 'utf8' }).filter((name) =>
        own.some((unit) => name.includes(`${unit.number} `)),
      );
      expect(pages.length).toBeGreaterThan(2);
      const books = [at('names.xlsx'), ...pages.map((name) => join(notes, name))];
      const written = books.flatMap((book) => [...unpackTexts(readFileSync(book)).values()].map(String));
      const shown = [run.stdout, run.stderr, ...written].join('\n');
      expect(shown).toContain('扫描');
      const around = new RegExp(`.{0,60}(?:${number}|${number.replace(/[ -]/g, '')}).{0,20}`, 'g');
      expect(shown.match(around)).toBeNull();
    },
  );

  it.each([
    ['--only', '浦东'],
    ['--reply-by', '2025-01-08'],
  ])('%s is of notes, and refused without them', (option, value) => {
    const run = runCli(
      'collect',
      folderWith('no-notes', {}),
      '--roster',
      roster,
      '--out',
      at('no.xlsx'),
      option,
      value,
    );
    expect([run.status, run.stderr]).toEqual([
      2,
      expect.stringContaining(`${option} 是写通知单时用的；请同时加 --notes`),
    ]);
  });

  it('a unit whose file cannot be read is told from one that sent nothing', async () => {
    const last = UNITS[49] ?? failure();
    const path = folderWith('scan', { [`${last.number} 扫描件.pdf`]: '%PDF-1.7' });
    const { result, stderr } = collect(path, 'scan.xlsx');
    expect(result?.units).toMatchObject({ counted: 49, rejected: 1, missing: 0 });
    expect(stderr).toMatch(/收到而不能计入的文件 1 个：\n.*扫描件\.pdf”（.*）：.*是 PDF，不是电子表格/);
    expect([...(await sheetOf('scan.xlsx', '收到未计入')).values()]).toContain(`${last.number} 扫描件.pdf`);
    expect([...(await sheetOf('scan.xlsx', '退回文件')).values()]).toEqual(
      expect.arrayContaining(['文件名', '图片、PDF、Word']),
    );
    expect([...(await sheetOf('scan.xlsx', '未交单位')).values()]).not.toContain(last.number);
  });

  it('lock files and hidden ones are passed over, and named', () => {
    const path = folderWith('locks', {
      '浦东/~$0001.xlsx': 'x',
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      '.git/config': 'x',
    });
    const { status, result, stderr } = collect(path, 'locks.xlsx');
    expect(status).toBe(0);
    expect(result?.files).toMatchObject({ received: 49, ignored: 4 });
    for (const name of ['~$0001.xlsx', '.DS_Store', 'Thumbs.db', '.git']) expect(stderr).toContain(name);
  });

  it('two different ones of a unit wait for a person, who chooses in the summary', async () => {
    const unit = UNITS[0] ?? failure();
    const path = folderWith('twice', { '补交.xlsx': fill(unit, fillingOf(scheme, 99)) });
    const undecided = collect(path, 'undecided.xlsx');
    expect(undecided.status).toBe(1);
    expect(undecided.result?.units).toMatchObject({ counted: 48, undecided: 1 });
    const cells = await sheetOf('undecided.xlsx', '重复报送');
    const find = (text: string | RegExp) =>
      [...cells].find(([, value]) => (typeof text === 'string' ? value === text : text.test(String(value))))?.[0] ?? '';
    expect([...cells.values()]).toContain('E7');
    const choice = find('选用').replace(/\d+/, '') + find('补交.xlsx').replace(/\D+/, '');
    const edited = patchWorkbook(readFileSync(at('undecided.xlsx')), '汇总.xlsx', [
      { sheet: '重复报送', address: choice, value: '是' },
    ]);
    writeFileSync(at('edited.xlsx'), edited);
    const chosen = collect(path, 'chosen.xlsx', '--previous', at('edited.xlsx'));
    expect(chosen.status).toBe(0);
    expect(chosen.result?.duplicates).toMatchObject([
      { unitNumber: '0001', settlement: 'chosen', counted: '补交.xlsx' },
    ]);
    // The choice goes on from summary to summary.
    const again = collect(path, 'again.xlsx', '--previous', at('chosen.xlsx'));
    expect(again.result?.duplicates).toMatchObject([{ settlement: 'chosen', counted: '补交.xlsx' }]);
  });

  it('--prefer newest says which it took', () => {
    const path = folderWith('newest', { '补交.xlsx': fill(UNITS[0] ?? failure(), fillingOf(scheme, 99)) });
    const { status, stderr, result } = collect(path, 'newest.xlsx', '--prefer', 'newest');
    expect(status).toBe(0);
    expect(result?.duplicates).toMatchObject([{ settlement: 'newest', counted: '补交.xlsx' }]);
    expect(stderr).toContain('--prefer newest 取了“补交.xlsx”');
  });
});

describe('the next tally', () => {
  it('carries decisions over and lists what changed', async () => {
    collect(good, 'first.xlsx');
    const panel = await sheetOf('first.xlsx', '临界名单');
    const column = (text: string) => [...panel].find(([, value]) => value === text)?.[0].replace(/\d+/, '') ?? '';
    const [first] = [...panel].filter(([address, value]) => address.startsWith('A') && /^\d{4}$/.test(String(value)));
    const row = first?.[0].slice(1) ?? '';
    const write = (heading: string, value: string) => ({ sheet: '临界名单', address: column(heading) + row, value });
    const decided = patchWorkbook(readFileSync(at('first.xlsx')), '汇总.xlsx', [
      write('决定', '列入'),
      write('理由', '现场复核属实'),
      write('决定人', '评审组'),
      write('日期', '2026-11-20'),
    ]);
    writeFileSync(at('decided.xlsx'), decided);
    const unit = UNITS[1] ?? failure();
    const path = folderWith('later', {});
    writeFileSync(join(path, '浦东', `${unit.number} ${unit.name}.xlsx`), fill(unit, fillingOf(scheme, 70, 1)));
    const { status, result } = collect(path, 'later.xlsx', '--previous', at('decided.xlsx'));
    expect([status, result?.files.received]).toEqual([0, 49]);
    const texts = [...(await sheetOf('later.xlsx', '临界名单')).values()];
    expect(texts).toEqual(expect.arrayContaining(['列入', '现场复核属实', '评审组', '2026-11-20']));
    const changes = [...(await sheetOf('later.xlsx', '变化')).values()];
    expect(changes).toEqual(expect.arrayContaining(['参评资格', '0002', '具备参评资格', '不具备参评资格', 'E9']));
  });

  it('refuses a workbook that is no summary', () => {
    const { status, stderr } = collect(good, 'none.xlsx', '--previous', roster);
    expect(status).toBe(2);
    expect(stderr).toContain('总名册.xlsx');
    expect(existsSync(at('none.xlsx'))).toBe(false);
  });
});

it('--write-roster fills 评分 and leaves every other part as it is', () => {
  const { status } = collect(good, 'r.xlsx', '--write-roster', at('新名册.xlsx'));
  expect(status).toBe(0);
  const bytes = readFileSync(at('新名册.xlsx'));
  const { roster: filled } = readMasterRoster(openWorkbook(bytes, '新名册.xlsx'), scheme);
  expect(filled.scores.length).toBe(50);
  UNITS.slice(0, -1).forEach((unit, index) => {
    const row = filled.scores.find(({ unitNumber }) => unitNumber === unit.number);
    expect(row).toMatchObject({
      selfBasic: 100,
      selfBonus: 30,
      associationBasic: 80 + ((index * 7) % 20),
      associationBonus: index % 5,
    });
    expect(new Set(row?.vetoes)).toEqual(new Set(['clear']));
  });
  // The unit without a sheet keeps what stood there.
  expect(filled.scores.find(({ unitNumber }) => unitNumber === '0050')).toMatchObject({
    associationBasic: 55,
    selfBasic: null,
  });
  const [before, after] = [unpackTexts(readFileSync(roster)), unpackTexts(bytes)];
  const changed = [...before].filter(([name, xml]) => after.get(name) !== xml).map(([name]) => name);
  expect(changed.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet3.xml']);
  expect(runCli('check', at('新名册.xlsx'), '--json').status).toBeLessThan(2);
});

describe('a blank sheet of a unit with scores', () => {
  const unit = () => UNITS[49] ?? failure();
  const scored = at('有得分.xlsx');
  const scoresOf = (path: string) => {
    const { roster: found } = readMasterRoster(openWorkbook(readFileSync(at(path)), path), scheme);
    return found.scores.find(({ unitNumber }) => unitNumber === '0050');
  };
  const write = (name: string, filling: Filling, ...more: string[]) => {
    const path = folderWith(name, { '空白.xlsx': fill(unit(), filling) });
    const run = runCli(
      'collect',
      path,
      '--roster',
      scored,
      '--out',
      at(`${name}.xlsx`),
      '--json',
      '--write-roster',
      at(`${name}-名册.xlsx`),
      ...more,
    );
    return { ...run, result: Result.parse(JSON.parse(run.stdout)) };
  };

  beforeAll(() => {
    const change = (address: string, value: string | number) => ({ sheet: '评分', address, value });
    // Row 3 of 评分 is that of 0050.
    const bytes = patchWorkbook(readFileSync(roster), '总名册.xlsx', [
      change('C3', 91),
      change('F3', 7),
      change('G3', '未发生'),
    ]);
    writeFileSync(scored, bytes);
    expect(readMasterRoster(openWorkbook(bytes, ''), scheme).roster.scores[1]).toMatchObject({
      unitNumber: '0050',
      selfBasic: 91,
      associationBasic: 55,
      associationBonus: 7,
    });
  });

  it('is not counted, and leaves every score', () => {
    const { status, result, stderr } = write('blank', blankFilling(scheme), '--allow-clearing');
    expect(status).toBe(0);
    expect(result.units).toMatchObject({ counted: 49, blank: 1, missing: 0 });
    expect(result.blank).toEqual([{ unitNumber: '0050', path: '空白.xlsx' }]);
    expect(result.warnings).toContainEqual({ path: '空白.xlsx', code: 'sheet-blank', cell: 'D7' });
    expect(stderr).toContain('已计入 49，未填 1，');
    expect(result.roster?.cells.filter(({ unitNumber }) => unitNumber === '0050')).toEqual([]);
    expect(scoresOf('blank-名册.xlsx')).toMatchObject({ selfBasic: 91, associationBasic: 55, associationBonus: 7 });
  });

  it('half filled in adds what it says, keeps the rest and tells, and clears by name alone', () => {
    const half = withoutAssociation(fullFilling(scheme));
    const { result, stderr } = write('half', half);
    const own = result.roster?.cells.filter(({ unitNumber }) => unitNumber === '0050');
    expect(own?.map(({ kind, heading }) => [kind, heading])).toEqual([
      ['changed', '基本得分（自评）'],
      ['added', '加分（自评）'],
      ['kept', '基本得分（协会）'],
      ['kept', '加分（协会）'],
      ['kept', '否决项1'],
    ]);
    expect(result.roster).toMatchObject({ kept: 3, cleared: 0 });
    expect(stderr).toContain('另有 3 格总名册中有内容而评分表是空白，原样保留');
    expect(scoresOf('half-名册.xlsx')).toMatchObject({ selfBasic: 100, associationBasic: 55, associationBonus: 7 });
    const cleared = write('cleared', half, '--allow-clearing');
    expect(cleared.result.roster).toMatchObject({ kept: 0, cleared: 3 });
    expect(scoresOf('cleared-名册.xlsx')).toMatchObject({
      selfBasic: 100,
      associationBasic: null,
      associationBonus: null,
      vetoes: scheme.scoreSheet.vetoItems.map(() => 'open'),
    });
  });

  it('with the association’s column alone is a question, and no score of anybody', () => {
    const { status, result, stderr } = write('doubtful', withoutSelf(fullFilling(scheme)));
    expect(status).toBe(1);
    expect(result.units).toMatchObject({ counted: 49, unconfirmed: 1 });
    expect(result.questions).toMatchObject([
      { unitNumber: '0050', code: 'self-missing', severity: 'question', confirmed: false },
    ]);
    expect(stderr).toContain('请看汇总的“待确认”表');
    expect(scoresOf('doubtful-名册.xlsx')).toMatchObject({ selfBasic: 91, associationBasic: 55 });
  });
});

it('a roster whose numbers all lost their zeros turns nobody away, and its rows are found', () => {
  const strip = (sheet: string, rows: number) =>
    Array.from({ length: rows }, (_, index) => ({ sheet, address: `A${index + 2}` }));
  const bytes = readFileSync(roster);
  const { roster: read } = readMasterRoster(openWorkbook(bytes, ''), scheme);
  const numbers = [...read.memberUnits.map(({ number }) => number), ...read.scores.map(({ unitNumber }) => unitNumber)];
  const places = [...strip('会员单位', read.memberUnits.length), ...strip('评分', read.scores.length)];
  const changes = places.map((place, index) => ({ ...place, value: Number(numbers[index]) }));
  writeFileSync(at('丢零.xlsx'), patchWorkbook(bytes, '', changes));
  const args = [
    '--roster',
    at('丢零.xlsx'),
    '--out',
    at('丢零汇总.xlsx'),
    '--write-roster',
    at('丢零名册.xlsx'),
    '--json',
  ];
  const run = runCli('collect', good, ...args);
  expect(run.status).toBe(0);
  const result = Result.parse(JSON.parse(run.stdout));
  expect(result.units).toMatchObject({ counted: 49, rejected: 0, missing: 1 });
  expect(result.remarks).toMatchObject([{ code: 'zeros-lost', severity: 'note' }]);
  expect(run.stderr.match(/丢了前导零/g)).toHaveLength(1);
  const { roster: filled } = readMasterRoster(openWorkbook(readFileSync(at('丢零名册.xlsx')), ''), scheme);
  expect(filled.scores.map(({ unitNumber }) => unitNumber).sort((a, b) => Number(a) - Number(b))).toEqual(
    UNITS.map(({ number }) => String(Number(number))),
  );
});

describe('refuses', () => {
  it.each([
    [
      'clearing without a roster to write',
      () => [good, '--out', at('x.xlsx'), '--allow-clearing'],
      '请同时加 --write-roster',
    ],
    ['an output inside the folder of returned files', () => [good, '--out', join(good, 'S.xlsx')], '报送文件夹'],
    ['the roster as output', () => [good, '--out', roster], '总名册本身'],
    ['a folder that is not there', () => [at('nowhere'), '--out', at('x.xlsx')], 'nowhere'],
    [
      'a folder without files',
      () => [(mkdirSync(at('bare'), { recursive: true }), at('bare')), '--out', at('x.xlsx')],
      '没有可以读取的文件',
    ],
  ])('%s', (_, args, sentence) => {
    const { status, stderr } = runCli('collect', ...args(), '--roster', roster);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

it('killed at any moment it leaves the old summary or the new one', async () => {
  const out = at('killed.xlsx');
  collect(good, 'killed.xlsx');
  const old = hashOf(out);
  copyFileSync(out, at('old.xlsx'));
  const path = folderWith('changed', { '补交.xlsx': fill(UNITS.at(-1) ?? failure(), fillingOf(scheme, 99)) });
  collect(path, 'whole.xlsx');
  const whole = hashOf(at('whole.xlsx'));
  const started = performance.now();
  collect(path, 'timed.xlsx');
  const duration = performance.now() - started;
  const seen = new Set<string>();
  for (let round = 0; round < 10; round += 1) {
    copyFileSync(at('old.xlsx'), out);
    // Mostly towards the end, where the writing is.
    const moment = duration * (round < 3 ? Math.random() : 0.7 + 0.5 * Math.random());
    await runAndKill(['collect', path, '--roster', roster, '--out', out, '--force'], moment);
    const found = hashOf(out);
    expect([old, whole]).toContain(found);
    seen.add(found);
  }
  expect(seen.has(old)).toBe(true);
}, 240_000);

function runAndKill(args: readonly string[], moment: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('node', ['dist/pingyou.js', ...args], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), moment);
    child.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function failure(): never {
  throw new Error('no such unit');
}
