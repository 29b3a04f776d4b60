/** A part of a check says what the whole says of it, and nothing else; all parts together, and what is nobody's, are the whole. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSampleRoster } from '../../jobs/sample/make-sample-roster.ts';
import type { RosterCheck } from '../../rules/check-roster.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Nominee } from '../../rules/master-roster.ts';
import { narrowCheck } from '../../rules/narrow-check.ts';
import { awardPrizes } from '../../rules/prize.ts';
import { asPrize } from '../../rules/parts.ts';
import { composePublicNotice } from '../../rules/public-notice.ts';
import { listResting } from '../../rules/resting-decisions.ts';
import { listRosters } from '../../rules/roster.ts';
import { unitOf } from '../../rules/roster-index.ts';
import type { Selection } from '../../rules/selection.ts';
import { checkTables, type SchemeSample } from '../support/scheme-sample.ts';
import { findScheme, TEMPLATES_FOLDER } from '../support/templates.ts';
import { thinTables } from '../support/thin-sample.ts';

let sample: Omit<SchemeSample, 'tables'>;
let whole: RosterCheck;
beforeAll(async () => {
  const scheme = await findScheme('shanghai-security-2024', TEMPLATES_FOLDER);
  const made = makeSampleRoster(scheme, { seed: 7, flawed: true });
  const tables = thinTables(made);
  // A pair of two districts, whose numbers begin with their places in 附件1.
  const placeOf = (row: (typeof tables.nominees)[number]) => String(row.get('单位编号')).slice(0, 2);
  const persons = tables.nominees.filter(
    (row) => (row.get('姓名') ?? '') !== '' && /^\d{6}$/.test(String(row.get('单位编号'))),
  );
  const [one] = persons;
  const other = persons.find((row) => one && placeOf(row) !== placeOf(one));
  for (const row of [one, other]) row?.set('主要事迹', '组织虚构的夜间值守，全年没有发生案件。');
  sample = await checkTables(scheme, tables, made.remarks, made);
  whole = sample.check;
});

const NONE: Selection = {
  label: '',
  districts: new Set(),
  awards: new Set(),
  units: new Set(),
  applications: new Set(),
};
const ofDistrict = (...names: string[]): Selection => ({
  ...NONE,
  label: names.join('、'),
  districts: new Set(names),
});
const ofDistricts = (...names: string[]) => narrowCheck(whole, ofDistrict(...names));
const districtNames = () => sample.scheme.districts.map(({ name }) => name);
const parts = () => districtNames().map((name) => ofDistricts(name));

/** Notes that count cells are made anew of a part. */
const COUNTED = ['cell-note', 'zeros-lost'];
const findingsOf = ({ remarks }: Pick<RosterCheck, 'remarks'>) =>
  remarks.flatMap((remark) => remark.findings).filter(({ rule }) => !COUNTED.includes(rule));
/** What it says, whoever is told: of a pair each side reads it from its own row, without the other's name. */
const said = ({ rule, severity, message, mend }: Finding) => {
  const plain = message.replace(/^(推荐名单|会员单位)第 \d+ 行：/, '').replace(/“[^”]*”/g, '“”');
  return [rule, severity, plain, mend].join(' | ');
};

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();

function districtOf(nominee: Nominee): string {
  return unitOf(whole.index, nominee)?.district ?? '';
}

describe('the districts of a check', () => {
  it('say together, with what is nobody’s, just what the whole says', () => {
    const nobodys = parts()[0]?.part?.unowned.remarks ?? [];
    const together = [...parts().flatMap(findingsOf), ...findingsOf({ remarks: nobodys })].map(said);
    expect(sorted(together)).toEqual(sorted(findingsOf(whole).map(said)));
  });

  it('are told each finding about their nominations, and none about others', () => {
    for (const name of districtNames()) {
      const part = ofDistricts(name);
      const own = findingsOf(whole).filter(({ nominations }) => nominations.some((each) => districtOf(each) === name));
      const told = new Set(findingsOf(part).map(said));
      for (const finding of own) expect(told, `${name} ${finding.message}`).toContain(said(finding));
      for (const { nominations, message } of findingsOf(part)) {
        for (const each of nominations) expect(districtOf(each), message).toBe(name);
      }
    }
  });

  it('are shown their own cells, and whole columns', () => {
    const { roster } = whole.index;
    const rowsOf = (sheet: 'memberUnits' | 'nominees', name: string) =>
      new Set(
        sheet === 'nominees'
          ? roster.nominees.filter((each) => districtOf(each) === name).map(({ row }) => row)
          : roster.memberUnits.filter(({ district }) => district === name).map(({ row }) => row),
      );
    for (const name of districtNames()) {
      const rows = { memberUnits: rowsOf('memberUnits', name), nominees: rowsOf('nominees', name) };
      for (const { where, message } of ofDistricts(name).remarks) {
        for (const { sheet, row } of where) {
          if ((sheet !== 'memberUnits' && sheet !== 'nominees') || row === null) continue;
          expect(rows[sheet].has(row), `${name} ${message} ${sheet} ${row}`).toBe(true);
        }
      }
    }
  });

  it('are told of a pair from their own side: the row that a message names beside theirs is the other one', () => {
    const pairs = findingsOf(whole).filter(({ rule, nominations }) => {
      return rule === 'deeds-copied' && new Set(nominations.map(districtOf)).size === 2;
    });
    expect(pairs.length).toBeGreaterThan(0);
    for (const { nominations } of pairs) {
      for (const own of nominations) {
        const [told] = ofDistricts(districtOf(own)).remarks.filter(
          ({ rule, where: [cell] }) => rule === 'deeds-copied' && cell.row === own.row,
        );
        const others = nominations.filter((each) => each !== own).map(({ row }) => `第 ${row} 行`);
        for (const other of others) expect(told?.message).toContain(other);
        const names = nominations.filter((each) => each !== own && each.name !== each.unitName).map(({ name }) => name);
        for (const name of names) expect(told?.message).not.toContain(name);
        expect(told?.where.map(({ row }) => row)).toEqual([own.row]);
      }
    }
  });

  it('hold each judged nomination of a known district once, as it was judged', () => {
    const together = parts().flatMap(({ nominees }) => nominees.map(({ nominee }) => nominee));
    expect(new Set(together).size).toBe(together.length);
    expect(new Set(together)).toEqual(
      new Set(
        whole.nominees.map(({ nominee }) => nominee).filter((each) => districtNames().includes(districtOf(each))),
      ),
    );
  });

  it('have their lines of the quota table and their places', () => {
    expect(parts().flatMap(({ quota }) => quota?.rows ?? [])).toEqual(whole.quota?.rows);
    expect(parts().flatMap(({ places }) => places)).toEqual(whole.places);
  });

  it('count their own cells in notes about a column', () => {
    const count = ({ remarks }: RosterCheck) =>
      remarks.filter(({ rule }) => rule === 'cell-note').reduce((sum, { where }) => sum + where.length, 0);
    const nobodys = whole.index.roster.notes.filter(
      ({ cell: { sheet }, isComputed }) => !isComputed && !['memberUnits', 'nominees', 'scores'].includes(sheet),
    );
    expect(parts().reduce((sum, part) => sum + count(part), 0)).toBeLessThanOrEqual(count(whole));
    expect(parts().reduce((sum, part) => sum + count(part), nobodys.length)).toBeGreaterThanOrEqual(count(whole));
  });
});

describe('lists of a part', () => {
  const row = ({ nominee }: { nominee: Nominee }) => nominee.row;

  it('are the whole lists, but for others, in their order', () => {
    for (const name of districtNames()) {
      const part = ofDistricts(name);
      const own = ({ nominee }: { nominee: Nominee }) => districtOf(nominee) === name;
      const [lists, all] = [listRosters(part), listRosters(whole)];
      expect(lists.part).toBe(name);
      expect(lists.collectives.map(row)).toEqual(all.collectives.filter(own).map(row));
      expect(lists.persons.map(row)).toEqual(all.persons.filter(own).map(row));
    }
    const names = (check: RosterCheck) => composePublicNotice(check).flatMap(({ entries }) => entries);
    expect(
      sorted(
        parts()
          .flatMap(names)
          .map((each) => JSON.stringify(each)),
      ),
    ).toEqual(sorted(names(whole).map((each) => JSON.stringify(each))));
  });

  it('pay to each what the whole pays, whichever awards are asked for', async () => {
    const scheme = asPrize(sample.scheme);
    const made = makeSampleRoster(sample.scheme, { seed: 7, flawed: false });
    const { check: whole } = await checkTables(sample.scheme, thinTables(made), made.remarks, made);
    const all = awardPrizes(scheme, whole).prizes;
    expect(all.some(({ fen, award }) => fen === 0 && award.id === 'securityDepartment')).toBe(true);
    for (const award of scheme.awards) {
      const part = narrowCheck(whole, { ...NONE, label: award.name, awards: new Set([award.id]) });
      const { prizes, totalFen } = awardPrizes(scheme, part);
      expect(prizes).toEqual(all.filter((each) => each.award.id === award.id));
      expect(totalFen).toBe(prizes.reduce((sum, { fen }) => sum + fen, 0));
    }
    const byDistrict = districtNames().map(
      (name) => awardPrizes(scheme, narrowCheck(whole, ofDistrict(name))).totalFen,
    );
    expect(byDistrict.reduce((sum, fen) => sum + fen, 0)).toBe(awardPrizes(scheme, whole).totalFen);
  });

  it('rest on the decision that the whole rests on', () => {
    const all = listResting(whole, 'roster');
    for (const part of parts()) {
      for (const [nominee, source] of listResting(part, 'roster')) expect(all.get(nominee)).toBe(source);
    }
  });
});

describe('a selection of several', () => {
  it('is all of its districts, and what is about two of them stands in it once', () => {
    const names = districtNames().slice(0, 4);
    const [together, single] = [ofDistricts(...names), names.map((name) => ofDistricts(name))];
    expect(sorted(findingsOf(together).map(said))).toEqual(sorted(single.flatMap(findingsOf).map(said)));
    expect(together.nominees.length).toBe(single.reduce((sum, { nominees }) => sum + nominees.length, 0));
    expect(ofDistricts(...districtNames()).nominees.length).toBe(parts().flatMap(({ nominees }) => nominees).length);
  });

  it('is nothing but the check itself where nobody is asked for alone', () => {
    expect(narrowCheck(whole, null)).toBe(whole);
  });
});
