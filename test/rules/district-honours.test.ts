/** 区级表彰名册: whom the staff of a district have said, all of them, and no amount. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import { narrowCheck } from '../../rules/narrow-check.ts';
import { listRosters } from '../../rules/roster.ts';
import type { Selection } from '../../rules/selection.ts';
import { writeRosters } from '../../workbook/draw/write-rosters.ts';
import { readValues } from '../support/libreoffice.ts';
import { checkTables } from '../support/scheme-sample.ts';
import { findScheme, TEMPLATES_FOLDER } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';

const NONE: Selection = {
  label: '',
  districts: new Set(),
  awards: new Set(),
  units: new Set(),
  applications: new Set(),
};
const of = (...names: string[]): Selection => ({ ...NONE, label: names.join('、'), districts: new Set(names) });

let whole: RosterCheck;
beforeAll(async () => {
  const scheme = await findScheme('shanghai-security-2024', TEMPLATES_FOLDER);
  const made = makeSampleRoster(scheme, { seed: 7, flawed: false });
  const tables = thinTables(made);
  const nominee = tables.nominees.find((row) => row.get('奖项') === '先进保卫干部');
  nominee?.set('区级先进', true);
  whole = (await checkTables(scheme, tables, made.remarks, made)).check;
});

const honoursOf = (selection: Selection | null) => listRosters(narrowCheck(whole, selection)).honours;

describe('what a district honours by itself', () => {
  it('is every unit of it that the staff have said so of, nominated or not, in the order of the sequence', () => {
    const { roster } = whole.index;
    for (const { name } of whole.index.scheme.districts) {
      const own = roster.memberUnits.filter(
        ({ district, facts }) => district === name && facts.get('区级先进') === true,
      );
      const units = honoursOf(of(name))?.units ?? [];
      expect(new Set(units)).toEqual(new Set(own));
      const ranks = units.map(({ sequence }) => roster.sequence.indexOf(sequence));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });

  it('is whoever of its nominated persons has it said of themselves', () => {
    const all = whole.index.scheme.districts.flatMap(({ name }) => honoursOf(of(name))?.persons ?? []);
    const said = whole.nominees.filter(
      ({ nominee, award }) => award.recipient === 'person' && nominee.facts.get('区级先进'),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(all)).toEqual(new Set(said));
  });

  it('is nobody’s but a district’s: not of the whole roster, an award or a unit', () => {
    expect(honoursOf(null)).toBeNull();
    expect(honoursOf({ ...NONE, label: '先进单位', awards: new Set(['advancedUnit']) })).toBeNull();
    expect(honoursOf({ ...of('浦东'), awards: new Set(['advancedUnit']) })).toBeNull();
  });

  it('has a sheet to be chopped and filed, with the clause, and no money in it', async () => {
    const lists = listRosters(narrowCheck(whole, of('浦东')));
    const sheets = await readValues(await writeRosters(whole.index.scheme, lists, [], new Map()));
    const texts = [...(sheets.get('区级表彰名册-集体')?.values() ?? [])].map(String);
    expect(texts[0]).toBe('浦东区级表彰名册（集体）');
    expect(texts.join(' ')).toContain('将表彰名册报市企保协会及治安总队内保处备案');
    expect(texts.join(' ')).toContain('报送单位（盖章）');
    expect(texts.join(' ')).not.toMatch(/元|奖金/);
    const all = await readValues(await writeRosters(whole.index.scheme, listRosters(whole), [], new Map()));
    expect([...all.keys()].filter((name) => name.includes('区级'))).toEqual([]);
  });
});
