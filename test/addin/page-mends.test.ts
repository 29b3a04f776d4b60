/** Mends that are taken one by one: those that were picked are made, and the others are still there to be made. */
import { beforeAll, describe, expect, it } from 'vitest';
import { nameMended } from '../../addin/page/mends/mends-view.ts';
import { Workshop } from '../../addin/page/workshop.ts';
import { mend } from '../../jobs/mend.ts';
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { openSchemeFolder, TEMPLATES_FOLDER } from '../../scripts/scheme-folder.ts';
import { writeMasterRoster } from '../../workbook/roster/write-master-roster.ts';
import { findShanghai } from '../support/full-scheme.ts';
import { unpackTexts } from '../support/unpack.ts';

const schemes = openSchemeFolder(TEMPLATES_FOLDER);
const workshop = new Workshop(schemes, () => undefined);

describe('mends on the page', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const wide = (number: string) => number.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)));
    bytes = await writeMasterRoster(await findShanghai(), {
      memberUnits: Array.from({ length: 40 }, (_, at) => {
        const number = String(80010 + at);
        return new Map([
          ['编号', wide(number)],
          ['全称', `虚构第${at}公司`],
          ['所属', '黄浦'],
          ['独立法人', '是'],
        ] as const);
      }),
      scores: [],
      nominees: [],
      overrides: [],
      sequence: [],
    });
  }, 60_000);

  const open = async (roster: Uint8Array) => {
    await workshop.open(roster, '总名册.xlsx');
    return workshop.listMends().mends;
  };
  const mendOnly = async (places: readonly string[]) => {
    const { file } = await workshop.mend(places);
    return file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  };

  it('all taken are the mended copy of the command line, part by part', async () => {
    const mends = await open(bytes);
    expect(mends.length).toBeGreaterThan(20);
    const folder = new MemoryFolder();
    const roster = { name: '总名册.xlsx', bytes, location: '总名册.xlsx', hasChanged: () => Promise.resolve(false) };
    const context = {
      schemes,
      tell: () => undefined,
      progress: () => undefined,
      signal: new AbortController().signal,
    };
    await mend({ roster, out: { folder, name: 'm.xlsx', force: false } }, context);
    const whole = unpackTexts(folder.files.get('m.xlsx') ?? new Uint8Array());
    expect(unpackTexts(await mendOnly(mends.map(({ place }) => place)))).toEqual(whole);
  });

  it.each([0, 1, 2])('of every third, from the one at %i, leave exactly the others', async (from) => {
    const mends = await open(bytes);
    const picked = mends.filter((_, index) => index % 3 === from).map(({ place }) => place);
    const after = await open(await mendOnly(picked));
    const places = after.map(({ place }) => place);
    for (const { place } of mends) if (!picked.includes(place)) expect(places).toContain(place);
    const made = picked.filter((place) => !places.includes(place));
    // Cells of a merge are mended together, and those with a formula by a person.
    expect(made.length).toBeGreaterThan(picked.length * 0.8);
  });

  it('are named once, however often', () => {
    expect(nameMended('总名册.xlsx')).toBe('总名册（改）.xlsx');
    expect(nameMended('总名册（改）.xlsx')).toBe('总名册（改）.xlsx');
  });
});
