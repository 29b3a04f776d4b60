/** Schemes of a user's own in the workshop: checked as the command line checks them, used as its `--templates` are. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_CHOICES } from '../../../addin/page/choices.ts';
import { readBundles } from '../../../addin/page/own-schemes/scheme-bundle.ts';
import type { Made } from '../../../addin/page/made.ts';
import { Workshop } from '../../../addin/page/workshop.ts';
import { describeSchemeFault } from '../../../schemes/fault.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../../scripts/scheme-folder.ts';
import { runCli } from '../../support/run-cli.ts';
import { partsOf, readWorkbooks } from '../clerk-page.ts';
import { DAMAGES, idOf, writeDamaged } from './damaged-schemes.ts';
import { dropFolder } from './dropped-folder.ts';

const INNS = 'starbridge-inns-2031';
const SIXTH = path.resolve('test/schemes/sixth');
const BUILT_IN = 'xinjiang-fire-2021';

const folder = mkdtempSync(path.join(tmpdir(), 'own-schemes-'));
const at = (name: string) => path.join(folder, name);
let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), () => undefined);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** As it comes to the workshop: copied on the way. */
async function bring(root: string) {
  const { checked } = await workshop.bringSchemes(structuredClone(await readBundles(dropFolder(root))));
  return checked;
}

/** What the command line says of a folder of schemes, a line each, without the last one that counts. */
function checkOnDisk(root: string): readonly string[] {
  const { stderr } = runCli('check-schemes', '--templates', root);
  return stderr.trim().split('\n').slice(0, -1);
}

async function bytesOf({ file }: Made): Promise<Uint8Array> {
  return new Uint8Array((await file?.arrayBuffer()) ?? []);
}

const linesOf = (checked: Awaited<ReturnType<typeof bring>>) =>
  checked.flatMap(({ faults }) => faults.map((fault) => `${describeSchemeFault(fault)}。`));

describe('the check', () => {
  it('finds nothing in the schemes of the product, as the command line does', async () => {
    const checked = await bring(TEMPLATES_FOLDER);
    expect(checked.map(({ id }) => id)).toEqual(readdirSync(TEMPLATES_FOLDER).sort());
    expect(linesOf(checked)).toEqual([]);
    expect(checkOnDisk(TEMPLATES_FOLDER)).toEqual([]);
  }, 60_000);

  it('says of every kind of fault what the command line says, to the letter', async () => {
    const root = at('damaged');
    writeDamaged(root);
    const names = readdirSync(root);
    const checked = [];
    // More than may be dropped at once.
    for (const some of [names.slice(0, 20), names.slice(20)]) {
      const { files } = dropFolder(root);
      const brought = files.filter(({ path: file }) => some.includes(file.split('/')[0] ?? ''));
      const bundles = await readBundles({ files: brought, unread: [], folder: null });
      checked.push(...(await workshop.bringSchemes(bundles)).checked);
    }
    const expected = checkOnDisk(root);
    expect(linesOf(checked).sort()).toEqual([...expected].sort());
    expect(checked.filter(({ faults }) => faults.length === 0)).toEqual([]);
    expect((await workshop.listSchemes()).filter(({ isOwn }) => isOwn)).toEqual([]);
  }, 120_000);

  it('is held against a damage of everything that schemes are checked for', () => {
    const HELPERS = ['collect-names'];
    const checks = readdirSync('schemes/checks').map((name) => name.replace('.ts', ''));
    const wanted = checks.filter((name) => !HELPERS.includes(name)).map((name) => `checks/${name}`);
    expect(Object.keys(DAMAGES)).toEqual(expect.arrayContaining(wanted));
    expect(new Set(Object.keys(DAMAGES).map(idOf)).size).toBe(Object.keys(DAMAGES).length);
  });
});

describe('a scheme that was brought', () => {
  it('makes what the command line makes of it with its folder, forms included', async () => {
    expect(linesOf(await bring(SIXTH))).toEqual([]);
    const bytes = await bytesOf(await workshop.invent(INNS, 'clean'));
    runCli('sample', '--scheme', INNS, '--templates', SIXTH, '--out', at('r.xlsx'));
    expect(partsOf(bytes)).toEqual(partsOf(readFileSync(at('r.xlsx'))));
    const opened = await workshop.open(readFileSync(at('r.xlsx')), 'r.xlsx');
    expect(opened.ownScheme).toBe('自带方案');
    const all = await workshop.make('all', '全部', USUAL_CHOICES, null);
    runCli('all', at('r.xlsx'), '--templates', SIXTH, '--out', at('all'));
    const made = Object.entries(unzipSync('made' in all ? await bytesOf(all.made) : new Uint8Array()));
    const workbooks = new Map(made.map(([name, each]) => [name, partsOf(each)]));
    const expected = readWorkbooks(at('all'));
    expect(expected.size).toBeGreaterThan(3);
    expect(workbooks).toEqual(expected);
  }, 60_000);

  it('has to be brought before a roster of it can be opened, and it is said how', async () => {
    runCli('sample', '--scheme', INNS, '--templates', SIXTH, '--out', at('r.xlsx'));
    const open = () => workshop.open(readFileSync(at('r.xlsx')), 'r.xlsx');
    await expect(open()).rejects.toThrow(
      new RegExp(`^没有“${INNS}”这个评选方案，.*要用自己的方案，请先在开始页拖入它的文件夹。$`),
    );
    await bring(path.join(SIXTH, INNS));
    expect((await open()).report.schemeId).toBe(INNS);
    await workshop.removeScheme(INNS);
    await expect(open()).rejects.toThrow('没有');
  });

  it('takes the place of the one of the program, and is told apart; the other is back when it is removed', async () => {
    const own = at(BUILT_IN);
    cpSync(path.join(TEMPLATES_FOLDER, BUILT_IN), own, { recursive: true });
    const scheme = path.join(own, 'scheme.yaml');
    const text = readFileSync(scheme, 'utf8');
    const find = async () => (await workshop.listSchemes()).find(({ id }) => id === BUILT_IN);
    const before = await find();
    expect(before).toMatchObject({ isOwn: false, replaces: false });
    const { title = '' } = before ?? {};
    writeFileSync(scheme, text.replace(/^title: .*$/m, `title: ${title}（试行）`));
    expect(linesOf(await bring(own))).toEqual([]);
    expect(await find()).toMatchObject({ title: `${title}（试行）`, isOwn: true, replaces: true });
    const roster = await bytesOf(await workshop.invent(BUILT_IN, 'empty'));
    const opened = await workshop.open(roster, 'r.xlsx');
    expect(opened.ownScheme).toBe('自带方案，代替程序里编号相同的');
    // One with faults takes nobody's place.
    writeFileSync(scheme, text.replace(/^title: .*$/m, ''));
    expect(linesOf(await bring(own))).toHaveLength(1);
    expect(await find()).toMatchObject({ title: `${title}（试行）` });
    await workshop.removeScheme(BUILT_IN);
    expect(await find()).toEqual(before);
    expect((await workshop.open(roster, 'r.xlsx')).ownScheme).toBe('');
  });

  it('can be cancelled between two of them, and then none is used', async () => {
    const told: number[] = [];
    const stopped = new Workshop(openSchemeFolder(TEMPLATES_FOLDER), ({ label, done }) => {
      expect(label).toBe('正在检查评选方案');
      told.push(done);
      if (done === 1) stopped.cancel();
    });
    const bundles = await readBundles(dropFolder(TEMPLATES_FOLDER));
    await expect(stopped.bringSchemes(bundles)).rejects.toThrow();
    expect(told).toEqual([0, 1]);
    expect((await stopped.listSchemes()).filter(({ isOwn }) => isOwn)).toEqual([]);
  });
});
