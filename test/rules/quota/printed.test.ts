/** The printed table binds. 附件1 is read here from the document's own text, not from the scheme's data. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { allocateQuotas, inPreparation, type QuotaTable } from '../../../rules/quota/quota-table.ts';
import { explainQuotaCell } from '../../../rules/quota/explain.ts';
import { makeRandom } from '../../../jobs/sample/random.ts';
import { findShanghai, type FullScheme } from '../../support/full-scheme.ts';

const SOURCE = new URL('../../../templates/shanghai-security-2024/source.md', import.meta.url);
const AWARDS = ['advancedUnit', 'securityDepartment', 'responsiblePerson', 'securityCadre'];

/** District → members and places as printed; `-` is no place, or no number of members. */
function readAnnex(): Map<string, { members: number | null; places: number[] }> {
  const lines = readFileSync(SOURCE, 'utf8').split('\n');
  const rows = lines
    .map((line) => line.split('\t'))
    .filter(([number, , ...cells]) => /^\d+$/.test(number ?? '') && cells.length === 5);
  const toNumber = (cell: string) => (cell === '-' ? null : Number(cell));
  return new Map(
    rows.map(([, name = '', members = '', ...places]) => [
      name,
      { members: toNumber(members), places: places.map((cell) => toNumber(cell) ?? 0) },
    ]),
  );
}

const annex = readAnnex();
let scheme: FullScheme;
beforeAll(async () => {
  scheme = await findShanghai();
});

function placesOf({ rows }: QuotaTable): [string, (number | undefined)[]][] {
  return rows.map(({ district, cells }) => [district.name, AWARDS.map((award) => cells.get(award)?.places)]);
}

function cellOf({ rows }: QuotaTable, district: string, award: string) {
  const cell = rows.find((row) => row.district.name === district)?.cells.get(award);
  if (!cell) throw new Error(`${district} has no ${award}`);
  return cell;
}

describe('where the document prints its places', () => {
  it('they are the places, whatever the roster counts', () => {
    expect(annex.size).toBe(21);
    const printed = [...annex].map(([name, { places }]) => [name, places]);
    const random = makeRandom(1);
    for (let round = 0; round < 50; round += 1) {
      const counted = new Map(
        scheme.districts
          .filter(() => random.chance(9, 10))
          .map(({ name }) => [name, random.chance(1, 4) ? 0 : random.integer(0, 2000)]),
      );
      const table = allocateQuotas(scheme, counted);
      expect(placesOf(table)).toEqual(printed);
      expect(table.grandTotal).toBe(589);
      for (const { district, members, counted: own } of table.rows) {
        expect(members).toBe(annex.get(district.name)?.members);
        expect(own).toBe(members === null ? null : (counted.get(district.name) ?? null));
      }
      expect([table.subtotal.members, table.total.members]).toEqual([4892, 5208]);
    }
  });

  it('名额调整 alone changes one, up or down, and no other with it', () => {
    const reason = '区里让出一家';
    for (const places of [0, 19, 21]) {
      const table = allocateQuotas(scheme, new Map(), [{ district: '浦东', award: 'advancedUnit', places, reason }]);
      const expected = [...annex].map(([name, row]) => [
        name,
        name === '浦东' ? [places, ...row.places.slice(1)] : row.places,
      ]);
      expect(placesOf(table)).toEqual(expected);
      expect(explainQuotaCell(table, cellOf(table, '浦东', 'advancedUnit'))).toBe(
        `附件1 650 家 × 3% = 19.5 → 四舍五入 20；名额调整为 ${places}：${reason}`,
      );
    }
  });

  it('the formula of the printed figures proves each of them', () => {
    const table = allocateQuotas(scheme, new Map([['浦东', 620]]));
    const explain = (district: string, award: string) => explainQuotaCell(table, cellOf(table, district, award));
    expect(explain('浦东', 'advancedUnit')).toBe('附件1 650 家 × 3% = 19.5 → 四舍五入 20');
    expect(explain('浦东', 'securityDepartment')).toBe('附件1先进单位 20 × 40% = 8 → 四舍五入 8');
    expect(explain('杨浦', 'securityCadre')).toBe('附件1 425 家 × 2% = 8.5 → 四舍五入 9');
    expect(explain('轨交', 'advancedUnit')).toBe(
      '无计算基数；附件1定为 1：附件1不列会员单位数，无从按比例计算，表中定为 1 家',
    );
    expect(explain('机场', 'securityCadre')).toMatch(/^附件1 36 家 × 2% = 0\.72 → 四舍五入 1；附件1定为 0：/);
  });
});

describe('a scheme in preparation', () => {
  it('computes from the members, and an override moves what follows from it', () => {
    const table = allocateQuotas(inPreparation(scheme), new Map([['浦东', 620]]));
    expect(table.printedIn).toBeNull();
    expect(placesOf(table)[0]).toEqual(['浦东', [19, 8, 11, 12]]);
    expect(explainQuotaCell(table, cellOf(table, '浦东', 'advancedUnit'))).toBe(
      '会员单位 620 × 3% = 18.6 → 四舍五入 19',
    );
    const overrides = [{ district: '浦东', award: 'advancedUnit', places: 10, reason: '试' }];
    const moved = allocateQuotas(inPreparation(scheme), new Map([['浦东', 620]]), overrides);
    expect(placesOf(moved)[0]).toEqual(['浦东', [10, 4, 6, 12]]);
  });

  it('knows no place of a district that nobody has counted, but what people set', () => {
    const overrides = [{ district: '浦东', award: 'advancedUnit', places: 10, reason: '试' }];
    const table = allocateQuotas(inPreparation(scheme), new Map([['黄浦', 297]]), overrides);
    expect(placesOf(table).slice(0, 2)).toEqual([
      ['浦东', [10, 4, 6, undefined]],
      ['黄浦', [9, 4, 5, 6]],
    ]);
    expect(placesOf(table).find(([name]) => name === '轨交')).toEqual(['轨交', [1, 0, 1, 0]]);
  });
});
